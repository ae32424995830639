import { setImmediate } from 'node:timers/promises';
import type { SubgraphName } from '../../schema/files.ts';
import type { IdentityInput } from '../../schema/persons/identityInput.ts';
import { PERSON_INDEX } from '../../schema/persons/personKeys.ts';
import { referenceRecords } from '../generate.ts';
import { type GeneratedHousehold, generatePopulation } from '../generatePopulation.ts';
import type { HouseholdRecords } from '../householdRecords.ts';
import { beginDatabaseLoad, type DatabaseLoad } from './databaseLoad.ts';
import type { PersonIndexLoader } from './personIndexLoader.ts';
import { PopulationError } from './populationError.ts';
import { POPULATION_VERSION } from './populationMarker.ts';
import type { SealName } from './populationTable.ts';
import { populationSystems, programTables } from './populationTables.ts';

export interface PopulationOptions {
  /** Number of people, including the demonstration household. */
  readonly persons: number;
  /** The same seed generates the same people. */
  readonly seed: string;
  /** Database of each system, by its name; those of systems that hold no people are left alone. */
  readonly databaseUrls: ReadonlyMap<string, string>;
  readonly personIndex: PersonIndexLoader;
  /** Opens the encryption of another system. Called for databases that need to be loaded. */
  readonly openSeal: (system: SubgraphName) => Promise<SealName>;
  readonly onProgress: (done: number, total: number) => void;
}

/** Persons of one round through the databases: what is held in memory of their tables is two of them. */
const PERSONS_PER_BATCH = 10_000;
const HOUSEHOLDS_PER_TURN = 200;

/**
 * Loads the population into the databases of eight systems at once: into seven their own tables, and into the person
 * index what they send to it, which it links once it has all of it. Tables must be there. A database that already holds
 * this population is left as it is; an interrupted load has left no rows, and whichever databases lack theirs get them.
 *
 * @throws PopulationError when a database holds something else, or has no address.
 */
export async function loadPopulation(options: PopulationOptions): Promise<void> {
  const { persons, seed, databaseUrls, personIndex, openSeal, onProgress } = options;
  const marker = { persons, seed, version: POPULATION_VERSION };
  const households = generatePopulation({ persons, seed });
  const loads: DatabaseLoad[] = [];

  try {
    // One after the other and always in this order, so that two starts at once wait and never block each other.
    for (const system of populationSystems) {
      const databaseUrl = databaseUrls.get(system);
      if (databaseUrl === undefined) throw new PopulationError(`The address of the ${system} database is missing.`);
      const names = system === PERSON_INDEX ? personIndex.tables : tablesOf(system).map(({ name }) => name);
      const load = await beginDatabaseLoad(system, databaseUrl, marker, names, () =>
        system === PERSON_INDEX ? Promise.resolve(refuseToSeal) : openSeal(system),
      );
      if (load) loads.push(load);
    }
    if (loads.length === 0) {
      onProgress(persons, persons);
      return;
    }

    const index = loads.find(({ system }) => system === PERSON_INDEX);
    const programs = loads.filter((load) => load !== index);
    if (index) personIndex.prepare();
    await all(programs, (load) => append(load, [referenceRecords]));
    const sent: IdentityInput[] = [];
    let written: Promise<void> = Promise.resolve();
    let done = 0;
    for await (const batch of batches(households)) {
      // While the servers take one batch the next one is made, and no third.
      await written;
      onProgress(done, persons);
      if (index) sent.push(...batch.map(({ input }) => input));
      written = all(programs, (load) =>
        append(
          load,
          batch.map(({ tables }) => tables),
        ),
      );
      // It is awaited a round later: until then a failure must not count as unhandled.
      written.catch(() => undefined);
      for (const { tables } of batch) done += tables.persons.length;
    }
    // The index links while the others put their indexes back.
    await all(loads, async (load) => {
      if (load === index) await loadIndex(load, personIndex, sent, () => onProgress(done, persons));
      else await written;
      await load.finish();
    });
    for (const load of loads) await load.commit();
    onProgress(done, persons);
  } catch (error) {
    await all(loads, (load) => load.abandon());
    throw error;
  }
}

/** The person index encrypts its rows itself. */
function refuseToSeal(): never {
  throw new Error('Tables of the person index encrypt their rows themselves.');
}

const tablesOf = (system: string) => programTables.filter((table) => table.system === system);

async function append(load: DatabaseLoad, batch: readonly HouseholdRecords[]): Promise<void> {
  for (const table of tablesOf(load.system)) {
    let text = '';
    for (const records of batch) text += table.copyText(records, load.seal);
    if (text !== '') await load.copy(table.name, table.columns, text);
  }
}

async function loadIndex(
  load: DatabaseLoad,
  personIndex: PersonIndexLoader,
  sent: readonly IdentityInput[],
  onRows: () => void,
): Promise<void> {
  const input: IdentityInput = {
    records: sent.flatMap(({ records }) => records),
    households: sent.flatMap(({ households }) => households),
    relationships: sent.flatMap(({ relationships }) => relationships),
    issuedIds: sent.flatMap(({ issuedIds }) => issuedIds),
  };
  for await (const { table, columns, text } of personIndex.load(input)) {
    onRows();
    await load.copy(table, columns, text);
  }
}

/** Waits for all of them even when one fails: none may still be at work when the failure is dealt with. */
async function all(loads: readonly DatabaseLoad[], step: (load: DatabaseLoad) => Promise<void>): Promise<void> {
  const results = await Promise.allSettled(loads.map(step));
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
}

/** Makes way for the connections every few households: rows go out while the next ones are made. */
async function* batches(households: Iterable<GeneratedHousehold>): AsyncGenerator<readonly GeneratedHousehold[]> {
  let batch: GeneratedHousehold[] = [];
  let persons = 0;
  for (const household of households) {
    batch.push(household);
    if (batch.length % HOUSEHOLDS_PER_TURN === 0) await setImmediate();
    persons += household.tables.persons.length;
    if (persons >= PERSONS_PER_BATCH) {
      yield batch;
      batch = [];
      persons = 0;
    }
  }
  if (batch.length > 0) yield batch;
}
