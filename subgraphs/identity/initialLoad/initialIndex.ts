import type { IdentityInput, SentRecord } from '../../../schema/persons/identityInput.ts';
import { goldenTraits } from '../golden/goldenTraits.ts';
import { type LinkedRecords, linkRecords, recordKey } from '../linkage/batch/linkRecords.ts';
import type { LinkageModel } from '../linkage/model/linkageModel.ts';
import type { NormalizedRecord } from '../linkage/normalize/normalizedRecord.ts';
import type { NewHousehold, NewPerson, NewSystemNumber } from '../personalData/personRows.ts';
import { resolveHouseholds } from './initialHouseholds.ts';
import type { InitialIds } from './initialIds.ts';
import { idsOfClusters } from './initialPersons.ts';

export interface InitialIndexSettings {
  readonly model: LinkageModel;
  /** YYYYMMDD; later birth dates are none. */
  readonly today: string;
  readonly registeredAt: Date;
  readonly ids: InitialIds;
  readonly threads?: number;
}

/** A record, its place among all of them, and its person's number. */
export interface InitialRecord extends NewSystemNumber {
  /** source_record.record_id: its place among the records, from 1. */
  readonly recordId: string;
  readonly sent: SentRecord;
  readonly normalized: NormalizedRecord;
}

/** A person index as it begins: what all systems sent, linked. */
export interface InitialIndex {
  readonly persons: readonly NewPerson[];
  readonly households: readonly NewHousehold[];
  /** Person, other person, kind; each pair once. */
  readonly relationships: readonly (readonly [string, string, string])[];
  readonly records: readonly InitialRecord[];
  readonly linked: LinkedRecords;
  /** source_record.record_id by recordKey. */
  readonly recordIds: ReadonlyMap<string, string>;
}

/** Links all records at once. The same input gives the same index, whatever the order of what is in it. */
export async function linkInitialIndex(
  input: IdentityInput,
  { model, today, registeredAt, ids, threads }: InitialIndexSettings,
): Promise<InitialIndex> {
  const sent = input.records;
  const linked = await linkRecords(sent, { model, today, ...(threads === undefined ? {} : { threads }) });
  const { clusters } = linked;
  const personIds = idsOfClusters(clusters, input.issuedIds, ids);
  const { households, householdIds } = resolveHouseholds(clusters, input, ids);
  const positions = new Map(sent.map((record, at) => [recordKey(record), at]));
  const recordsOf = (keys: readonly string[]) => keys.flatMap((key) => sent[positions.get(key) ?? -1] ?? []);
  const persons: NewPerson[] = [];
  const personOf = new Map<string, string>();
  const current = new Set<string>();
  for (const [at, keys] of clusters.entries()) {
    const [personId = '', householdId = ''] = [personIds[at], householdIds[at]];
    const records = recordsOf(keys);
    const written = records.map((record) => ({ system: record.system, registeredAt, content: contentOf(record) }));
    persons.push({ ...goldenTraits(written, today), personId, householdId });
    for (const key of keys) personOf.set(key, personId);
    for (const key of currentNumbers(records)) current.add(key);
  }
  return {
    persons,
    households,
    relationships: resolveRelationships(input, personOf),
    records: sent.map((record, at) => {
      const [key, normalized] = [recordKey(record), linked.records[at]];
      if (normalized === undefined) throw new RangeError('A record was not compared.');
      return {
        ...{ recordId: String(at + 1), system: record.system, number: record.number, sent: record, normalized },
        ...{ personId: personOf.get(key) ?? '', isCurrent: current.has(key) },
      };
    }),
    linked,
    recordIds: new Map([...positions].map(([key, at]) => [key, String(at + 1)])),
  };
}

/** What the system wrote, without its number. */
export function contentOf({ traits, primaryLanguage, living }: SentRecord) {
  return { ...traits, primaryLanguage, living };
}

/** One number in each system: the first that its system still uses, else the first of all. */
function currentNumbers(records: readonly SentRecord[]): readonly string[] {
  const bySystem = new Map<string, SentRecord>();
  for (const record of records) {
    const before = bySystem.get(record.system);
    if (before === undefined || (before.isFormer && !record.isFormer)) bySystem.set(record.system, record);
  }
  return [...bySystem.values()].map(recordKey);
}

/** Between persons instead of records. Of two that contradict each other, the first counts. */
function resolveRelationships(
  { relationships }: IdentityInput,
  personOf: ReadonlyMap<string, string>,
): InitialIndex['relationships'] {
  const found = new Map<string, readonly [string, string, string]>();
  for (const { one, other, kind } of relationships) {
    const [person, otherPerson] = [personOf.get(recordKey(one)), personOf.get(recordKey(other))];
    if (person === undefined || otherPerson === undefined) {
      throw new RangeError('A relationship names a record that is not among the records.');
    }
    const pair = `${person} ${otherPerson}`;
    // Nobody is related to themselves: the two records turned out to be of one person.
    if (person !== otherPerson && !found.has(pair)) found.set(pair, [person, otherPerson, kind]);
  }
  return [...found.values()];
}
