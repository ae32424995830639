import { isAway, isWard } from '../../household/household.ts';
import type { Member } from '../../household/member.ts';
import { drawPlaceIn, type Place } from '../../places/drawPlace.ts';
import type { RandomStream } from '../../random/randomStream.ts';
import type { ErrorRates } from '../errorRates.ts';
import { mistype } from '../names/typingErrors.ts';
import type { HouseholdIdentity } from '../personIdentity.ts';
import { createRecordStream } from '../recordStream.ts';
import { otherDigit } from '../socialSecurityNumbers.ts';
import { type Address, agencyAddress } from './agencyAddresses.ts';

const NOTHING: Address = { street: null, city: null, zip: null };
/** Purpose of the random stream of a ward's foster home. */
const OF_FOSTER_HOME = 1_002;

/** The address that a system has for all members of a household: one form, one clerk, the same errors. */
export function writeHouseholdAddress(
  random: RandomStream,
  { household, formerPlace }: HouseholdIdentity,
  system: string,
  rates: ErrorRates,
): Address {
  if (household.addressProtected || random.chance(rates.addressMissing)) return NOTHING;
  if (household.homeless) return homelessAddress(random, household.place, system);
  if (random.chance(rates.agencyAddress)) return agencyAddress(random, system, household.place.county);
  const place = formerPlace && random.chance(rates.formerAddress) ? formerPlace : household.place;
  return writePlace(random, place, rates);
}

/**
 * The address of one member: the household's, unless the person lives elsewhere. Wards who were placed away have their
 * foster home or the department, people in custody often the institution's agency.
 */
export function writeAddress(
  random: RandomStream,
  identity: HouseholdIdentity,
  member: Member,
  ofHousehold: Address,
  rates: ErrorRates,
): Address {
  const { household } = identity;
  const { county } = household.place;
  const { childCase } = household;
  if (childCase?.kind === 'WARDS' && childCase.placement === 'AWAY' && isWard(household, member)) {
    if (random.chance(0.35)) return agencyAddress(random, 'childwelfare', county);
    return writePlace(random, drawPlaceIn(createRecordStream(member.id, OF_FOSTER_HOME), county), rates);
  }
  if (isAway(household.custody, member) && random.chance(0.3)) return agencyAddress(random, 'corrections', county);
  return ofHousehold;
}

function homelessAddress(random: RandomStream, place: Place, system: string): Address {
  if (random.chance(0.4)) return agencyAddress(random, system, place.county);
  return random.chance(0.5) ? { street: 'HOMELESS', city: place.city, zip: null } : NOTHING;
}

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  ...{ Street: 'St', Avenue: 'Ave', Drive: 'Dr', Road: 'Rd', Lane: 'Ln', Court: 'Ct', Boulevard: 'Blvd' },
};
const COMPASS: Readonly<Record<string, string>> = { N: 'North', S: 'South', E: 'East', W: 'West' };

/** Street, city and ZIP code as a clerk writes them. */
function writePlace(random: RandomStream, place: Place, rates: ErrorRates): Address {
  const [street = '', apartment] = place.street.split(' Apt ');
  let words = street.split(' ');
  if (random.chance(0.55)) words = words.map((word) => ABBREVIATIONS[word] ?? word);
  if (random.chance(0.1)) words = words.map((word) => COMPASS[word] ?? word);
  if (random.chance(0.03)) words = words.filter((word) => COMPASS[word] === undefined);
  if (random.chance(0.03)) words = words.slice(0, Math.max(2, words.length - 1));
  if (random.chance(rates.typing)) words = mistypedStreet(random, words);
  const written = words.join(' ');
  const unit = apartment === undefined || random.chance(rates.apartmentLost) ? '' : writeApartment(random, apartment);
  return {
    street: random.chance(0.08) ? (written + unit).toUpperCase() : written + unit,
    city: random.chance(0.006) ? mistype(random, place.city) : place.city,
    zip: random.chance(0.008) ? place.zip.slice(0, 4) + otherDigit(random, place.zip.charAt(4)) : place.zip,
  };
}

/** A digit of the house number, or a letter of the street. */
function mistypedStreet(random: RandomStream, words: readonly string[]): string[] {
  const [number = '', ...street] = words;
  if (random.chance(0.5)) return [number.slice(0, -1) + otherDigit(random, number.slice(-1)), ...street];
  const longest = street.reduce((one, other) => (other.length > one.length ? other : one), '');
  return [number, ...street.map((word) => (word === longest ? mistype(random, word) : word))];
}

function writeApartment(random: RandomStream, apartment: string): string {
  return random.weighted([
    [50, ` Apt ${apartment}`],
    [20, ` #${apartment}`],
    [12, `, Apt ${apartment}`],
    [10, ` Unit ${apartment}`],
    [8, ` ${apartment}`],
  ]);
}
