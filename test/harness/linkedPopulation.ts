import { linkPopulation } from '../../cli/local/localPersonIndex.ts';
import { generatePopulation, type PopulationSize } from '../../population/generatePopulation.ts';
import type { HouseholdRecords } from '../../population/householdRecords.ts';
import { generateSourceRecords } from '../../population/records/sourceRecords.ts';
import type { RecordName } from '../../schema/persons/identityInput.ts';
import type { InitialIndex } from '../../subgraphs/identity/initialLoad/initialIndex.ts';
import { recordKey } from '../../subgraphs/identity/linkage/batch/linkRecords.ts';
import { rowsOf } from './recordsOf.ts';

/** A population as the person index of a local run has it after the first start, and the truth about it. */
export interface LinkedPopulation {
  readonly index: InitialIndex;
  /** Tables of the systems; their `persons`, `households`, and `relationships` are the truth, under other ids. */
  readonly households: readonly HouseholdRecords[];
  /** Person.id that a number in a system leads to. */
  idOf(record: RecordName): string;
  /** The true persons whose records the person has: more than one is a wrong link. */
  truePersonsOf(personId: string): ReadonlySet<string>;
  /** Person.ids of a true person: more than one for a person who was not linked, none for one whom no system knows. */
  idsOfTruePerson(truePersonId: string): ReadonlySet<string>;
}

const cached = new Map<string, Promise<LinkedPopulation>>();

/** Links the same records as the first start, once in each test file for a size and seed. */
export function linkedPopulation({ persons, seed }: PopulationSize): Promise<LinkedPopulation> {
  const name = `${persons} ${seed}`;
  const known = cached.get(name) ?? link({ persons, seed });
  cached.set(name, known);
  return known;
}

/** The population of a started product in clear text: the person index stores it encrypted. */
export async function linkedPopulationOf(system: {
  readonly databaseUrls: ReadonlyMap<string, string>;
}): Promise<LinkedPopulation> {
  const url = system.databaseUrls.get('identity') ?? '';
  const [size] = await rowsOf<PopulationSize>(url, 'select persons, seed from population');
  if (size === undefined) throw new Error('The person index holds no population.');
  return linkedPopulation(size);
}

async function link(size: PopulationSize): Promise<LinkedPopulation> {
  const generated = [...generatePopulation(size)];
  const inputs = generated.map(({ input }) => input);
  const input = {
    records: inputs.flatMap(({ records }) => records),
    households: inputs.flatMap(({ households }) => households),
    relationships: inputs.flatMap(({ relationships }) => relationships),
    issuedIds: inputs.flatMap(({ issuedIds }) => issuedIds),
  };
  const { index } = await linkPopulation(input, { seed: size.seed, registeredAt: new Date('2026-11-02T12:00:00Z') });
  const personIds = new Map(index.records.map((record) => [recordKey(record), record.personId]));
  const idOf = (record: RecordName): string => {
    const found = personIds.get(recordKey(record));
    if (found === undefined) throw new Error(`${record.system} has no record with this number.`);
    return found;
  };
  const trueOf = new Map<string, Set<string>>();
  const idsOf = new Map<string, Set<string>>();
  for (const { truth } of generateSourceRecords(size)) {
    for (const row of truth) {
      const personId = idOf(row);
      trueOf.set(personId, (trueOf.get(personId) ?? new Set()).add(row.personId));
      idsOf.set(row.personId, (idsOf.get(row.personId) ?? new Set()).add(personId));
    }
  }
  return {
    index,
    households: generated.map(({ tables }) => tables),
    idOf,
    truePersonsOf: (personId) => trueOf.get(personId) ?? new Set(),
    idsOfTruePerson: (personId) => idsOf.get(personId) ?? new Set(),
  };
}
