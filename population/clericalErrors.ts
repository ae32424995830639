import { calendarDate, calendarDay, formatDate } from './calendarDay.ts';
import type { Member } from './household/member.ts';
import { nicknames } from './names/nicknames.ts';
import type { RandomStream } from './random/randomStream.ts';
import { referenceDay } from './referenceDay.ts';

/** Name and birth date as one system wrote them down. */
export interface RecordedName {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
}

/** Share of an agency's records that differ from the person index in name or birth date. */
export const CLERICAL_ERROR_RATE = 0.03;

/** Person as written down by an agency's clerk: nearly always correct, otherwise with one small error. */
export function recordedName(random: RandomStream, member: Member): RecordedName {
  const { givenName, familyName, birthDate } = member;
  if (!random.chance(CLERICAL_ERROR_RATE)) return { givenName, familyName, birthDate };
  switch (random.pick(['NICKNAME', 'GIVEN_NAME', 'FAMILY_NAME', 'ACCENTS', 'DATE', 'DATE'])) {
    case 'NICKNAME':
      return { givenName: nicknames.get(givenName) ?? mistype(random, givenName), familyName, birthDate };
    case 'GIVEN_NAME':
      return { givenName: mistype(random, givenName), familyName, birthDate };
    case 'FAMILY_NAME':
      return { givenName, familyName: mistype(random, familyName), birthDate };
    case 'ACCENTS': {
      const plain = withoutAccents(familyName);
      return { givenName, familyName: plain === familyName ? mistype(random, familyName) : plain, birthDate };
    }
    case 'DATE':
      return { givenName, familyName, birthDate: miswrittenDate(random, member) };
  }
}

/** Two neighboring letters swapped, one left out, or one doubled; never the first. */
function mistype(random: RandomStream, name: string): string {
  const position = random.between(1, Math.max(1, name.length - 2));
  const before = name.slice(0, position);
  const letter = name.charAt(position);
  const after = name.slice(position + 1);
  const swapped = before + after.charAt(0) + letter + after.slice(1);
  const choice = random.between(0, 2);
  if (choice === 0 && swapped !== name) return swapped;
  return choice === 1 && name.length > 3 ? before + after : before + letter + letter + after;
}

function withoutAccents(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/ł/g, 'l')
    .replace(/Ł/g, 'L');
}

/** Day and month swapped where that is a date, else the day before or after, kept in the month. */
function miswrittenDate(random: RandomStream, member: Member): string {
  const { year, month, day } = calendarDate(member.birthDay);
  const swapped = formatDate({ year, month: day, day: month });
  if (day <= 12 && day !== month && calendarDay(year, day, month) <= referenceDay) return swapped;
  return formatDate({ year, month, day: day > 1 && (day >= 28 || random.chance(0.5)) ? day - 1 : day + 1 });
}
