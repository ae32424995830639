import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DisclosedFields, type DisclosureRecord, EmptyFields, RefusedField } from './disclosureRecord.ts';

/**
 * The fields that were shown, empty or refused, and the reasons, as a ledger entry of their own: kilobytes that are the
 * same for every record of an operation, its requesters and approvals. Records reference it by its leaf hash (RFC 6962:
 * SHA-256 of a zero byte and the entry), so both entries together prove what a record says. It is written again in
 * every month and tree in which a record references it, so that it is archived with them; within the month it may come
 * before or after the record.
 */
export const DisclosureGrounds = z.object({
  disclosed: z.array(DisclosedFields).optional(),
  empty: z.array(EmptyFields).optional(),
  kind: z.literal('grounds'),
  refused: z.array(RefusedField).optional(),
  v: z.literal(1),
});
export type DisclosureGrounds = z.infer<typeof DisclosureGrounds>;

/** The leaf hash of an entry, 32 bytes. For grounds, the index column `person` contains it. */
export function groundsHash(body: string | Uint8Array): Buffer {
  return createHash('sha256').update(Buffer.alloc(1)).update(body).digest();
}

/**
 * Finds grounds by their hashes ($1, bytea[]), each in the month (same position in $2, date[]) of a record that
 * references it; may return one more than once. Without the month, each would be searched for, and found, in every
 * month of the log.
 */
export const FIND_GROUNDS = `SELECT found.hash, found.body FROM unnest($1::bytea[], $2::date[]) AS wanted(hash, month),
  LATERAL (SELECT person AS hash, body FROM ledger.entry WHERE person = wanted.hash AND month = wanted.month) AS found`;

/** Builds the parameters of FIND_GROUNDS. */
export function groundsWanted(wanted: readonly NamedGrounds[]): [hashes: Buffer[], months: string[]] {
  return [wanted.map(({ name }) => Buffer.from(name, 'base64url')), wanted.map(({ month }) => month)];
}

/** Grounds as referenced by a record, and the first day of the month that the record is stored under: YYYY-MM-DD. */
export interface NamedGrounds {
  readonly name: string;
  readonly month: string;
}

export interface GroundsRow {
  readonly hash: Buffer;
  readonly body: Buffer;
}

/** Parses grounds by the name that records use. Ignores rows of other kinds. */
export function readGrounds(rows: readonly GroundsRow[]): ReadonlyMap<string, DisclosureGrounds> {
  const found = new Map<string, DisclosureGrounds>();
  for (const { hash, body } of rows) {
    const name = hash.toString('base64url');
    // The tree does not cover the index column, so the hash is computed from the bytes that it does cover.
    if (found.has(name) || !groundsHash(body).equals(hash)) continue;
    found.set(name, DisclosureGrounds.parse(JSON.parse(body.toString('utf8'))));
  }
  return found;
}

/** Returns the complete record. Throws if its grounds are missing: a part of it must not be taken for all. */
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
