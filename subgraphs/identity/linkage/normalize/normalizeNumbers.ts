import { isPlaceholderNumber } from './placeholders.ts';

export interface NormalizedNumber {
  readonly ssn: string | null;
  readonly ssnLast4: string | null;
}

const NO_NUMBER: NormalizedNumber = { ssn: null, ssnLast4: null };

/** Social Security number without hyphens. Numbers that were never issued are no evidence. */
export function normalizeSsn(text: string | null): NormalizedNumber {
  if (text === null) return NO_NUMBER;
  const last4 = /^[*Xx# -]*(\d{4})$/.exec(text.trim())?.[1];
  if (last4 !== undefined) return last4 === '0000' ? NO_NUMBER : { ssn: null, ssnLast4: last4 };
  const number = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  // National numbers of other countries have 7 to 14 characters.
  if (number.length < 7 || number.length > 14 || isPlaceholderNumber(number)) return NO_NUMBER;
  return { ssn: number, ssnLast4: number.slice(-4) };
}

/** Phone number: digits without the country code. */
export function normalizePhone(text: string | null): string | null {
  const digits = text?.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '') ?? '';
  // A number of an office that everyone gets ends in many zeros.
  if (digits.length < 7 || /^(.)\1+$/.test(digits) || /0{6}$/.test(digits)) return null;
  return digits;
}

/** M or F; everything else is no evidence. */
export function normalizeGender(text: string | null): string | null {
  const first = text?.trim().charAt(0).toUpperCase();
  return first === 'M' || first === 'F' ? first : null;
}
