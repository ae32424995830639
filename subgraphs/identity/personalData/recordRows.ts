import type { RecordContent } from '../../../schema/persons/sourceRecord.ts';
import { type Statement, statement } from '../../kit/database/statement.ts';
import type { BlockingKey } from '../linkage/blocking/blockingRules.ts';
import type { Decision } from '../linkage/decide/decide.ts';
import type { NormalizedRecord } from '../linkage/normalize/normalizedRecord.ts';
import type { PersonalData } from './personalData.ts';

/** Columns of each table with their types, in the order of the rows below. */
export const recordColumns = {
  source_record: {
    ...{ record_id: 'bigint', system: 'text', number_token: 'bytea', content: 'bytea', compared: 'bytea' },
    ...{ content_token: 'bytea', registered_at: 'timestamptz', person_since: 'timestamptz', key_generation: 'integer' },
  },
  record_key: { token: 'bigint', record_id: 'bigint' },
  record_pair: {
    ...{ one: 'bigint', other: 'bigint', weight: 'float8', decision: 'text', guard: 'text', model: 'text' },
  },
  link_review: {
    ...{ link_review_id: 'uuid', one: 'bigint', other: 'bigint', cause: 'text', weight: 'float8', guard: 'text' },
    ...{ model: 'text', priority: 'integer', created_at: 'timestamptz', due_on: 'date' },
  },
} as const;
type RecordTable = keyof typeof recordColumns;

/** Values in the input format of PostgreSQL's types, so that COPY takes them too. */
type Row = readonly (string | number | null)[];

/**
 * Statement that inserts any number of rows. Its values are the columns (`columnsOf`), each as an array.
 * @param onConflict such as `on conflict do nothing`
 */
export function insertRows(table: RecordTable, onConflict = ''): Statement<unknown> {
  return statement(`identity.insert.${table}`, insertText(table, onConflict));
}

/** Text of the statement that `insertRows` names. */
export function insertText(table: RecordTable, onConflict = ''): string {
  const columns = Object.entries(recordColumns[table]);
  const names = columns.map(([name]) => name).join(', ');
  const arrays = columns.map(([, type], at) => `$${at + 1}::${type}[]`).join(', ');
  return `insert into ${table} (${names}) select * from unnest(${arrays}) ${onConflict}`;
}

/** The values of `insertRows`: an array for each column of the table. */
export function columnsOf(table: RecordTable, rows: readonly Row[]): readonly (readonly Row[number][])[] {
  return Object.keys(recordColumns[table]).map((_, column) => rows.map((row) => row[column] ?? null));
}

export interface NewRecord {
  /** Decimal. The content is encrypted for this id, so it is drawn before the row is written. */
  readonly recordId: string;
  readonly system: string;
  readonly number: string;
  readonly content: RecordContent;
  readonly normalized: NormalizedRecord;
  readonly registeredAt: Date;
  readonly personSince: Date;
}

export function sourceRecordRow(data: PersonalData, record: NewRecord): Row {
  const { recordId, system, number, content, normalized, registeredAt, personSince } = record;
  return [
    ...[recordId, system, bytea(data.numberToken(system, number))],
    ...[bytea(data.sealRecord(recordId, content)), bytea(data.sealCompared(recordId, normalized))],
    ...[bytea(data.contentToken(content)), registeredAt.toISOString(), personSince.toISOString(), data.generation()],
  ];
}

/** Rows by which candidates find the record. */
export function recordKeyRows(data: PersonalData, recordId: string, keys: readonly BlockingKey[]): readonly Row[] {
  return recordTokenRows(
    recordId,
    keys.map((key) => data.blockingToken(key)),
  );
}

/** Keys of the same record may have equal tokens: each row comes once. */
export function recordTokenRows(recordId: string, tokens: readonly bigint[]): readonly Row[] {
  return [...new Set(tokens)].map((token) => [token.toString(), recordId]);
}

export interface NewPair {
  /** source_record.record_id of the two, in either order. */
  readonly one: string;
  readonly other: string;
  readonly weight: number;
  readonly guard: string | null;
  /** Version of the model. */
  readonly model: string;
}

export function recordPairRow(pair: NewPair & { readonly decision: Exclude<Decision, 'NEW'> }): Row {
  return [...inOrder(pair), pair.weight, pair.decision, pair.guard, pair.model];
}

export interface NewReview extends NewPair {
  readonly reviewId: string;
  readonly cause: 'REVIEW' | 'GUARD' | 'BRIDGE' | 'SIZE' | 'DECISION';
  readonly priority: number;
  readonly createdAt: Date;
  /** ISO 8601 date. */
  readonly dueOn: string;
}

export function linkReviewRow(review: NewReview): Row {
  const { reviewId, cause, weight, guard, model, priority, createdAt, dueOn } = review;
  return [reviewId, ...inOrder(review), cause, weight, guard, model, priority, createdAt.toISOString(), dueOn];
}

/** The tables name the record with the smaller id first. */
function inOrder({ one, other }: NewPair): readonly [string, string] {
  return BigInt(one) < BigInt(other) ? [one, other] : [other, one];
}

function bytea(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}
