import type { GrantClaims } from '../../../schema/tokens/grant.ts';
import { PublicError } from '../../kit/errors/publicError.ts';

const OPERATOR = 'DOIT';

export interface Steward {
  readonly subject: string;
  readonly agency: string;
}

/** Throws FORBIDDEN unless the caller is the data steward of DOIT, for DATA_GOVERNANCE. */
export function requireStewardReader({ agency, roles, purpose }: GrantClaims): void {
  if (agency !== OPERATOR || !roles.includes('DATA_STEWARD') || purpose !== 'DATA_GOVERNANCE') {
    throw new PublicError(
      'FORBIDDEN',
      `Only the data steward of ${OPERATOR} (purpose DATA_GOVERNANCE) sees records and links of persons.`,
    );
  }
}

/** Returns the steward, whose name is recorded. Throws FORBIDDEN for everyone else. */
export function requireSteward(grant: GrantClaims): Steward {
  const { agency, roles, purpose, sub } = grant;
  if (agency !== OPERATOR || !roles.includes('DATA_STEWARD') || purpose !== 'DATA_GOVERNANCE') {
    throw new PublicError('FORBIDDEN', `Only the data steward of ${OPERATOR} (purpose DATA_GOVERNANCE) links persons.`);
  }
  if (sub === undefined || sub.trim() === '') {
    throw new PublicError(
      'FORBIDDEN',
      'Your token has no subject (claim sub), so this cannot be recorded. Sign in as a person.',
    );
  }
  return { subject: sub, agency };
}
