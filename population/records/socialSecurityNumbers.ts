import { PLACES_PER_HOUSEHOLD } from '../household/maximumMembers.ts';
import { keyedPermutation } from '../random/keyedPermutation.ts';
import type { RandomStream } from '../random/randomStream.ts';

/** Areas 900 to 999 are never issued. Area 900 is left to fixed persons, and 999 to placeholders. */
const FIRST_AREA = 901;
const AREAS = 98;
/** Groups 01 to 49: taxpayer numbers of the IRS (ITIN, ATIN) have the same areas, and groups from 50. */
const GROUPS = 49;
const SERIALS = 9_999;

/** What clerks write where there is no number. */
export const PLACEHOLDER_SSNS = ['000-00-0000', '999-99-9999'] as const;

/** Returns the number of a person, AAA-GG-SSSS: household's index, position of the person in it. */
export type SocialSecurityNumber = (household: number, place: number) => string;

/** The numbers are unique, and outside of everything that was ever issued to anyone. */
export function createSocialSecurityNumbers(seed: string): SocialSecurityNumber {
  const permute = keyedPermutation(`social security of ${seed}`, AREAS * GROUPS * SERIALS);
  return (household, place) => {
    const value = permute(household * PLACES_PER_HOUSEHOLD + place);
    const serial = (value % SERIALS) + 1;
    const group = (Math.floor(value / SERIALS) % GROUPS) + 1;
    const area = Math.floor(value / (SERIALS * GROUPS)) + FIRST_AREA;
    return `${area}-${String(group).padStart(2, '0')}-${String(serial).padStart(4, '0')}`;
  };
}

/** True for numbers that can belong to nobody: area 900 to 999 with a group below 50, or a placeholder. */
export function isNeverIssued(ssn: string): boolean {
  const digits = ssn.replaceAll('-', '');
  return (
    /^9\d\d[0-4]\d{5}$/.test(digits) ||
    PLACEHOLDER_SSNS.some((placeholder) => placeholder.replaceAll('-', '') === digits)
  );
}

/** One digit off, or two neighbors swapped; never issued either. */
export function mistypeSsn(random: RandomStream, ssn: string): string {
  const digits = ssn.replaceAll('-', '');
  // The area keeps its 9, and the group its first digit.
  const place = random.pick([1, 2, 4, 5, 6, 7, 8]);
  const next = place + 1;
  const mayBeSwapped = place !== 2 && next < digits.length && digits[place] !== digits[next];
  const wrong =
    mayBeSwapped && random.chance(0.4)
      ? digits.slice(0, place) + digits.charAt(next) + digits.charAt(place) + digits.slice(next + 1)
      : digits.slice(0, place) + otherDigit(random, digits.charAt(place)) + digits.slice(next);
  return `${wrong.slice(0, 3)}-${wrong.slice(3, 5)}-${wrong.slice(5)}`;
}

export function otherDigit(random: RandomStream, digit: string): string {
  return String((Number(digit) + random.between(1, 9)) % 10);
}
