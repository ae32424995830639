import type { Transform } from '../../schema/approvals/approvalTerms.ts';

/** Returns the function that masks one leaf value. Null stays null; a value of another kind is not shown. */
export type Transforms = (transform: Transform) => (value: unknown) => unknown;

/** Ages from 90 on are one group. See 45 CFR 164.514(b)(2)(i)(C). */
const OLDEST = 90;
/**
 * Areas of three ZIP digits with 20,000 people or fewer (census of 2000), which are masked. See 45 CFR
 * 164.514(b)(2)(i)(B).
 */
const SMALL_ZIP3: ReadonlySet<string> = new Set(
  '036 059 063 102 203 556 692 790 821 823 830 831 878 879 884 890 893'.split(' '),
);

/** Transforms that approvals can require. Ages are those on the day of the request, in Illinois. */
export function createTransforms(clock: () => Date): Transforms {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' });
  return (transform) => {
    switch (transform) {
      case 'MONTH':
        return onDate((date) => date.slice(0, 7));
      case 'YEAR_ONLY':
        return onDate((date) => date.slice(0, 4));
      case 'AGE_BAND':
        return onDate((date) => ageBand(date, today.format(clock())));
      case 'LAST4':
        return onText((text) => (text.length > 4 ? text.slice(-4) : null));
      case 'ZIP3':
        return onText((text) => (/^\d{5}(-\d{4})?$/.test(text) ? zip3(text) : null));
      case 'COUNTY':
      case 'REDACT':
        return () => null;
    }
  };
}

function onDate(change: (date: string) => string): (value: unknown) => unknown {
  return (value) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? change(value) : null);
}

function onText(change: (text: string) => string | null): (value: unknown) => unknown {
  return (value) => (typeof value === 'string' ? change(value) : null);
}

function zip3(zip: string): string {
  const area = zip.slice(0, 3);
  return SMALL_ZIP3.has(area) ? '000' : area;
}

/** The groups that programs use: five and under, school age, then by tens. */
function ageBand(birthDate: string, today: string): string {
  const hadBirthday = today.slice(5) >= birthDate.slice(5, 10);
  const age = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (hadBirthday ? 0 : 1);
  if (age < 6) return '0-5';
  if (age < 18) return '6-17';
  if (age < 30) return '18-29';
  if (age >= OLDEST) return `${OLDEST}+`;
  const from = Math.floor(age / 10) * 10;
  return `${from}-${from + 9}`;
}
