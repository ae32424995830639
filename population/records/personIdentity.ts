import type { Household } from '../household/household.ts';
import type { Member } from '../household/member.ts';
import { namePools } from '../names/heritage.ts';
import { drawPlaceIn, type Place } from '../places/drawPlace.ts';
import type { RandomStream } from '../random/randomStream.ts';
import { drawPhone } from './contact/phones.ts';
import { heritageFactors } from './errorRates.ts';
import { shortNames } from './names/shortNames.ts';
import { createRecordStream } from './recordStream.ts';

/** What is true of a person and the population's rows do not say; the same for all systems. */
export interface PersonIdentity {
  readonly member: Member;
  /** Null: has none. */
  readonly ssn: string | null;
  readonly phone: string | null;
  /** The short form that everyone calls the person by. */
  readonly goesBy: string | null;
  /** Family name before a marriage, a divorce or an adoption. */
  readonly formerFamilyName: string | null;
  /** The mother's family name, of those who bear two. */
  readonly secondFamilyName: string | null;
  /** True for women whose family name has an ending of its own, such as -ska. */
  readonly feminineEnding: boolean;
}

export interface HouseholdIdentity {
  readonly household: Household;
  /** Home before the last move. */
  readonly formerPlace: Place | null;
  /** By the person's id. */
  readonly persons: ReadonlyMap<string, PersonIdentity>;
}

/** Purposes of the random streams of this folder, besides one for each system. */
const OF_HOUSEHOLD = 1_000;
const OF_PERSON = 1_001;

/** Draws it from streams of the household and of each person: it does not depend on which systems know whom. */
export function householdIdentity(
  household: Household,
  socialSecurityNumber: (household: number, place: number) => string,
): HouseholdIdentity {
  const random = createRecordStream(household.id, OF_HOUSEHOLD);
  const moved = random.chance(household.kind === 'ROOMMATES' || household.homeless ? 0.6 : 0.3);
  const sharedPhone = random.chance(0.94) ? drawPhone(random, household.place.zip) : null;
  const formerPlace = moved ? drawPlaceIn(random, household.place.county) : null;
  const persons = new Map<string, PersonIdentity>();
  for (const member of household.members) {
    const own = createRecordStream(member.id, OF_PERSON);
    persons.set(member.id, {
      member,
      ssn: hasNumber(own, member) ? socialSecurityNumber(household.index, member.place) : null,
      phone: drawOwnPhone(own, member, household, sharedPhone),
      goesBy: drawShortName(own, member),
      formerFamilyName: drawFormerName(own, member, household.members),
      secondFamilyName: drawSecondName(own, member, persons),
      feminineEnding: member.gender === 'FEMALE' && own.chance(0.35),
    });
  }
  return { household, formerPlace, persons };
}

/** A newborn gets a number within weeks or months. */
function hasNumber(random: RandomStream, member: Member): boolean {
  const without = heritageFactors[member.heritage].withoutSsn * (member.age < 18 ? 0.3 : 1);
  return !random.chance(member.age < 1 ? 0.5 : without);
}

/** Children and many old people have the household's, which several people then share. */
function drawOwnPhone(
  random: RandomStream,
  member: Member,
  household: Household,
  sharedPhone: string | null,
): string | null {
  const chance = member.age < 14 ? 0 : member.age < 18 ? 0.4 : member.age < 70 ? 0.75 : 0.4;
  return random.chance(chance) ? drawPhone(random, household.place.zip) : sharedPhone;
}

function drawShortName(random: RandomStream, member: Member): string | null {
  const short = shortNames.get(member.givenName);
  return short && random.chance(0.22) ? random.pick(short) : null;
}

function drawFormerName(random: RandomStream, member: Member, members: readonly Member[]): string | null {
  const pool = namePools[member.heritage].family;
  const spouse =
    member.partner?.of ?? members.find((other) => other.partner?.of === member && other.partner.married) ?? null;
  const tookName = member.gender === 'FEMALE' && spouse !== null && spouse.familyName === member.familyName;
  const chance = tookName ? 1 : member.age < 18 ? 0.015 : member.gender === 'FEMALE' && member.age > 21 ? 0.2 : 0.01;
  const former = random.chance(chance) ? random.pick(pool) : null;
  return former === member.familyName ? null : former;
}

/** Children bear the mother's name second, the one before her marriage: siblings have the same. */
function drawSecondName(
  random: RandomStream,
  member: Member,
  drawn: ReadonlyMap<string, PersonIdentity>,
): string | null {
  if (member.heritage !== 'HISPANIC') return null;
  const mother = member.parents.find((parent) => parent.gender === 'FEMALE');
  const chosen = random.chance(0.75) ? random.pick(namePools.HISPANIC.family) : null;
  // Parents come before their children; a mother who does not live here has no former name.
  const second = mother ? (drawn.get(mother.id)?.formerFamilyName ?? mother.familyName) : chosen;
  return second === member.familyName ? null : second;
}
