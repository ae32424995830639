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
export const DisclosureManifest = z.object({
  disclosed: z.array(DisclosedFields).optional(),
  empty: z.array(EmptyFields).optional(),
  kind: z.literal('grounds'),
  refused: z.array(RefusedField).optional(),
  v: z.literal(1),
});
export type DisclosureManifest = z.infer<typeof DisclosureManifest>;

/** The leaf hash of an entry, 32 bytes. For manifests, the index column `person` contains it. */
export function manifestHash(body: string | Uint8Array): Buffer {
  return createHash('sha256').update(Buffer.alloc(1)).update(body).digest();
}

/**
 * Finds manifests by their hashes ($1, bytea[]), each in the month (same position in $2, date[]) of a record that
 * references it; may return one more than once. Without the month, each would be searched for, and found, in every
 * month of the log.
 */
export const FIND_MANIFESTS = `select found.hash, found.body from unnest($1::bytea[], $2::date[]) as wanted(hash, month),
  lateral (select person as hash, body from ledger.entry where person = wanted.hash and month = wanted.month) as found`;

/** Builds the parameters of FIND_GROUNDS. */
export function wantedManifests(wanted: readonly ManifestReference[]): [hashes: Buffer[], months: string[]] {
  return [wanted.map(({ name }) => Buffer.from(name, 'base64url')), wanted.map(({ month }) => month)];
}

/** A manifest as referenced by a record, and the first day of the month that the record is stored under: YYYY-MM-DD. */
export interface ManifestReference {
  readonly name: string;
  readonly month: string;
}

export interface ManifestRow {
  readonly hash: Buffer;
  readonly body: Buffer;
}

/** Parses manifests by the name that records use. Ignores rows of other kinds. */
export function readManifests(rows: readonly ManifestRow[]): ReadonlyMap<string, DisclosureManifest> {
  const found = new Map<string, DisclosureManifest>();
  for (const { hash, body } of rows) {
    const name = hash.toString('base64url');
    // The tree does not cover the index column, so the hash is computed from the bytes that it does cover.
    if (found.has(name) || !manifestHash(body).equals(hash)) continue;
    found.set(name, DisclosureManifest.parse(JSON.parse(body.toString('utf8'))));
  }
  return found;
}

/** Returns the complete record. Throws if its manifest is missing: a part of it must not be taken for all. */
export function withManifest(
  record: DisclosureRecord,
  manifests: ReadonlyMap<string, DisclosureManifest>,
): DisclosureRecord {
  if (record.grounds === undefined) return record;
  const manifest = manifests.get(record.grounds);
  if (manifest === undefined) {
    throw new Error(`The log lacks the entry ${record.grounds}, to which records of request ${record.request} refer.`);
  }
  const { disclosed, empty, refused } = manifest;
  return {
    ...record,
    ...(disclosed === undefined ? {} : { disclosed }),
    ...(empty === undefined ? {} : { empty }),
    ...(refused === undefined ? {} : { refused }),
  };
}
