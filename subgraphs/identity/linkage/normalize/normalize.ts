import type { Traits } from '../../../../schema/persons/sourceRecord.ts';
import { nicknameRoots } from './nicknameRoots.ts';
import { normalizeAddress } from './normalizeAddress.ts';
import { normalizeDate } from './normalizeDate.ts';
import type { NormalizedRecord } from './normalizedRecord.ts';
import { normalizeName } from './normalizeName.ts';
import { normalizeGender, normalizePhone, normalizeSsn } from './normalizeNumbers.ts';
import { phoneticCode } from './phoneticCode.ts';

/** Today in Coordinated Universal Time, as YYYYMMDD. */
export function todayDigits(now: Date = new Date()): string {
  return now.toISOString().slice(0, 10).replaceAll('-', '');
}

/**
 * Brings what a system wrote into the form that is compared. Placeholders become null, which is no evidence.
 * @param today YYYYMMDD; later birth dates are no evidence.
 */
export function normalize(traits: Traits, today: string): NormalizedRecord {
  const name = normalizeName(traits);
  const [root1 = null, root2 = null, root3 = null] = nicknameRoots(name.given);
  // One literal, so that all records have the same shape.
  const { birthDate, birthText } = normalizeDate(traits.birthDate, today);
  const { ssn, ssnLast4 } = normalizeSsn(traits.ssn);
  const address = normalizeAddress(traits);
  return {
    given: name.given,
    root1,
    root2,
    root3,
    givenCode: phoneticCode(name.given),
    middle: name.middle,
    family: name.family,
    family1: name.family1,
    family2: name.family2,
    familyCode: phoneticCode(name.family1),
    suffix: name.suffix,
    newborn: name.newborn,
    birthDate,
    birthText,
    gender: normalizeGender(traits.gender),
    ssn,
    ssnLast4,
    houseNumber: address.houseNumber,
    streetName: address.streetName,
    secondary: address.secondary,
    city: address.city,
    state: address.state,
    zip: address.zip,
    phone: normalizePhone(traits.phone),
  };
}
