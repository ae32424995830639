import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { AdministrationWrite, LoggedRow } from '../../kit/administration/loggedTable.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { contentTable } from '../tables.ts';

/** Texts by their SHA-256 in hexadecimal. */
export interface ContentStore {
  /** Rejects if the text is missing or is not what its digest says. */
  read(queries: Queries, digest: string): Promise<string>;
}

/** Characters of one part. An entry of the log has at most 65,535 bytes. */
const LARGEST_PART = 45_000;
/** Most bytes of a text. A larger one is not unpacked. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_CACHED_CHARACTERS = 16 * 1024 * 1024;

const pack = promisify(gzip);
const unpack = promisify(gunzip);

interface PartRow {
  readonly part: number;
  readonly ofParts: number;
  readonly body: string;
}

const partsOf = statement<PartRow>(
  'registry.content',
  'select part, of_parts as "ofParts", body from content where digest = $1 order by part',
);
const insertParts = statement<{ readonly row: LoggedRow }>(
  'registry.addContent',
  `insert into content (digest, part, of_parts, body, written_at)
   select $1, part, cardinality($2::text[]), body, $3
   from unnest($2::text[]) with ordinality as parts (body, part)
   on conflict (digest, part) do nothing returning to_jsonb(content) as row`,
);

/** Texts never change, so those that were read last are cached. */
export function createContentStore(): ContentStore {
  const cached = new LRUCache<string, string>({
    maxSize: MOST_CACHED_CHARACTERS,
    sizeCalculation: (text) => text.length + 1,
  });
  return {
    async read(queries, digest) {
      const known = cached.get(digest);
      if (known !== undefined) return known;
      const parts = await queries.rows(partsOf, [digest]);
      if (parts.length === 0 || parts.length !== parts[0]?.ofParts) throw new ContentLost(digest);
      const text = await unpacked(parts.map(({ body }) => body).join(''), digest);
      cached.set(digest, text);
      return text;
    },
  };
}

/** The text is not in the database, or is another one. Nothing may be decided by it. */
export class ContentLost extends Error {
  constructor(digest: string) {
    super(
      `The text ${digest} of a publication is missing from the registry's database or was changed outside the ` +
        'registry. Restore the database from its log (docs/security-team.md, "Restore a register").',
    );
  }
}

async function unpacked(body: string, digest: string): Promise<string> {
  try {
    const text = (await unpack(Buffer.from(body, 'base64'), { maxOutputLength: MOST_BYTES })).toString();
    if (digestOf(text) === digest) return text;
  } catch {
    // Not packed by this system: reported the same way.
  }
  throw new ContentLost(digest);
}

/** A text to write. Packed before the change begins, so that the register is not locked meanwhile. */
export interface PackedContent {
  readonly digest: string;
  readonly parts: readonly string[];
}

export async function packContent(text: string): Promise<PackedContent> {
  const body = (await pack(text)).toString('base64');
  const parts = Array.from({ length: Math.ceil(body.length / LARGEST_PART) }, (_, index) =>
    body.slice(index * LARGEST_PART, (index + 1) * LARGEST_PART),
  );
  return { digest: digestOf(text), parts };
}

/** Writes the text, unless it is there already. Returns what the log has to record. */
export async function writeContent(
  queries: Queries,
  { digest, parts }: PackedContent,
  by: AdministrationWrite['by'],
  now: Date,
): Promise<readonly AdministrationWrite[]> {
  const rows = await queries.rows(insertParts, [digest, [...parts], now]);
  return rows.map(({ row }) => ({ event: contentTable.event, table: contentTable.name, row, by }));
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
