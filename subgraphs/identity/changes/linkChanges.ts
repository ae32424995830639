import type { LinkChangeKind, LinkChangeStatus } from '../../../schema/generated/enums/identity.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { readChangeCursor, writeCursor } from './pages.ts';

/** A record that came to another person, as the log has it: persons are pseudonyms. */
export interface LoggedMove {
  /** source_record.record_id; null for a number without a record. */
  readonly record: string | null;
  readonly system: string;
  /** Null: the record was new. */
  readonly from: string | null;
  readonly to: string;
  /** RFC 3339: when the record had come to `from`. Null: it is not known. */
  readonly since: string | null;
}

/** A move with the ids of its persons; null: not known any more. */
export interface OpenMove extends LoggedMove {
  readonly fromId: string | null;
  readonly toId: string | null;
}

/** An id that stands for another person from then on, or that is its person's own again. Persons are pseudonyms. */
export interface LoggedReplacement {
  readonly person: string;
  readonly by: string | null;
}

/** A change of links, or a proposal. */
export interface ChangeRow {
  readonly id: string;
  readonly kind: LinkChangeKind;
  readonly status: LinkChangeStatus;
  readonly moves: readonly LoggedMove[];
  /** The two records that it is about. */
  readonly one: string | null;
  readonly other: string | null;
  readonly reason: string;
  readonly model: string | null;
  readonly reviewId: string | null;
  readonly proposedBy: string;
  readonly proposedByAgency: string;
  readonly proposedAt: Date;
  readonly changedBy: string;
  readonly changedAt: Date;
  /** Why the second steward approved or refused it. */
  readonly decisionReason: string | null;
  /** Ids of the persons whom it concerns. */
  readonly personIds: readonly string[];
  /** MERGE, UNMERGE: ids. */
  readonly survivorId: string | null;
  readonly replacedId: string | null;
  /** `changedAt` as text that compares like the column. */
  readonly position: string;
}

const COLUMNS = `c.link_change_id::text as id, c.kind, c.status, c.moves, c.one::text as one, c.other::text as other,
  c.reason, c.model, c.review_id::text as "reviewId", c.proposed_by as "proposedBy",
  c.proposed_by_agency as "proposedByAgency", c.proposed_at as "proposedAt",
  c.changed_by as "changedBy", c.changed_at as "changedAt", c.decision_reason as "decisionReason",
  array(select p.person_id::text from link_change_person p where p.link_change_id = c.link_change_id order by 1)
    as "personIds",
  (select p.person_id::text from link_change_person p
   where p.link_change_id = c.link_change_id and p.role = 'SURVIVOR') as "survivorId",
  (select p.person_id::text from link_change_person p
   where p.link_change_id = c.link_change_id and p.role = 'REPLACED') as "replacedId",
  to_char(c.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as position
  from link_change c`;

const byId = statement<ChangeRow>('identity.linkChange', `select ${COLUMNS} where c.link_change_id = $1`);
const ofReview = statement<ChangeRow>(
  'identity.linkChangeOfReview',
  `select ${COLUMNS} where c.review_id = $1
   order by c.status = 'PROPOSED' desc, c.changed_at desc, c.link_change_id desc limit 1`,
);
/** `$1`: status, null for all; `$2`: person; `$3`, `$4`: where the last page ended. */
const PAGE = `($1::text is null or c.status = $1)
     and ($3::timestamptz is null or (c.changed_at, c.link_change_id) < ($3, $4::uuid))
   order by c.changed_at desc, c.link_change_id desc limit $5`;
const OF_PERSON =
  'join link_change_person mine on mine.link_change_id = c.link_change_id and mine.person_id = $2::uuid';
const page = statement<ChangeRow>('identity.linkChanges', `select ${COLUMNS} where $2::uuid is null and ${PAGE}`);
const ofPersonPage = statement<ChangeRow>(
  'identity.linkChangesOfPerson',
  `select ${COLUMNS} ${OF_PERSON} where ${PAGE}`,
);
const MOST_COUNTED = 10_000;
const countOf = (name: string, join: string) =>
  statement<{ readonly count: number }>(
    name,
    `select count(*)::int as count from (select from link_change c ${join} where ($1::text is null or c.status = $1)
       limit ${MOST_COUNTED}) as found`,
  );
const counted = countOf('identity.countLinkChanges', '');
const ofPersonCounted = countOf('identity.countLinkChangesOfPerson', OF_PERSON);

export async function readChange(queries: Queries, id: string): Promise<ChangeRow | undefined> {
  return (await queries.rows(byId, [id]))[0];
}

/** The last change that an answer to the review made or proposed. */
export async function readChangeOfReview(queries: Queries, reviewId: string): Promise<ChangeRow | undefined> {
  return (await queries.rows(ofReview, [reviewId]))[0];
}

/** One page of changes, newest first. */
export async function readChanges(
  queries: Queries,
  asked: {
    readonly personId: string | null;
    readonly status: LinkChangeStatus | null;
    readonly first: number;
    readonly after: string | null;
  },
) {
  const { personId, status, first, after } = asked;
  const [at, id] = after === null ? [null, null] : readChangeCursor(after);
  const [rows, [total]] = await Promise.all([
    queries.rows(personId === null ? page : ofPersonPage, [status, personId, at, id, first + 1]),
    personId === null ? queries.rows(counted, [status]) : queries.rows(ofPersonCounted, [status, personId]),
  ]);
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return {
    nodes,
    totalCount: total?.count ?? 0,
    endCursor: last === undefined ? null : writeCursor([last.position, last.id]),
    hasNextPage: rows.length > first,
  };
}
