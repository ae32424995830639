import type { Client } from 'pg';
import {
  DisclosureManifest,
  FIND_MANIFESTS,
  type ManifestReference,
  type ManifestRow,
  readManifests,
  wantedManifests,
  withManifest,
} from '../../../../schema/ledger/disclosureManifest.ts';
import { DisclosureRecord } from '../../../../schema/ledger/disclosureRecord.ts';
import type { AuditSource } from '../auditSource.ts';

/** An entry and its position in the tree, which is the offset in every stream and export. */
export interface PlacedEntry {
  readonly index: number;
  /** The entry's exact bytes as text: canonical JSON. */
  readonly text: string;
  /** The complete record; undefined: the entry contains the manifest of records. */
  readonly record: DisclosureRecord | undefined;
  /** Set for a record that names a manifest. */
  readonly grounds: DisclosureManifest | undefined;
}

/** A complete record and its position in the tree. */
export interface PlacedRecord {
  readonly index: number;
  readonly record: DisclosureRecord;
}

export interface RecordRange {
  /** Position to start from. */
  readonly fromIndex?: number;
  /** Inclusive. */
  readonly from?: Date;
  /** Exclusive. */
  readonly to?: Date;
}

const PAGE = 1_000;
/** Maximum cached manifests, about 10 KB each. */
const MAX_KNOWN = 5_000;

/** Reads the entries of one tree in order. An unknown kind of entry is an error, because it must not be skipped. */
export async function* readEntries({ client, origin }: AuditSource, range: RecordRange): AsyncGenerator<PlacedEntry> {
  const cached = new Map<string, DisclosureManifest>();
  let next = range.fromIndex ?? 0;
  for (;;) {
    const { rows } = await client.query<{ leaf_index: string; month: string; body: Buffer }>(
      `select e.leaf_index, e.month::text as month, e.body from ledger.entry e join ledger.tree t using (tree_id)
       where t.origin = $1 and e.leaf_index >= $2
         and ($3::timestamptz is null or e.recorded_at >= $3) and ($4::timestamptz is null or e.recorded_at < $4)
       order by e.leaf_index limit ${PAGE}`,
      [origin, next, range.from ?? null, range.to ?? null],
    );
    const page = rows.map(({ leaf_index, month, body }) => ({
      ...readEntry(Number(leaf_index), body.toString('utf8'), origin),
      month,
    }));
    if (cached.size > MAX_KNOWN) cached.clear();
    await loadMissing(
      client,
      page.flatMap(({ record, month }) => (record?.grounds === undefined ? [] : { name: record.grounds, month })),
      cached,
    );
    for (const { index, text, record } of page) {
      const manifest = record?.grounds === undefined ? undefined : cached.get(record.grounds);
      yield { index, text, record: record === undefined ? undefined : withManifest(record, cached), grounds: manifest };
      next = index + 1;
    }
    if (rows.length < PAGE) return;
  }
}

/** Reads only the records. */
export async function* readRecords(source: AuditSource, range: RecordRange): AsyncGenerator<PlacedRecord> {
  for await (const { index, record } of readEntries(source, range)) {
    if (record !== undefined) yield { index, record };
  }
}

function readEntry(index: number, text: string, origin: string) {
  const body: unknown = JSON.parse(text);
  const record = DisclosureRecord.safeParse(body);
  if (record.success) return { index, text, record: record.data };
  if (DisclosureManifest.safeParse(body).success) return { index, text, record: undefined };
  throw new Error(`Entry ${index} of ${origin} is not a disclosure record of a known version.`);
}

/** Finds the position of the entry with a record's manifest. */
export async function placeOfManifest({ client, origin }: AuditSource, index: number): Promise<number | undefined> {
  const inTree = 'from ledger.entry e join ledger.tree t using (tree_id) where t.origin = $1 and';
  const { rows } = await client.query<{ body: Buffer }>(`select e.body ${inTree} e.leaf_index = $2`, [origin, index]);
  const text = rows[0]?.body.toString('utf8');
  const name = text === undefined ? undefined : readEntry(index, text, origin).record?.grounds;
  if (name === undefined) return undefined;
  const { rows: places } = await client.query<{ leaf_index: string }>(
    `select e.leaf_index ${inTree} e.person = $2 order by e.leaf_index desc limit 1`,
    [origin, Buffer.from(name, 'base64url')],
  );
  return places[0] === undefined ? undefined : Number(places[0].leaf_index);
}

async function loadMissing(
  client: Client,
  named: readonly ManifestReference[],
  cached: Map<string, DisclosureManifest>,
): Promise<void> {
  const missing = new Map(named.filter(({ name }) => !cached.has(name)).map((wanted) => [wanted.name, wanted]));
  if (missing.size === 0) return;
  const { rows } = await client.query<ManifestRow>(FIND_MANIFESTS, wantedManifests([...missing.values()]));
  for (const [name, manifest] of readManifests(rows)) cached.set(name, manifest);
}
