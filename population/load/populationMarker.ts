import type { ClientBase } from 'pg';

/** Raised when the same seed would give other rows than before: databases loaded by an older one are refused. */
export const POPULATION_VERSION = 6;

/** Population that a database was loaded with. Written in the transaction that loads the rows. */
export interface PopulationMarker {
  readonly persons: number;
  readonly seed: string;
  readonly version: number;
}

export async function createMarkerTable(client: ClientBase): Promise<void> {
  await client.query(
    'create table if not exists population (persons integer not null, seed text not null, version integer not null)',
  );
}

export async function readMarker(client: ClientBase): Promise<PopulationMarker | null> {
  const { rows } = await client.query<PopulationMarker>('select persons, seed, version from population limit 1');
  return rows[0] ?? null;
}

export async function writeMarker(client: ClientBase, marker: PopulationMarker): Promise<void> {
  await client.query('insert into population (persons, seed, version) values ($1, $2, $3)', [
    marker.persons,
    marker.seed,
    marker.version,
  ]);
}
