import type { ClientBase } from 'pg';

/** Raised when the same seed would give other rows than before: databases loaded by an older one are refused. */
export const POPULATION_VERSION = 2;

/** Population that a database was loaded with. Written in the transaction that loads the rows. */
export interface PopulationMarker {
  readonly persons: number;
  readonly seed: string;
  readonly version: number;
}

export async function createMarkerTable(client: ClientBase): Promise<void> {
  await client.query(
    'CREATE TABLE IF NOT EXISTS population (persons integer NOT NULL, seed text NOT NULL, version integer NOT NULL)',
  );
}

export async function readMarker(client: ClientBase): Promise<PopulationMarker | null> {
  const { rows } = await client.query<PopulationMarker>('SELECT persons, seed, version FROM population LIMIT 1');
  return rows[0] ?? null;
}

export async function writeMarker(client: ClientBase, marker: PopulationMarker): Promise<void> {
  await client.query('INSERT INTO population (persons, seed, version) VALUES ($1, $2, $3)', [
    marker.persons,
    marker.seed,
    marker.version,
  ]);
}
