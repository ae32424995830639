import type { Queries } from '../../../kit/database/database.ts';
import { statement } from '../../../kit/database/statement.ts';
import type { AgreementEvent } from '../../agreement/move.ts';
import type { Rules } from '../../agreement/rules.ts';
import { replay } from '../../agreement/status/proceedings.ts';
import { businessDaysBetween } from '../../calendar/businessDays.ts';
import { startOfDay } from '../../calendar/localDate.ts';
import { type Phase, phasesOf } from './phases.ts';

/** An agreement as stored in the index, derived from its history alone. */
export interface IndexedAgreement {
  readonly id: string;
  readonly events: readonly AgreementEvent[];
  readonly phases: readonly Phase[];
}

const deleteIndex = statement<unknown>('deleteIndex', 'delete from agreement where agreement_id = any($1::uuid[])');
const insertAgreements = statement<unknown>(
  'insertAgreements',
  'insert into agreement select * from jsonb_populate_recordset(null::agreement, $1::jsonb)',
);
const insertPhases = statement<unknown>(
  'insertPhases',
  'insert into agreement_phase select * from jsonb_populate_recordset(null::agreement_phase, $1::jsonb)',
);

/** Sort position for entries without a date, at the end of every inbox. */
const END_OF_TIME = '9999-01-01T00:00:00Z';

export function indexed(id: string, events: readonly AgreementEvent[], rules: Rules): IndexedAgreement {
  return { id, events, phases: phasesOf(events, rules) };
}

/** Writes the agreements to the index, replacing their previous entries. */
export async function writeIndex(
  queries: Queries,
  agreements: readonly IndexedAgreement[],
  rules: Rules,
): Promise<void> {
  await queries.rows(deleteIndex, [agreements.map(({ id }) => id)]);
  const rows = indexRows(agreements, rules);
  await queries.rows(insertAgreements, [JSON.stringify(rows.agreements)]);
  await queries.rows(insertPhases, [JSON.stringify(rows.phases)]);
}

/** Converts the agreements to rows of the tables `agreement` and `agreement_phase`. */
export function indexRows(
  agreements: readonly IndexedAgreement[],
  rules: Rules,
): { readonly agreements: readonly object[]; readonly phases: readonly object[] } {
  return {
    agreements: agreements.map((agreement) => agreementRow(agreement, rules)),
    phases: agreements.flatMap(phaseRows),
  };
}

function agreementRow({ id, events, phases }: IndexedAgreement, { calendar, settings }: Rules): object {
  const first = phases[0];
  if (first === undefined) throw new Error('An agreement without a history cannot be indexed.');
  const { state } = first;
  const answer = events.find(({ move }) => move.kind === 'APPROVE' || move.kind === 'DENY');
  const revoked = events.findIndex(({ move }) => move.kind === 'REVOKE');
  // The statistics cover how the request was answered; its revocation is a separate matter.
  const answering = revoked < 0 ? events : events.slice(0, revoked);
  const made = (kind: string) => answering.some(({ move }) => move.kind === kind);
  const { submittedAt } = state;
  const last = events.at(-1);
  const due = last === undefined ? null : (replay(events, last.at, calendar, settings)?.due ?? null);
  return {
    agreement_id: id,
    sequence: state.sequence,
    requester: state.requester,
    owner: state.owner,
    dataset: state.terms.dataset,
    purpose: state.terms.purpose,
    legal_basis: state.terms.legalBasis,
    drafted_at: events[0]?.at,
    submitted_at: submittedAt,
    due_at: due,
    due_days: submittedAt === null ? null : state.dueDays,
    answered_at: answer?.at ?? null,
    answer: answer === undefined ? null : answer.move.kind,
    answer_days:
      answer === undefined || submittedAt === null ? null : businessDaysBetween(submittedAt, answer.at, calendar),
    disputed: made('ESCALATE'),
    overturned: made('OVERTURN'),
    reversed: answering.some(({ move }) => move.kind === 'DECIDE' && move.outcome === 'REVERSE'),
    federally_approved: events.some(({ move }) => move.kind === 'FEDERAL_APPROVE'),
  };
}

function phaseRows({ id, phases }: IndexedAgreement): readonly object[] {
  return phases.map(({ startsAt, endsAt, state, open, changesAccess }) => ({
    agreement_id: id,
    starts_at: startsAt ?? '-infinity',
    ends_at: endsAt ?? 'infinity',
    status: state.status,
    turn_agency: state.turn?.agency ?? null,
    turn_until: turnUntil(state) ?? END_OF_TIME,
    granted: state.granted.length > 0,
    in_force: state.access.inForce,
    valid_from: open?.validFrom ?? null,
    valid_until: open?.validUntil ?? null,
    roles: state.terms.roles,
    fields: open?.fields ?? null,
    changes_access: changesAccess,
  }));
}

/** Deadline of the side whose turn it is: a silent owner's has an effect; the COO's is only a target. */
function turnUntil({ due, decisionTarget, access, status }: Phase['state']): Date | null {
  if (due !== null) return due.moment;
  if (decisionTarget !== null) return decisionTarget;
  return status === 'IN_FORCE' && access.reviewOn !== null ? startOfDay(access.reviewOn) : null;
}
