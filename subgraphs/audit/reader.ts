import type { GrantClaims } from '../../schema/grant.ts';
import { residentOf } from '../../schema/personReference.ts';
import { PublicError } from '../kit/errors/publicError.ts';
import type { FactsOfPersons } from '../kit/facts/personFacts.ts';
import { requirePersonId } from '../kit/values/requirePersonId.ts';

/** How much of the log somebody may read. */
export type Reader =
  /** All of it. */
  | { readonly kind: 'auditor'; readonly subject: string }
  /** What was asked of the agency's own datasets. */
  | { readonly kind: 'agency'; readonly agency: string }
  /** What is about this person. */
  | { readonly kind: 'resident'; readonly personId: string };

/** The agency that runs the gateway; its auditors and data steward answer for all of the log. */
const OPERATOR = 'DOIT';

const AUDIT_PURPOSES: readonly string[] = ['AUDIT', 'DATA_GOVERNANCE'];

/**
 * Who reads, from the grant alone. A resident's token has the role RESIDENT, the purpose SUBJECT_REQUEST and the subject
 * `person:<Person.id>`: the identity provider vouches for it. Throws FORBIDDEN for everybody else.
 */
export function readerOf(grant: GrantClaims): Reader {
  const { agency, roles, purpose, sub } = grant;
  if (AUDIT_PURPOSES.includes(purpose)) {
    if (agency === OPERATOR && (roles.includes('AUDITOR') || roles.includes('DATA_STEWARD'))) {
      return { kind: 'auditor', subject: sub ?? '' };
    }
    if (agency !== OPERATOR && roles.includes('AUDITOR')) return { kind: 'agency', agency };
  }
  const own = residentOf(sub ?? '');
  if (purpose === 'SUBJECT_REQUEST' && roles.includes('RESIDENT') && own !== undefined) {
    return { kind: 'resident', personId: own };
  }
  throw new PublicError(
    'FORBIDDEN',
    'The log is read by auditors (purpose AUDIT or DATA_GOVERNANCE), and by residents for their own record.',
  );
}

/** Throws FORBIDDEN unless all of the log is open. */
export function requireAuditor(grant: GrantClaims): Extract<Reader, { kind: 'auditor' }> {
  const reader = readerOf(grant);
  if (reader.kind !== 'auditor') throw new PublicError('FORBIDDEN', `This is for auditors of ${OPERATOR}.`);
  return reader;
}

/** The person of the operator who acts in this role, for what is recorded under their name. Throws FORBIDDEN. */
export function requireOperator(
  grant: GrantClaims,
  role: 'AUDITOR' | 'DATA_STEWARD',
): { readonly subject: string; readonly agency: string } {
  const { subject } = requireAuditor(grant);
  if (!grant.roles.includes(role)) throw new PublicError('FORBIDDEN', `This needs the role ${role} of ${OPERATOR}.`);
  if (subject.trim() === '') {
    throw new PublicError('FORBIDDEN', 'Your token names nobody (claim sub), so this cannot be recorded.');
  }
  return { subject, agency: grant.agency };
}

/**
 * The reader of one person's accounting. A resident reads their own, and a mother or father that of their child under 18
 * (45 CFR 164.502(g)(3), 34 CFR 99.32(c)) unless the child is a ward of the state. The person index says who is whose
 * parent; when it cannot be asked, rejects with FACTS_UNAVAILABLE. Throws FORBIDDEN for everybody else.
 */
export async function readerOfAccounting(
  grant: GrantClaims,
  personId: string,
  facts: FactsOfPersons | undefined,
): Promise<Reader> {
  const reader = readerOf(grant);
  const person = requirePersonId('personId', personId);
  if (reader.kind !== 'resident' || reader.personId === person) return reader;
  const known = (await facts?.of(person)) ?? [];
  if (known.includes('PARENT') && !known.includes('WARD')) return { kind: 'resident', personId: person };
  throw new PublicError(
    'FORBIDDEN',
    'Residents read their own record, and parents that of a child under 18 who is not a ward of the state. ' +
      'Others who act for somebody ask the privacy officer of the agency.',
  );
}
