import { calendarDate, calendarDay, formatDate } from '../calendarDay.ts';
import type { Member } from '../household/member.ts';
import type { RandomStream } from '../random/randomStream.ts';
import { referenceDay } from '../referenceDay.ts';
import { type ErrorRates, heritageFactors } from './errorRates.ts';

/** Birth date as one system wrote it: ISO 8601, also of days that do not exist; null if it has none. */
export function writeBirthDate(random: RandomStream, member: Member, rates: ErrorRates): string | null {
  if (random.chance(rates.birthDateMissing)) return null;
  const { year, month, day } = calendarDate(member.birthDay);
  const adult = member.age >= 18;
  if (adult && random.chance(heritageFactors[member.heritage].firstOfJanuary)) return `${year}-01-01`;
  if (!random.chance(rates.birthDateWrong)) return member.birthDate;
  const how = random.weighted([
    [30, 'DAY_AND_MONTH'],
    [30, 'DAY'],
    [12, 'MONTH'],
    [18, 'YEAR'],
    [6, 'FIRST_OF_JANUARY'],
    [2, 'PLACEHOLDER'],
    [2, 'IMPOSSIBLE'],
  ]);
  switch (how) {
    case 'DAY_AND_MONTH':
      return day <= 12 && day !== month ? past(year, day, month, member) : otherDay(random, member);
    case 'DAY':
      return otherDay(random, member);
    case 'MONTH':
      return past(year, (month % 12) + 1, Math.min(day, 28), member);
    case 'YEAR':
      return otherYear(random, member);
    case 'FIRST_OF_JANUARY':
      return `${year}-01-01`;
    case 'PLACEHOLDER':
      return '1900-01-01';
    case 'IMPOSSIBLE':
      return random.pick([`${year}-02-30`, `${year}-00-00`, `${year + 100}-${member.birthDate.slice(5)}`]);
  }
}

/** One digit of the day is another, and the day is still one of the month; or its two digits are swapped. */
function otherDay(random: RandomStream, member: Member): string {
  const { year, month, day } = calendarDate(member.birthDay);
  const swapped = (day % 10) * 10 + Math.floor(day / 10);
  if (swapped !== day && swapped >= 1 && swapped <= 28 && random.chance(0.3)) return past(year, month, swapped, member);
  const tens = day - (day % 10);
  const choices = Array.from({ length: 10 }, (_, digit) => tens + digit).filter(
    (other) => other >= 1 && other <= 28 && other !== day,
  );
  return past(year, month, choices.length > 0 ? random.pick(choices) : day - 1, member);
}

/** A neighboring year, another decade, or its last two digits swapped. */
function otherYear(random: RandomStream, member: Member): string {
  const { year, month, day } = calendarDate(member.birthDay);
  const lastTwo = year % 100;
  const swapped = year - lastTwo + (lastTwo % 10) * 10 + Math.floor(lastTwo / 10);
  const other = random.pick([year - 1, year + 1, year - 10, swapped]);
  return past(other, month, Math.min(day, 28), member);
}

/** Nobody writes down a birth that is still to come: then the date is right. */
function past(year: number, month: number, day: number, member: Member): string {
  return calendarDay(year, month, day) <= referenceDay ? formatDate({ year, month, day }) : member.birthDate;
}
