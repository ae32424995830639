import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { blockingKeys } from '../linkage/blocking/blockingRules.ts';
import { normalize } from '../linkage/normalize/normalize.ts';
import type { PersonalData } from '../personalData/personalData.ts';
import { columnsOf, insertRows, recordPairRow, recordTokenRows, sourceRecordRow } from '../personalData/recordRows.ts';
import type { DecidedDraft } from './decideGroup.ts';

const insertRecords = insertRows('source_record');
const insertKeys = insertRows('record_key', 'on conflict do nothing');
const insertPairs = insertRows('record_pair', 'on conflict do nothing');

/** A number that was linked before its record came keeps its token, which may be of an earlier generation of keys. */
const keepToken = statement<unknown>(
  'identity.keepNumberToken',
  `insert into source_record (record_id, system, number_token, content, compared, content_token, registered_at,
     person_since, key_generation)
   values ($1, $2, $3::bytea, $4::bytea, $5::bytea, $6::bytea, $7, $8, $9)`,
);
const updateRecords = statement<unknown>(
  'identity.updateRecords',
  `update source_record set content = fresh.content, compared = fresh.compared, content_token = fresh.content_token,
     registered_at = $5, key_generation = $6
   from unnest($1::bigint[], $2::bytea[], $3::bytea[], $4::bytea[]) as fresh (record_id, content, compared, content_token)
   where source_record.record_id = fresh.record_id`,
);
const contents = statement<{ readonly id: string; readonly content: Buffer }>(
  'identity.contentsToReplace',
  'select record_id::text as id, content from source_record where record_id = any($1::bigint[])',
);
const removeKeys = statement<unknown>(
  'identity.removeRecordKeys',
  `delete from record_key using unnest($1::bigint[], $2::bigint[]) as f (token, record_id)
   where record_key.token = f.token and record_key.record_id = f.record_id`,
);
const removePairs = statement<unknown>(
  'identity.removeRecordPairs',
  'delete from record_pair where one = any($1::bigint[]) or other = any($1::bigint[])',
);
const endReviews = statement<unknown>(
  'identity.endReviewsOfRecords',
  `update link_review set status = 'OBSOLETE'
   where (one = any($1::bigint[]) or other = any($1::bigint[])) and status in ('OPEN', 'PROPOSED') and cause <> 'KNOWN'`,
);

/** Writes new and changed records, what finds them, and the evidence. Numbers and persons are in the tables already. */
export async function writeRecords(
  queries: Queries,
  data: PersonalData,
  drafts: readonly DecidedDraft[],
  model: string,
  now: Date,
  today: string,
): Promise<void> {
  await removeFormer(
    queries,
    data,
    drafts.filter(({ kind }) => kind === 'changed'),
    now,
    today,
  );
  const added = drafts.filter(({ kind }) => kind === 'new');
  const rows = added.map(({ recordId, call: { system, number, content, normalized }, known }) => ({
    row: sourceRecordRow(data, {
      ...{ recordId, system, number, content, normalized, registeredAt: now, personSince: now },
    }),
    known,
  }));
  const fresh = rows.filter(({ known }) => known === undefined).map(({ row }) => row);
  if (fresh.length > 0) await queries.rows(insertRecords, columnsOf('source_record', fresh));
  for (const { row, known } of rows) {
    if (known !== undefined) await queries.rows(keepToken, row.with(2, known.token));
  }
  const written = drafts.filter(({ kind }) => kind !== 'same');
  const keys = written.flatMap(({ recordId, tokens }) => recordTokenRows(recordId, tokens));
  if (keys.length > 0) await queries.rows(insertKeys, columnsOf('record_key', keys));
  const pairs = written.flatMap((draft) =>
    draft.pairs.map((pair) => recordPairRow({ ...pair, one: draft.recordId, model })),
  );
  if (pairs.length > 0) await queries.rows(insertPairs, columnsOf('record_pair', pairs));
}

async function removeFormer(
  queries: Queries,
  data: PersonalData,
  changed: readonly DecidedDraft[],
  now: Date,
  today: string,
): Promise<void> {
  if (changed.length === 0) return;
  const ids = changed.map(({ recordId }) => recordId);
  const [tokens, holders]: [string[], string[]] = [[], []];
  for (const { id, content } of await queries.rows(contents, [ids])) {
    for (const key of blockingKeys(normalize(data.openRecord(id, content), today))) {
      for (const token of data.blockingTokens(key)) {
        tokens.push(token.toString());
        holders.push(id);
      }
    }
  }
  await queries.rows(removeKeys, [tokens, holders]);
  await queries.rows(removePairs, [ids]);
  await queries.rows(endReviews, [ids]);
  await queries.rows(updateRecords, [
    ids,
    changed.map(({ recordId, call }) => data.sealRecord(recordId, call.content)),
    changed.map(({ recordId, call }) => data.sealCompared(recordId, call.normalized)),
    changed.map(({ call }) => data.contentToken(call.content)),
    now,
    data.generation(),
  ]);
}
