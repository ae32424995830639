import { PublicError } from '../errors/publicError.ts';

/** Codes are compared as they stand: with another spelling a list would just be empty. Throws BAD_USER_INPUT. */
export function requireAgency(name: string, code: string, agencies: Iterable<string>): void {
  const codes = new Set(agencies);
  if (!codes.has(code)) {
    throw new PublicError('BAD_USER_INPUT', `${name} must be the code of an agency: ${[...codes].join(', ')}.`);
  }
}
