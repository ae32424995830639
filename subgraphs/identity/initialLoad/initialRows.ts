import { blockingKeys } from '../linkage/blocking/blockingRules.ts';
import type { PersonalData } from '../personalData/personalData.ts';
import { householdRow, personRow, rowColumns, searchTokenRows, systemNumberRow } from '../personalData/personRows.ts';
import {
  linkReviewRow,
  recordColumns,
  recordKeyRows,
  recordPairRow,
  sourceRecordRow,
} from '../personalData/recordRows.ts';
import type { InitialIds } from './initialIds.ts';
import { contentOf, type InitialIndex } from './initialIndex.ts';
import { initialReviews } from './initialReviews.ts';
import type { initialTables } from './initialTables.ts';

type Row = readonly (string | number | boolean | null)[];

/** Rows of one table, as PostgreSQL's COPY takes them. */
export interface InitialRows {
  readonly table: (typeof initialTables)[number];
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

const relationshipColumns = ['person_id', 'other_person_id', 'kind'] as const;

/** Rows that are encrypted at once: what is held in memory of them. */
const PART = 5_000;

/** The rows of an index, encrypted, in parts. */
export function* initialRows(
  index: InitialIndex,
  data: PersonalData,
  { registeredAt, model, ids }: { readonly registeredAt: Date; readonly model: string; readonly ids: InitialIds },
): Generator<InitialRows> {
  const { households, persons, records, relationships, linked, recordIds } = index;
  const idOf = (key: string): string => recordIds.get(key) ?? '';
  const tables: readonly (readonly [InitialRows['table'], readonly string[], Iterable<Row>])[] = [
    ['household', rowColumns.household, each(households, (household) => [householdRow(data, household)])],
    ['person', rowColumns.person, each(persons, (person) => [personRow(data, person)])],
    ['person_search_token', rowColumns.person_search_token, each(persons, (person) => searchTokenRows(data, person))],
    ['system_number', rowColumns.system_number, each(records, (record) => [systemNumberRow(data, record)])],
    ['relationship', relationshipColumns, relationships],
    [
      'source_record',
      Object.keys(recordColumns.source_record),
      each(records, ({ sent, ...record }) => [
        sourceRecordRow(data, { ...record, content: contentOf(sent), registeredAt, personSince: registeredAt }),
      ]),
    ],
    [
      'record_key',
      Object.keys(recordColumns.record_key),
      each(records, ({ recordId, normalized }) => recordKeyRows(data, recordId, blockingKeys(normalized))),
    ],
    [
      'record_pair',
      Object.keys(recordColumns.record_pair),
      each(linked.evidence, (pair) => [recordPairRow({ ...pair, ...namedByIds(pair, idOf), model })]),
    ],
    [
      'link_review',
      Object.keys(recordColumns.link_review),
      initialReviews(index, { model, createdAt: registeredAt, ids }).map(linkReviewRow),
    ],
  ];
  for (const [table, columns, rows] of tables) {
    for (const part of parts(rows)) yield { table, columns, rows: part };
  }
}

function namedByIds({ one, other }: { readonly one: string; readonly other: string }, idOf: (key: string) => string) {
  return { one: idOf(one), other: idOf(other) };
}

function* each<Item>(items: Iterable<Item>, rowsOf: (item: Item) => readonly Row[]): Generator<Row> {
  for (const item of items) yield* rowsOf(item);
}

function* parts(rows: Iterable<Row>): Generator<readonly Row[]> {
  let part: Row[] = [];
  for (const row of rows) {
    part.push(row);
    if (part.length < PART) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
