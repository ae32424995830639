import { randomUUID } from 'node:crypto';
import type { HouseholdSourceRecords } from '../../population/records/sourceRecords.ts';
import type { RecordContent, SourceRecord } from '../../schema/persons/sourceRecord.ts';
import { goldenTraits } from '../../subgraphs/identity/golden/goldenTraits.ts';
import { blockingKeys } from '../../subgraphs/identity/linkage/blocking/blockingRules.ts';
import type { Decider } from '../../subgraphs/identity/linkage/decide/decide.ts';
import { normalize } from '../../subgraphs/identity/linkage/normalize/normalize.ts';
import type { PersonalData } from '../../subgraphs/identity/personalData/personalData.ts';
import {
  householdRow,
  personRow,
  searchTokenRows,
  systemNumberRow,
} from '../../subgraphs/identity/personalData/personRows.ts';
import { recordKeyRows, recordPairRow, sourceRecordRow } from '../../subgraphs/identity/personalData/recordRows.ts';

export const TODAY = '20261102';
const REGISTERED = new Date('2026-11-01T00:00:00Z');

type Row = readonly (string | number | boolean | null)[];
export type RowsByTable = Readonly<
  Record<
    'household' | 'person' | 'person_search_token' | 'system_number' | 'source_record' | 'record_key' | 'record_pair',
    readonly Row[]
  >
>;

export interface TruthLoader {
  /** Rows of a household's people who have records, each linked to the person whom it is about. */
  rowsOf(household: readonly PersonRecords[]): RowsByTable;
  /** Records so far. */
  readonly records: number;
}
export type PersonRecords = readonly SourceRecord[];

/** The records of each person of a household. */
export function recordsByPerson({ records, truth }: HouseholdSourceRecords): readonly PersonRecords[] {
  const byPerson = new Map<string, SourceRecord[]>();
  for (const [at, record] of records.entries()) {
    const personId = truth[at]?.personId ?? '';
    byPerson.set(personId, [...(byPerson.get(personId) ?? []), record]);
  }
  return [...byPerson.values()];
}

export const contentOf = ({ traits }: SourceRecord): RecordContent => ({
  ...traits,
  primaryLanguage: 'en',
  living: true,
});

/** Makes the rows of an index whose links are the truth: linking all of them would take as long as the batch. */
export function createTruthLoader(data: PersonalData, decider: Decider): TruthLoader {
  let lastId = 0;
  return {
    get records() {
      return lastId;
    },
    rowsOf(household) {
      const rows = {
        ...{
          household: [] as Row[],
          person: [] as Row[],
          person_search_token: [] as Row[],
          system_number: [] as Row[],
        },
        ...{ source_record: [] as Row[], record_key: [] as Row[], record_pair: [] as Row[] },
      };
      const householdId = randomUUID();
      const home = household.flat().find(({ traits }) => traits.street !== null)?.traits;
      rows.household.push(
        householdRow(data, {
          ...{ householdId, addressProtected: false, street: home?.street ?? '', city: home?.city ?? '' },
          ...{ state: home?.state ?? '', zip: home?.zip ?? '', county: '', countyFips: '' },
        }),
      );
      for (const records of household) {
        const personId = randomUUID();
        const golden = records.map((record) => ({ ...record, registeredAt: REGISTERED, content: contentOf(record) }));
        const person = { ...goldenTraits(golden, TODAY), personId, householdId };
        rows.person.push(personRow(data, person));
        rows.person_search_token.push(...searchTokenRows(data, person));
        const scored = records.map((record) => {
          lastId += 1;
          const recordId = `${lastId}`;
          const { system, number, traits } = record;
          const normalized = normalize(traits, TODAY);
          const isCurrent = records.findLast((other) => other.system === system) === record;
          rows.system_number.push(systemNumberRow(data, { system, number, personId, isCurrent }));
          const dates = { registeredAt: REGISTERED, personSince: REGISTERED };
          rows.source_record.push(
            sourceRecordRow(data, { recordId, system, number, content: contentOf(record), normalized, ...dates }),
          );
          rows.record_key.push(...recordKeyRows(data, recordId, blockingKeys(normalized)));
          return { recordId, record: decider.scorer.prepare(normalized) };
        });
        for (const [at, one] of scored.entries()) {
          for (const other of scored.slice(at + 1)) {
            const { decision, weight, guard } = decider.decide(one.record, other.record);
            if (decision === 'NEW') continue;
            const pair = { one: one.recordId, other: other.recordId, weight, guard, decision };
            rows.record_pair.push(recordPairRow({ ...pair, model: decider.scorer.model.version }));
          }
        }
      }
      return rows;
    },
  };
}
