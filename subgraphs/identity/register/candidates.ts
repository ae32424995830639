import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import type { BlockingKey } from '../linkage/blocking/blockingRules.ts';
import { normalize } from '../linkage/normalize/normalize.ts';
import type { NormalizedRecord } from '../linkage/normalize/normalizedRecord.ts';
import type { PersonalData } from '../personalData/personalData.ts';

/** A key with more records says little about each of them, and is skipped. Batches do the same (linkRecords). */
const MOST_OF_KEY = 200;
/** Most candidates of a record: those with the rarest keys. */
const MOST_CANDIDATES = 200;

/**
 * Rules whose keys strangers share often. Two records that share keys of only one of these are not compared: of 31,535
 * such pairs among the 42,436 records of 60,000 people, none would be linked, and 2 would go to review. Their number grows
 * with the square of the records.
 */
const WEAK_RULES: ReadonlySet<string> = new Set([
  ...['birth-initial', 'names-city', 'names-street'],
  ...['street-name-city', 'street-name-zip', 'street-name-house'],
]);

/** Whether two records that share keys of these rules are compared. */
export function isWorthComparing(rules: ReadonlySet<string>): boolean {
  if (rules.size > 1) return true;
  const [only = ''] = rules;
  return !WEAK_RULES.has(only);
}

/** Token of a blocking key, of one generation of keys. */
export interface SearchToken {
  readonly rule: string;
  readonly token: bigint;
}

export function searchTokensOf(data: PersonalData, keys: readonly BlockingKey[]): readonly SearchToken[] {
  return keys.flatMap((key) => data.blockingTokens(key).map((token) => ({ rule: key.rule, token })));
}

/** For each token in the order of `$1`, the ids of its records, separated by commas. Reads only the primary key. */
const recordsOfTokens = statement<{ readonly ids: string | null }>(
  'identity.recordsOfTokens',
  `select (select string_agg(f.record_id::text, ',') from
     (select record_id from record_key where token = k.token limit ${MOST_OF_KEY + 1}) as f) as ids
   from unnest($1::bigint[]) with ordinality as k (token, place) order by k.place`,
);

/** For each search, the ids of at most 200 records that are worth comparing, those with the rarest keys first. */
export async function findCandidates(
  queries: Queries,
  searches: readonly (readonly SearchToken[])[],
): Promise<readonly (readonly string[])[]> {
  const tokens = searches.flat().map(({ token }) => token.toString());
  if (tokens.length === 0) return searches.map(() => []);
  const rows = await queries.rows(recordsOfTokens, [tokens]);
  let place = 0;
  return searches.map((search) => {
    const found = new Map<string, { readonly rules: Set<string>; weight: number }>();
    for (const { rule } of search) {
      const records = rows[place]?.ids?.split(',') ?? [];
      place += 1;
      if (records.length > MOST_OF_KEY) continue;
      for (const id of records) {
        const candidate = found.get(id);
        if (candidate === undefined) found.set(id, { rules: new Set([rule]), weight: 1 / records.length });
        else {
          candidate.rules.add(rule);
          candidate.weight += 1 / records.length;
        }
      }
    }
    const worthy = [...found].filter(([, { rules }]) => isWorthComparing(rules));
    if (worthy.length <= MOST_CANDIDATES) return worthy.map(([id]) => id);
    worthy.sort(([a, one], [b, other]) => other.weight - one.weight || (BigInt(a) < BigInt(b) ? -1 : 1));
    return worthy.slice(0, MOST_CANDIDATES).map(([id]) => id);
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
