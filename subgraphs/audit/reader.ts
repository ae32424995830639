import { residentOf } from '../../schema/ledger/personPseudonym.ts';
import type { GrantClaims } from '../../schema/tokens/grant.ts';
import { PublicError } from '../kit/errors/publicError.ts';
import type { FactsOfPersons } from '../kit/facts/personFacts.ts';
import { requirePersonId } from '../kit/values/requirePersonId.ts';

/** A caller and the part of the log that they may read. */
export type Reader =
  /** The whole log. */
  | { readonly kind: 'auditor'; readonly subject: string }
  /** Requests for the agency's own datasets. */
  | { readonly kind: 'agency'; readonly agency: string }
  /** Entries about this person. */
  | { readonly kind: 'resident'; readonly personId: string };

/** The agency that runs the gateway. Its auditors and data steward are responsible for the whole log. */
export const OPERATOR = 'DOIT';

const AUDIT_PURPOSES: readonly string[] = ['AUDIT', 'DATA_GOVERNANCE'];

/**
 * Determines the reader from the grant alone. A resident's token has the role RESIDENT, the purpose SUBJECT_REQUEST and
 * the subject `person:<Person.id>`, which the identity provider vouches for. Throws FORBIDDEN for everyone else.
 */
export function readerOf(grant: GrantClaims): Reader {
  const { agency, roles, purpose, sub } = grant;
  if (isAuditor(grant)) return { kind: 'auditor', subject: sub ?? '' };
  if (AUDIT_PURPOSES.includes(purpose) && agency !== OPERATOR && roles.includes('AUDITOR')) {
    return { kind: 'agency', agency };
  }
  const own = residentOf(sub ?? '');
  if (purpose === 'SUBJECT_REQUEST' && roles.includes('RESIDENT') && own !== undefined) {
    return { kind: 'resident', personId: own };
  }
  throw new PublicError(
    'FORBIDDEN',
    'Only auditors (purpose AUDIT or DATA_GOVERNANCE) can read the log, and residents their own record.',
  );
}

/** True if the caller may see the whole log. */
export function isAuditor({ agency, roles, purpose }: GrantClaims): boolean {
  return (
    AUDIT_PURPOSES.includes(purpose) &&
    agency === OPERATOR &&
    (roles.includes('AUDITOR') || roles.includes('DATA_STEWARD'))
  );
}

/** Throws FORBIDDEN unless the reader may see the whole log. */
export function requireAuditor(grant: GrantClaims): Extract<Reader, { kind: 'auditor' }> {
  const reader = readerOf(grant);
  if (reader.kind !== 'auditor') throw new PublicError('FORBIDDEN', `Only auditors of ${OPERATOR} may do this.`);
  return reader;
}

/** Throws FORBIDDEN unless the reader is an auditor of the operator or of an agency. */
export function requireStaffReader(grant: GrantClaims): void {
  if (readerOf(grant).kind === 'resident') throw new PublicError('FORBIDDEN', 'Only auditors may do this.');
}

/** Returns the operator's employee acting in this role, whose name is recorded. Throws FORBIDDEN for everyone else. */
export function requireOperator(
  grant: GrantClaims,
  role: 'AUDITOR' | 'DATA_STEWARD',
): { readonly subject: string; readonly agency: string } {
  const { subject } = requireAuditor(grant);
  if (!grant.roles.includes(role)) throw new PublicError('FORBIDDEN', `This requires the role ${role} of ${OPERATOR}.`);
  if (subject.trim() === '') {
    throw new PublicError(
      'FORBIDDEN',
      'Your token has no subject (claim sub), so this cannot be recorded. Sign in as a person.',
    );
  }
  return { subject, agency: grant.agency };
}

/**
 * Determines the reader of one person's accounting. Residents read their own, and a mother, father, or legal
 * guardian reads that of a child under 18 (45 CFR 164.502(g)(3), 34 CFR 99.32(c)) unless the child is a ward of the state.
 * The person index knows who is whose parent or guardian; rejects with FACTS_UNAVAILABLE if it cannot be reached. Throws FORBIDDEN for
 * everyone else.
 *
 * @param isSamePerson whether two ids are of one person by now, because they were merged
 */
export async function readerOfAccounting(
  grant: GrantClaims,
  personId: string,
  facts: FactsOfPersons | undefined,
  isSamePerson: (one: string, other: string) => Promise<boolean> = () => Promise.resolve(false),
): Promise<Reader> {
  const reader = readerOf(grant);
  const person = requirePersonId('personId', personId);
  if (reader.kind !== 'resident' || reader.personId === person) return reader;
  if (await isSamePerson(reader.personId, person)) return reader;
  const known = (await facts?.of(person)) ?? [];
  if (known.includes('PARENT') && !known.includes('WARD')) return { kind: 'resident', personId: person };
  throw new PublicError(
    'FORBIDDEN',
    'Residents can read their own record, and parents or legal guardians that of a child under 18 who is not a ward of ' +
      'the state. ' +
      'If you act for someone else, ask the privacy officer of the agency.',
  );
}
