import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { normalize } from '../linkage/normalize/normalize.ts';
import type { NormalizedRecord } from '../linkage/normalize/normalizedRecord.ts';
import type { PersonalData } from '../personalData/personalData.ts';

/** A key with more records says little about each of them, and is skipped. Batches do the same (linkRecords). */
const MOST_OF_KEY = 200;
/** Most candidates of a record: those with the rarest keys. */
const MOST_CANDIDATES = 200;

/** For each token in the order of `$1`, the ids of its records, separated by commas. Reads only the primary key. */
const recordsOfTokens = statement<{ readonly ids: string | null }>(
  'identity.recordsOfTokens',
  `select (select string_agg(f.record_id::text, ',') from
     (select record_id from record_key where token = k.token limit ${MOST_OF_KEY + 1}) as f) as ids
   from unnest($1::bigint[]) with ordinality as k (token, place) order by k.place`,
);

/** For each list of tokens, the ids of at most 200 records that have one of them, those with the rarest first. */
export async function findCandidates(
  queries: Queries,
  searches: readonly (readonly bigint[])[],
): Promise<readonly (readonly string[])[]> {
  const tokens = searches.flat().map(String);
  if (tokens.length === 0) return searches.map(() => []);
  const found = await queries.rows(recordsOfTokens, [tokens]);
  let place = 0;
  return searches.map((search) => {
    const weights = new Map<string, number>();
    for (const { ids } of found.slice(place, place + search.length)) {
      if (ids === null) continue;
      const records = ids.split(',');
      if (records.length > MOST_OF_KEY) continue;
      for (const id of records) weights.set(id, (weights.get(id) ?? 0) + 1 / records.length);
    }
    place += search.length;
    if (weights.size <= MOST_CANDIDATES) return [...weights.keys()];
    const rarest = [...weights].sort(([a, one], [b, other]) => other - one || (BigInt(a) < BigInt(b) ? -1 : 1));
    return rarest.slice(0, MOST_CANDIDATES).map(([id]) => id);
  });
}

const comparedById = statement<{ readonly id: string; readonly compared: Buffer }>(
  'identity.comparedById',
  'select record_id::text as id, compared from source_record where record_id = any($1::bigint[])',
);
const contentById = statement<{ readonly id: string; readonly content: Buffer }>(
  'identity.contentById',
  'select record_id::text as id, content from source_record where record_id = any($1::bigint[])',
);

/** Reads records in the form that is compared, by id. */
export async function readCompared(
  queries: Queries,
  data: PersonalData,
  ids: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, NormalizedRecord>> {
  const records = new Map<string, NormalizedRecord>();
  if (ids.length === 0) return records;
  const outdated: string[] = [];
  for (const { id, compared } of await queries.rows(comparedById, [ids])) {
    const record = data.openCompared(id, compared);
    if (record === undefined) outdated.push(id);
    else records.set(id, record);
  }
  if (outdated.length === 0) return records;
  for (const { id, content } of await queries.rows(contentById, [outdated])) {
    records.set(id, normalize(data.openRecord(id, content), today));
  }
  return records;
}
