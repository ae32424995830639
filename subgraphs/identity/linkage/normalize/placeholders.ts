/** Words that a system writes where it has no name. */
const NO_NAME = new Set([
  'UNKNOWN',
  'UNK',
  'UNKN',
  'NONE',
  'NA',
  'NFN',
  'NLN',
  'NMN',
  'NMI',
  'FNU',
  'LNU',
  'NOFIRSTNAME',
  'NOLASTNAME',
  'NONAME',
  'NOTGIVEN',
  'NOTAVAILABLE',
  'REFUSED',
  'DECLINED',
  'ANONYMOUS',
  'TEST',
  'XXX',
  'XXXX',
]);

/** Returns null for a placeholder such as UNKNOWN, or for one letter repeated. */
export function withoutPlaceholder(name: string): string | null {
  return name === '' || NO_NAME.has(name) || /^(.)\1{2,}$/.test(name) ? null : name;
}

/** Birth dates that systems fill in where they have none, as YYYYMMDD. */
export const PLACEHOLDER_DATES = new Set(['19000101', '19010101', '18000101', '11111111', '19700101', '00000000']);

/** Numbers printed in advertisements and specimen cards, as listed by the Social Security Administration. */
const SPECIMEN_NUMBERS = new Set(['078051120', '219099999', '123456789', '987654321', '012345678', '457555462']);

/** A number that was never issued or stands for "no number". See POMS RM 10201.035 for the numbers that are not issued. */
export function isPlaceholderNumber(number: string): boolean {
  if (/^(.)\1+$/.test(number) || SPECIMEN_NUMBERS.has(number)) return true;
  return /^\d{9}$/.test(number) && /^(000|666|999)|^...00|0000$/.test(number);
}

/**
 * Addresses that say where an agency is, not where a person lives: house number, street name, and ZIP code as they are
 * compared. General delivery and shelters' words are in NO_STREET.
 */
export const AGENCY_ADDRESSES = new Set([
  // Department of Human Services, Springfield.
  '100|GRAND|62762',
  '100|GRAND|62704',
  // Department of Children and Family Services, Springfield and Chicago.
  '406|MONROE|62701',
  '6201|EMERALD|60621',
  // Department of Corrections, Springfield.
  '1301|CONCORDIA|62794',
  // Department of Healthcare and Family Services, Springfield.
  '201|GRAND|62763',
]);

/** Texts in the place of a street that say that there is none. */
export const NO_STREET = new Set([
  'HOMELESS',
  'UNKNOWN',
  'UNK',
  'NONE',
  'NA',
  'NOADDRESS',
  'NOFIXEDADDRESS',
  'NOPERMANENTADDRESS',
  'GENERALDELIVERY',
  'TRANSIENT',
  'CONFIDENTIAL',
  'PROTECTED',
  'REFUSED',
]);
