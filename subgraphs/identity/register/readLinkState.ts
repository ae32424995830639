import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import type { LinkDecision } from '../linkage/cluster/decisions.ts';
import type { ScoredRecord } from '../linkage/model/compileScorer.ts';
import { normalize } from '../linkage/normalize/normalize.ts';
import type { NormalizedRecord } from '../linkage/normalize/normalizedRecord.ts';
import type { PersonalData } from '../personalData/personalData.ts';
import { addLink, type Link, type LinkState, type NumberState, type RecordState } from './linkState.ts';
import { MOST_IN_COMPONENT } from './recluster.ts';

/** Ids of the records that links and decisions connect with each of the records `$1`, up to one too many for each. */
const connected = statement<{ readonly id: string }>(
  'identity.connectedRecords',
  `select distinct c.record_id::text as id from unnest($1::bigint[]) as s (start) cross join lateral (
     with recursive reached (record_id) as (
       select s.start
       union
       select e.record_id from reached r cross join lateral (
         select other from record_pair where one = r.record_id and decision = 'AUTO_LINK'
         union all select one from record_pair where other = r.record_id and decision = 'AUTO_LINK'
         union all select other from link_decision where one = r.record_id and kind = 'LINK'
         union all select one from link_decision where other = r.record_id and kind = 'LINK') as e (record_id))
     select record_id from reached limit ${MOST_IN_COMPONENT + 1}) as c`,
);

interface StoredNumber {
  readonly personId: string;
  readonly system: string;
  readonly number: string;
  readonly token: string;
  readonly recordId: string | null;
  readonly compared: Buffer | null;
  readonly content: Buffer | null;
  readonly registeredAt: Date | null;
  readonly personSince: Date | null;
}

/** All numbers of the persons who have one of the records `$1`, and of the persons `$2`. */
const numbersOfPersons = statement<StoredNumber>(
  'identity.numbersAndRecords',
  `select n.person_id::text as "personId", n.system, encode(n.number, 'hex') as number, n.token::text as token,
     r.record_id::text as "recordId", r.compared, r.content, r.registered_at as "registeredAt",
     r.person_since as "personSince"
   from (
     select k.person_id from source_record c join system_number k on k.system = c.system and k.token = c.number_token
     where c.record_id = any($1::bigint[])
     union select unnest($2::uuid[])) as p
   join system_number n on n.person_id = p.person_id
   left join source_record r on r.system = n.system and r.number_token = n.token`,
);

const linksAmong = statement<Link>(
  'identity.linksAmong',
  `select one::text as one, other::text as other, weight from record_pair
   where one = any($1::bigint[]) and other = any($1::bigint[]) and decision = 'AUTO_LINK'`,
);
const decisionsAbout = statement<LinkDecision>(
  'identity.decisionsAbout',
  `select link_change_id::text as id, kind, one::text as one, other::text as other from link_decision
   where one = any($1::bigint[]) or other = any($1::bigint[])`,
);

export interface LinkStateRequest {
  /** Records whose components are read. */
  readonly records: readonly string[];
  /** Persons whose numbers and records are read besides. */
  readonly persons: readonly string[];
  prepare(record: NormalizedRecord): ScoredRecord;
  /** YYYYMMDD */
  readonly today: string;
}

/** Reads the part of the index that a change concerns. Call it under the lock of the register. */
export async function readLinkState(
  queries: Queries,
  data: PersonalData,
  { records: starts, persons, prepare, today }: LinkStateRequest,
): Promise<LinkState> {
  const empty = { records: new Map(), numbers: [], links: new Map(), persons: new Set(persons), decisions: [] };
  if (starts.length === 0 && persons.length === 0) return empty;
  const reached = starts.length === 0 ? [] : await queries.rows(connected, [starts]);
  const rows = await queries.rows(numbersOfPersons, [reached.map(({ id }) => id), persons]);
  const records = new Map<string, RecordState>();
  const numbers: NumberState[] = [];
  for (const row of rows) {
    const { personId, system, token, recordId } = row;
    const number = data.openNumber(system, personId, row.number);
    numbers.push({ system, number, token, recordId, before: personId, personId });
    const record = recordOf(row, number, data, prepare, today);
    if (record !== undefined) records.set(record.id, record);
  }
  const ids = [...records.keys()];
  const decisions = ids.length === 0 ? [] : await queries.rows(decisionsAbout, [ids]);
  const state: LinkState = {
    ...{ records, numbers, links: new Map(), decisions: [...decisions] },
    persons: new Set([...persons, ...numbers.map(({ before }) => before)]),
  };
  for (const link of ids.length < 2 ? [] : await queries.rows(linksAmong, [ids])) addLink(state, link);
  return state;
}

function recordOf(
  row: StoredNumber,
  number: string,
  data: PersonalData,
  prepare: LinkStateRequest['prepare'],
  today: string,
): RecordState | undefined {
  const { recordId: id, compared, content, registeredAt, personSince, personId, system } = row;
  if (id === null || compared === null || content === null || registeredAt === null || personSince === null) {
    return undefined;
  }
  return {
    ...{ id, system, number, registeredAt, personId, before: { personId, since: personSince } },
    scored: prepare(data.openCompared(id, compared) ?? normalize(data.openRecord(id, content), today)),
    content: () => data.openRecord(id, content),
  };
}
