import { statement } from '../../../kit/database/statement.ts';
import { type AgreementState, type Status, statusAt } from '../../agreement/status/statusAt.ts';
import type { RequestTerms } from '../../agreement/terms/terms.ts';
import { atLeastAsStrict } from '../../agreement/terms/vocabulary.ts';
import { readHistories } from '../histories.ts';
import type { RegisterTransaction } from '../registerTransaction.ts';

/** An agreement that already grants, or already requests, everything in a request. */
export interface ConflictingAgreement {
  readonly id: string;
  readonly kind: 'approval' | 'request';
}

const PENDING: readonly Status[] = [
  'SUBMITTED',
  'INFORMATION_ASKED',
  'EXTENDED',
  'ESCALATED',
  'APPEALED',
  'REVOCATION_ESCALATED',
];
const GIVEN: readonly Status[] = [
  'APPROVED',
  'PARTIALLY_APPROVED',
  'DEEMED_APPROVED',
  'OVERTURNED',
  'SUSTAINED',
  'PENDING_FEDERAL_APPROVAL',
  'IN_FORCE',
  // A new request must not be a way around a suspension.
  'SUSPENDED',
];

const agreementsOfTriple = statement<{ readonly id: string }>(
  'agreementsOfTriple',
  `select agreement.agreement_id as id from agreement join agreement_phase as phase using (agreement_id)
   where requester = $1 and dataset = $2 and purpose = $3 and starts_at <= $4 and ends_at > $4 and status = any($5)
   order by drafted_at, agreement_id`,
);

/** Finds such an agreement. `terms.fields` null: every field of the dataset, `everything`. */
export async function conflictingAgreement(
  { queries, now, rules }: RegisterTransaction,
  requester: string,
  terms: RequestTerms,
  everything: readonly string[],
): Promise<ConflictingAgreement | undefined> {
  const { dataset, purpose } = terms;
  const found = await queries.rows(agreementsOfTriple, [requester, dataset, purpose, now, [...PENDING, ...GIVEN]]);
  if (found.length === 0) return undefined;
  const asked = terms.fields ?? everything;
  for (const [id, events] of await readHistories(
    queries,
    found.map((row) => row.id),
  )) {
    const state = statusAt(events, now, rules.calendar, rules.settings);
    if (state === undefined) continue;
    if (GIVEN.includes(state.status) && covers(state, terms, asked)) return { id, kind: 'approval' };
    if (PENDING.includes(state.status) && asksFor(state, asked)) return { id, kind: 'request' };
  }
  return undefined;
}

function asksFor({ terms }: AgreementState, asked: readonly string[]): boolean {
  return asked.every((field) => terms.fields?.includes(field) ?? true);
}

function covers({ granted }: AgreementState, terms: RequestTerms, asked: readonly string[]): boolean {
  return asked.every((field) => {
    const transform = terms.transforms.find((wanted) => wanted.field === field)?.transform ?? null;
    return granted.some(
      (given) =>
        given.field === field &&
        (given.transform === null || given.transform === transform) &&
        atLeastAsStrict(terms.conditions, given.conditions),
    );
  });
}
