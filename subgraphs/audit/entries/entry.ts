import { withManifest } from '../../../schema/ledger/disclosureManifest.ts';
import { DisclosureRecord } from '../../../schema/ledger/disclosureRecord.ts';
import type { Queries } from '../../kit/database/database.ts';
import type { LoadManifests } from './manifestLoader.ts';

/** A row of the ledger. */
export interface EntryRow {
  readonly treeId: number;
  readonly leafIndex: string;
  readonly recordedAt: Date;
  /** First day of the month that the row is stored under, YYYY-MM-DD. */
  readonly month: string;
  readonly body: Buffer;
}

export interface Entry extends DisclosureRecord {
  /** `<tree>-<index>` */
  readonly id: string;
  readonly row: EntryRow;
}

/** Reads records with their manifests. Rejects if a manifest is missing. */
export type ReadEntries = (database: Queries, rows: readonly EntryRow[]) => Promise<readonly Entry[]>;

/**
 * Skips rows that are not disclosure records of a version known here: manifests, other writers' entries, later versions.
 */
export function createReadEntries(loadManifests: LoadManifests): ReadEntries {
  return async (database, rows) => {
    const entries = rows.flatMap((row) => readEntry(row) ?? []);
    const manifests = await loadManifests(
      database,
      entries.flatMap(({ grounds, row }) => (grounds === undefined ? [] : { name: grounds, month: row.month })),
    );
    return entries.map((entry) => ({ ...entry, ...withManifest(entry, manifests) }));
  };
}

function readEntry(row: EntryRow): Entry | undefined {
  let body: unknown;
  try {
    body = JSON.parse(row.body.toString('utf8'));
  } catch {
    return undefined;
  }
  const record = DisclosureRecord.safeParse(body);
  return record.success ? { ...record.data, id: `${row.treeId}-${row.leafIndex}`, row } : undefined;
}

export interface EntryPlace {
  readonly treeId: number;
  readonly leafIndex: number;
}

export function parseEntryId(id: string): EntryPlace | undefined {
  const match = /^(\d{1,9})-(\d{1,15})$/.exec(id);
  return match === null ? undefined : { treeId: Number(match[1]), leafIndex: Number(match[2]) };
}

/** Position where a page ended. Tree and index distinguish entries of the same instant. */
export function cursorOf({ row }: Entry): string {
  return Buffer.from(JSON.stringify([row.recordedAt.toISOString(), row.treeId, row.leafIndex])).toString('base64url');
}

export function parseCursor(text: string): readonly [string, number, string] | undefined {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
  if (!Array.isArray(parts) || parts.length !== 3) return undefined;
  const [time, treeId, leafIndex] = parts as readonly unknown[]; // three values of any type, checked below
  if (typeof time !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(time)) return undefined;
  if (!Number.isInteger(treeId) || typeof leafIndex !== 'string' || !/^\d{1,15}$/.test(leafIndex)) return undefined;
  return [time, treeId as number, leafIndex]; // an integer, checked above
}
