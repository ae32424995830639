import { PublicError } from '../errors/publicError.ts';

/**
 * Throws BAD_USER_INPUT for an unknown code. Codes are compared exactly, so a different spelling would just give an
 * empty list.
 */
export function requireAgency(name: string, code: string, agencies: Iterable<string>): void {
  const codes = new Set(agencies);
  if (!codes.has(code)) {
    throw new PublicError('BAD_USER_INPUT', `${name} must be the code of an agency: ${[...codes].join(', ')}.`);
  }
}
