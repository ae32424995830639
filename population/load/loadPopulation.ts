import { setImmediate } from 'node:timers/promises';
import type { SubgraphName } from '../../schema/files.ts';
import { PERSON_INDEX } from '../../schema/persons/personKeys.ts';
import { generateHouseholds, referenceRecords } from '../generate.ts';
import type { HouseholdRecords } from '../householdRecords.ts';
import { beginDatabaseLoad, type DatabaseLoad } from './databaseLoad.ts';
import { PopulationError } from './populationError.ts';
import { POPULATION_VERSION } from './populationMarker.ts';
import type { PopulationTable, SealName } from './populationTable.ts';
import { populationSystems, programTables } from './populationTables.ts';

export interface PopulationOptions {
  /** Number of people, including the demonstration household. */
  readonly persons: number;
  /** The same seed generates the same people. */
  readonly seed: string;
  /** Database of each system, by its name; those of systems that hold no people are left alone. */
  readonly databaseUrls: ReadonlyMap<string, string>;
  /** Tables of the person index, which encrypts what it stores. */
  readonly identityTables: readonly PopulationTable[];
  /** Opens the encryption of another system. Called for databases that need to be loaded. */
  readonly openSeal: (system: SubgraphName) => Promise<SealName>;
  readonly onProgress: (done: number, total: number) => void;
}

/** Persons of one round through the databases: what is held in memory is two of them. */
const PERSONS_PER_BATCH = 10_000;
const HOUSEHOLDS_PER_TURN = 200;

/**
 * Loads the population into the databases of eight systems at once. Tables must be there. A database that already holds
 * this population is left as it is; an interrupted load has left no rows, and whichever databases lack theirs get them.
 *
 * @throws PopulationError when a database holds something else, or has no address.
 */
export async function loadPopulation(options: PopulationOptions): Promise<void> {
  const { persons, seed, databaseUrls, identityTables, openSeal, onProgress } = options;
  const tables = [...identityTables, ...programTables];
  const marker = { persons, seed, version: POPULATION_VERSION };
  const households = generateHouseholds({ persons, seed });
  const loads: DatabaseLoad[] = [];

  try {
    // One after the other and always in this order, so that two starts at once wait and never block each other.
    for (const system of populationSystems) {
      const databaseUrl = databaseUrls.get(system);
      if (databaseUrl === undefined) throw new PopulationError(`The address of the ${system} database is missing.`);
      const load = await beginDatabaseLoad(system, databaseUrl, marker, tables, () =>
        system === PERSON_INDEX ? Promise.resolve(refuseToSeal) : openSeal(system),
      );
      if (load) loads.push(load);
    }
    if (loads.length === 0) {
      onProgress(persons, persons);
      return;
    }

    await all(loads, (load) => load.append([referenceRecords]));
    let written: Promise<void> = Promise.resolve();
    let done = 0;
    for await (const batch of batches(households)) {
      // While the servers take one batch the next one is made, and no third.
      await written;
      onProgress(done, persons);
      written = all(loads, (load) => load.append(batch));
      // It is awaited a round later: until then a failure must not count as unhandled.
      written.catch(() => undefined);
      for (const household of batch) done += household.persons.length;
    }
    await written;
    await all(loads, (load) => load.finish());
    for (const load of loads) await load.commit();
    onProgress(done, persons);
  } catch (error) {
    await all(loads, (load) => load.abandon());
    throw error;
  }
}

/** The tables of the person index are encrypted already. */
function refuseToSeal(): never {
  throw new Error('Tables of the person index encrypt their rows themselves.');
}

/** Waits for all of them even when one fails: none may still be at work when the failure is dealt with. */
async function all(loads: readonly DatabaseLoad[], step: (load: DatabaseLoad) => Promise<void>): Promise<void> {
  const results = await Promise.allSettled(loads.map(step));
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
}

/** Makes way for the connections every few households: rows go out while the next ones are made. */
async function* batches(households: Iterable<HouseholdRecords>): AsyncGenerator<readonly HouseholdRecords[]> {
  let batch: HouseholdRecords[] = [];
  let persons = 0;
  for (const household of households) {
    batch.push(household);
    if (batch.length % HOUSEHOLDS_PER_TURN === 0) await setImmediate();
    persons += household.persons.length;
    if (persons >= PERSONS_PER_BATCH) {
      yield batch;
      batch = [];
      persons = 0;
    }
  }
  if (batch.length > 0) yield batch;
}
