import type { Traits } from '../../schema/persons/sourceRecord.ts';
import type { RecordedName } from '../clericalErrors.ts';
import type { Member } from '../household/member.ts';
import type { RandomStream } from '../random/randomStream.ts';
import type { Address } from './contact/agencyAddresses.ts';
import { drawPhone } from './contact/phones.ts';
import { writeAddress } from './contact/writeAddress.ts';
import type { ErrorRates } from './errorRates.ts';
import { writeName, writeSuffix } from './names/writeName.ts';
import type { HouseholdIdentity, PersonIdentity } from './personIdentity.ts';
import { mistypeSsn, PLACEHOLDER_SSNS } from './socialSecurityNumbers.ts';
import { writeBirthDate } from './writeBirthDate.ts';

export interface RecordSettings {
  readonly system: string;
  readonly rates: ErrorRates;
  readonly identity: HouseholdIdentity;
  /** The address that the system has for the household. */
  readonly address: Address;
}

/**
 * A person as one system wrote them down. `row` is the person's row in the system's own table: if it has an error in
 * the name or the birth date, the record has the same one and no other there. Null: the table has no such row.
 */
export function writeRecord(
  random: RandomStream,
  person: PersonIdentity,
  { system, rates, identity, address }: RecordSettings,
  row: RecordedName | null,
): Traits {
  const { member } = person;
  const drawnName = writeName(random, person, rates);
  const drawnDate = writeBirthDate(random, member, rates);
  const fromTable = row && differs(row, member) ? row : null;
  const { street, city, zip } = writeAddress(random, identity, member, address, rates);
  return {
    given: fromTable ? fromTable.givenName : drawnName.given,
    middle: drawnName.middle,
    family: fromTable ? fromTable.familyName : drawnName.family,
    suffix: writeSuffix(random, member, identity.household.members, rates),
    birthDate: fromTable ? fromTable.birthDate : drawnDate,
    gender: writeGender(random, member, rates),
    ssn: writeSsn(random, person, system, identity, rates),
    street,
    city,
    state: street === null && city === null ? null : 'IL',
    zip,
    phone: writePhone(random, person, identity, rates),
  };
}

function differs(row: RecordedName, member: Member): boolean {
  return (
    row.givenName !== member.givenName || row.familyName !== member.familyName || row.birthDate !== member.birthDate
  );
}

function writeGender(random: RandomStream, { gender }: Member, rates: ErrorRates): string | null {
  if (random.chance(rates.genderMissing)) return null;
  if (random.chance(0.004)) return gender === 'MALE' ? 'FEMALE' : 'MALE';
  return gender;
}

function writeSsn(
  random: RandomStream,
  { ssn, member }: PersonIdentity,
  system: string,
  { persons }: HouseholdIdentity,
  rates: ErrorRates,
): string | null {
  // Those who have no number lack it in every system; the others sometimes did not say.
  if (ssn === null || random.chance(rates.ssnMissing)) {
    return random.chance(rates.ssnPlaceholder) ? random.pick(PLACEHOLDER_SSNS) : null;
  }
  if (random.chance(rates.ssnOfRelative * (member.age < 18 ? 3 : 1))) {
    const relatives = [...persons.values()].flatMap((other) => (other.member !== member && other.ssn ? other.ssn : []));
    if (relatives.length > 0) return random.pick(relatives);
  }
  const written = random.chance(rates.ssnWrong) ? mistypeSsn(random, ssn) : ssn;
  // Local agencies keep the last four digits of some numbers only.
  if (system === 'weatherization' && random.chance(0.3)) return `***-**-${written.slice(-4)}`;
  return system === 'medicaid' || system === 'corrections' ? written.replaceAll('-', '') : written;
}

function writePhone(
  random: RandomStream,
  { phone }: PersonIdentity,
  { household }: HouseholdIdentity,
  rates: ErrorRates,
): string | null {
  if (random.chance(rates.phoneMissing)) return null;
  // Numbers change more often than addresses.
  if (phone === null || random.chance(0.15)) {
    return random.chance(0.5) ? drawPhone(random, household.place.zip) : null;
  }
  return random.chance(0.4) ? `(${phone.slice(0, 3)}) ${phone.slice(4)}` : phone;
}
