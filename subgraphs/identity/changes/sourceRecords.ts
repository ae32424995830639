import type { RecordContent } from '../../../schema/persons/sourceRecord.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import type { PersonalData } from '../personalData/personalData.ts';

/** What a system wrote about a person, decrypted for one request. */
export interface OpenRecord {
  readonly id: string;
  readonly system: string;
  readonly personId: string;
  readonly content: RecordContent;
  readonly registeredAt: Date;
  readonly personSince: Date;
}

interface StoredRecord extends Omit<OpenRecord, 'content'> {
  readonly sealed: Buffer;
}

const COLUMNS = `r.record_id::text as id, r.system, n.person_id::text as "personId", r.content as sealed,
  r.registered_at as "registeredAt", r.person_since as "personSince"
  from source_record r join system_number n on n.system = r.system and n.token = r.number_token`;

const byIds = statement<StoredRecord>(
  'identity.recordsByIds',
  `select ${COLUMNS} where r.record_id = any($1::bigint[]) order by r.record_id`,
);
const ofPersons = statement<StoredRecord>(
  'identity.recordsOfPersons',
  `select ${COLUMNS} where n.person_id = any($1::uuid[]) order by r.system, r.record_id`,
);

/** Records by id; those that do not exist are left out. */
export async function recordsByIds(
  queries: Queries,
  data: PersonalData,
  ids: readonly string[],
): Promise<readonly OpenRecord[]> {
  return opened(await queries.rows(byIds, [ids]), data);
}

export async function recordsOfPersons(
  queries: Queries,
  data: PersonalData,
  personIds: readonly string[],
): Promise<readonly OpenRecord[]> {
  return opened(await queries.rows(ofPersons, [personIds]), data);
}

function opened(rows: readonly StoredRecord[], data: PersonalData): readonly OpenRecord[] {
  return rows.map(({ sealed, ...row }) => ({ ...row, content: data.openRecord(row.id, sealed) }));
}

/** Whether a text may be SourceRecord.id. */
export function isRecordId(text: string): boolean {
  return /^[1-9]\d{0,17}$/.test(text);
}
