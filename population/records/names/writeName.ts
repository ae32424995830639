import type { Traits } from '../../../schema/persons/sourceRecord.ts';
import type { Member } from '../../household/member.ts';
import type { RandomStream } from '../../random/randomStream.ts';
import { type ErrorRates, heritageFactors } from '../errorRates.ts';
import type { PersonIdentity } from '../personIdentity.ts';
import { withFeminineEnding, withFormerName, withoutMarks, withSecondName } from './familyNames.ts';
import { misspell } from './misspell.ts';
import { otherSpellings } from './spellings.ts';
import { mistype, withoutAccents } from './typingErrors.ts';

type WrittenName = Pick<Traits, 'given' | 'middle' | 'family'>;

/** Names as one system wrote them. */
export function writeName(random: RandomStream, person: PersonIdentity, rates: ErrorRates): WrittenName {
  const { member } = person;
  const factors = heritageFactors[member.heritage];
  // A system that loses accents and hyphens loses them in both names.
  const losesMarks = random.chance(rates.marksLost);
  const spell = (name: string): string => {
    const plain = losesMarks ? withoutAccents(withoutMarks(random, name)) : name;
    if (random.chance(rates.misspelled * factors.misspelled)) return misspell(random, plain, member.heritage);
    return random.chance(rates.typing) ? mistype(random, plain) : plain;
  };
  const [first, middle] = givenNames(random, person, rates);
  const given = spell(first);
  const family = spell(familyName(random, person, rates));
  if (random.chance(rates.namesSwapped * factors.namesSwapped)) return { given: family, middle, family: given };
  if (member.age < 1 && random.chance(rates.newbornUnnamed)) {
    return { given: member.gender === 'MALE' ? 'BABY BOY' : 'BABY GIRL', middle: null, family };
  }
  // Nobody knew more than the family name.
  return random.chance(rates.birthDateMissing / 10) ? { given: null, middle: null, family } : { given, middle, family };
}

/** First and middle name. */
function givenNames(
  random: RandomStream,
  { member, goesBy }: PersonIdentity,
  rates: ErrorRates,
): readonly [first: string, middle: string | null] {
  const { givenName: given, middleName, heritage } = member;
  const middle = writeMiddleName(random, middleName, rates);
  if (goesBy !== null && random.chance(rates.shortName)) return [goesBy, middle];
  const others = otherSpellings.get(given);
  if (others && random.chance(heritageFactors[heritage].otherSpelling)) return [random.pick(others), middle];
  if (middleName === null) return [given, null];
  // Two given names count as one: María Guadalupe.
  if (heritage === 'HISPANIC' && random.chance(0.06)) return [`${given} ${middleName}`, null];
  // People who are known by their middle name.
  return random.chance(0.008) ? [middleName, null] : [given, middle];
}

function familyName(random: RandomStream, person: PersonIdentity, rates: ErrorRates): string {
  const { member, formerFamilyName: former, secondFamilyName: second } = person;
  const family =
    person.feminineEnding && random.chance(0.3) ? withFeminineEnding(member.familyName) : member.familyName;
  if (former !== null && random.chance(rates.formerName)) return withFormerName(random, family, former);
  if (second !== null && random.chance(rates.secondFamilyName)) return withSecondName(random, family, second);
  const others = otherSpellings.get(family);
  return others && random.chance(heritageFactors[member.heritage].otherSpelling) ? random.pick(others) : family;
}

/** In full, as an initial, or not at all. */
function writeMiddleName(random: RandomStream, middleName: string | null, rates: ErrorRates): string | null {
  if (middleName === null) return null;
  const [full, initial] = rates.middle;
  const draw = random.next();
  if (draw < full) return middleName;
  return draw < full + initial ? middleName.charAt(0) : null;
}

/** Jr. as JR, Jr or II; a namesake's father is sometimes Sr. */
export function writeSuffix(
  random: RandomStream,
  member: Member,
  members: readonly Member[],
  rates: ErrorRates,
): string | null {
  const lost = random.chance(rates.suffixLost);
  if (member.suffix !== null) return lost ? null : random.pick([member.suffix, member.suffix, 'Jr', 'JR', 'II']);
  const hasNamesake = members.some((other) => other.suffix !== null && other.parents.includes(member));
  return hasNamesake && !lost && random.chance(0.4) ? random.pick(['Sr.', 'SR']) : null;
}
