import type { LinkChangeKind, LinkChangeStatus } from '../../../schema/generated/enums/identity.ts';
import type { AdministrationWrite, LoggedRow } from '../../kit/administration/loggedTable.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { linkChangeTable } from '../register/linkChangeTable.ts';
import type { PersonRegister } from '../register/personRegister.ts';
import type { Plan } from './plan.ts';
import type { Steward } from './requireSteward.ts';

/** A decision of people about links. */
export interface ChangeDraft {
  readonly id: string;
  readonly kind: Exclude<LinkChangeKind, 'REGISTER'>;
  /** The two records that it is about. */
  readonly one: string | null;
  readonly other: string | null;
  /** MERGE, UNMERGE: Person.id. */
  readonly survivorId: string | null;
  readonly replacedId: string | null;
  /** Ids of the persons whom it concerns. */
  readonly personIds: readonly string[];
  readonly reason: string;
  readonly reviewId: string | null;
  readonly proposedBy: Steward;
  readonly proposedAt: Date;
}

export interface ChangeState {
  readonly status: LinkChangeStatus;
  /** What takes effect. */
  readonly plan?: Plan;
  readonly changedBy: Steward;
  readonly changedAt: Date;
  readonly decisionReason?: string;
  /** When numbers without a record had come to their person, by `system token`. */
  readonly numbersSince?: ReadonlyMap<string, Date>;
}

const write = statement<{ readonly row: LoggedRow }>(
  'identity.writeLinkChange',
  `insert into link_change (link_change_id, kind, status, persons, moves, replacements, one, other, reason, review_id,
     proposed_by, proposed_by_agency, proposed_at, changed_by, changed_by_agency, changed_at, decision_reason)
   values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
   on conflict (link_change_id) do update set status = excluded.status, persons = excluded.persons, moves = excluded.moves,
     replacements = excluded.replacements, changed_by = excluded.changed_by,
     changed_by_agency = excluded.changed_by_agency, changed_at = excluded.changed_at,
     decision_reason = excluded.decision_reason
   returning to_jsonb(link_change) as row`,
);
const writePersons = statement<unknown>(
  'identity.writeLinkChangePersons',
  `insert into link_change_person (link_change_id, person_id, role)
   select $1::uuid, * from unnest($2::uuid[], $3::text[]) on conflict do nothing`,
);

/** Writes the row of a change. Returns the entry of the log, which must be durable before the commit. */
export async function writeChange(
  queries: Queries,
  register: PersonRegister,
  draft: ChangeDraft,
  state: ChangeState,
): Promise<readonly AdministrationWrite[]> {
  const { id, kind, one, other, reason, reviewId, proposedBy, proposedAt } = draft;
  const { status, plan, changedBy, changedAt, decisionReason } = state;
  const rows = await queries.rows(write, [
    ...[id, kind, status, personsOf(draft, plan).map(register.pseudonymOf).sort()],
    ...[JSON.stringify(movesOf(register, state)), JSON.stringify(replacementsOf(register, plan))],
    ...[one, other, reason, reviewId, proposedBy.subject, proposedBy.agency, proposedAt],
    ...[changedBy.subject, changedBy.agency, changedAt, decisionReason ?? null],
  ]);
  return rows.map(({ row }) => ({ event: linkChangeTable.event, table: linkChangeTable.name, row, by: changedBy }));
}

/** Writes whom the change concerns, by id. The persons exist. */
export async function writeChangePersons(queries: Queries, draft: ChangeDraft, plan?: Plan): Promise<void> {
  const persons = personsOf(draft, plan);
  const roleOf = (id: string) => (id === draft.survivorId ? 'SURVIVOR' : id === draft.replacedId ? 'REPLACED' : null);
  await queries.rows(writePersons, [draft.id, persons, persons.map(roleOf)]);
}

function personsOf({ personIds, survivorId, replacedId }: ChangeDraft, plan: Plan | undefined): readonly string[] {
  const moved = plan?.moves.flatMap(({ number, to }) => [number.personId, to]) ?? [];
  const named = [survivorId, replacedId].flatMap((id) => id ?? []);
  return [...new Set([...personIds, ...named, ...moved])];
}

function movesOf({ pseudonymOf }: PersonRegister, { plan, numbersSince }: ChangeState) {
  return (plan?.moves ?? []).map(({ number: { recordId: record, system, token, personId, personSince }, to }) => ({
    ...{ record, system, from: pseudonymOf(personId), to: pseudonymOf(to) },
    since: (personSince ?? numbersSince?.get(`${system} ${token}`))?.toISOString() ?? null,
  }));
}

function replacementsOf({ pseudonymOf }: PersonRegister, plan: Plan | undefined) {
  return [
    ...(plan?.restored ?? []).map(({ personId }) => ({ person: pseudonymOf(personId), by: null })),
    ...(plan?.replaced ?? []).map(({ personId, by }) => ({ person: pseudonymOf(personId), by: pseudonymOf(by) })),
  ];
}
