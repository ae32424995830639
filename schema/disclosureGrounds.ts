import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DisclosedFields, type DisclosureRecord, EmptyFields, RefusedField } from './disclosureRecord.ts';

/**
 * Which fields were shown, empty or refused and on what ground, as an entry of the ledger by itself: kilobytes that are the same
 * for every record of an operation, its requesters and approvals. Records name it by its leaf hash (RFC 6962: SHA-256 of a
 * zero byte and the entry), so that what a record says is proved by both entries together. It is written again in every
 * month and tree in which a record names it, and so goes to the archive with them; within the month it may stand
 * before or after.
 */
export const DisclosureGrounds = z.object({
  disclosed: z.array(DisclosedFields).optional(),
  empty: z.array(EmptyFields).optional(),
  kind: z.literal('grounds'),
  refused: z.array(RefusedField).optional(),
  v: z.literal(1),
});
export type DisclosureGrounds = z.infer<typeof DisclosureGrounds>;

/** The leaf hash of an entry: 32 bytes; the index column `person` holds it for grounds. */
export function groundsHash(body: string | Uint8Array): Buffer {
  return createHash('sha256').update(Buffer.alloc(1)).update(body).digest();
}

/**
 * Finds grounds by their hashes ($1, bytea[]), each in the month (at its place in $2, date[]) of a record that names it;
 * each perhaps more than once. Without the month every one would be looked for in, and found in, every month of the log.
 */
export const FIND_GROUNDS = `SELECT found.hash, found.body FROM unnest($1::bytea[], $2::date[]) AS wanted(hash, month),
  LATERAL (SELECT person AS hash, body FROM ledger.entry WHERE person = wanted.hash AND month = wanted.month) AS found`;

/** Parameters of FIND_GROUNDS. */
export function groundsWanted(wanted: readonly NamedGrounds[]): [hashes: Buffer[], months: string[]] {
  return [wanted.map(({ name }) => Buffer.from(name, 'base64url')), wanted.map(({ month }) => month)];
}

/** Grounds as a record names them, and the first day of the month in which the record is kept: YYYY-MM-DD. */
export interface NamedGrounds {
  readonly name: string;
  readonly month: string;
}

export interface GroundsRow {
  readonly hash: Buffer;
  readonly body: Buffer;
}

/** Grounds that were looked up, by their name in records. Rows of anything else are passed over. */
export function readGrounds(rows: readonly GroundsRow[]): ReadonlyMap<string, DisclosureGrounds> {
  const found = new Map<string, DisclosureGrounds>();
  for (const { hash, body } of rows) {
    const name = hash.toString('base64url');
    // The index column is not under the tree; the hash is of the bytes that are.
    if (found.has(name) || !groundsHash(body).equals(hash)) continue;
    found.set(name, DisclosureGrounds.parse(JSON.parse(body.toString('utf8'))));
  }
  return found;
}

/** The whole record. Throws when its grounds are not known: a part of it must not be taken for all. */
export function withGrounds(record: DisclosureRecord, known: ReadonlyMap<string, DisclosureGrounds>): DisclosureRecord {
  if (record.grounds === undefined) return record;
  const grounds = known.get(record.grounds);
  if (grounds === undefined) {
    throw new Error(`The log lacks the entry ${record.grounds}, to which records of request ${record.request} refer.`);
  }
  const { disclosed, empty, refused } = grounds;
  return {
    ...record,
    ...(disclosed === undefined ? {} : { disclosed }),
    ...(empty === undefined ? {} : { empty }),
    ...(refused === undefined ? {} : { refused }),
  };
}
