import { COMPARISONS } from '../comparisons/comparisons.ts';
import type { ScoredRecord } from '../model/compileScorer.ts';
import { GUARDS, type Guard } from '../model/guardNames.ts';

export const GUARD_DESCRIPTIONS: Readonly<Record<Guard, string>> = {
  twins: 'They may be twins: same birth date and family, other given names.',
  suffix: 'They may be parent and child: same names, other suffix.',
  newborn: 'At least one record is of a newborn without a given name.',
  sharedSsn: 'They share a Social Security number, but they have other given names or are a generation apart.',
  otherSsn: 'They have different Social Security numbers.',
  thin: 'Fewer than two of given name, birth date, and Social Security number agree.',
};

/** Guards that speak against one person. The others only say that the pair itself proves too little. */
const CONTRADICTIONS: ReadonlySet<Guard | null> = new Set<Guard>(['twins', 'suffix', 'sharedSsn', 'otherSsn']);

/** True if the guard keeps two records apart even where others would bring them together. */
export const isContradiction = (guard: Guard | null): boolean => CONTRADICTIONS.has(guard);

const position = (name: string): number => COMPARISONS.findIndex((comparison) => comparison.name === name);
const level = (comparison: string, name: string): number =>
  COMPARISONS[position(comparison)]?.levels.findIndex((found) => found.name === name) ?? -1;

const GIVEN = position('given');
const FAMILY = position('family');
const SUFFIX = position('suffix');
const BIRTH_DATE = position('birthDate');
const GENDER = position('gender');
const SSN = position('ssn');
const HOUSE_NUMBER = position('houseNumber');
const STREET_NAME = position('streetName');
const GIVEN_CLOSE = level('given', 'close');
const GIVEN_NICKNAME = level('given', 'nickname');
const GIVEN_JOINED = level('given', 'joined');
const GIVEN_MIDDLE = level('given', 'middle');
const MIDDLE = position('middle');
const MIDDLE_DIFFERENT = level('middle', 'different');
const GIVEN_SIMILAR = level('given', 'similar');
const GIVEN_DIFFERENT = level('given', 'different');
const FAMILY_SIMILAR = level('family', 'similar');
const SSN_DIFFERENT = level('ssn', 'different');
const BIRTH_DIFFERENT = level('birthDate', 'different');

/** Years between a parent and a child, at least. */
const GENERATION = 12;

function yearsApart(a: ScoredRecord, b: ScoredRecord): number {
  if (a.birthDate === null || b.birthDate === null) return 0;
  return Math.abs(Number(a.birthDate.slice(0, 4)) - Number(b.birthDate.slice(0, 4)));
}

const isJoined = (a: ScoredRecord, b: ScoredRecord): boolean =>
  a.given !== null && a.middle !== null && a.given + a.middle === b.given;

/**
 * Guard that keeps a pair from being linked automatically, whatever its weight, or null.
 * @param levels the pair's comparison vector
 * @param isEstablished true for a given name that training has seen more than once, which is hardly a typing error
 */
export function guardOf(
  a: ScoredRecord,
  b: ScoredRecord,
  levels: Int8Array,
  guards: readonly Guard[],
  isEstablished: (given: string) => boolean,
): Guard | null {
  const at = (comparison: number): number => levels[comparison] ?? -1;
  const agrees = (comparison: number, below: number): boolean => at(comparison) >= 0 && at(comparison) < below;
  const sameSsn = at(SSN) === 0;
  const sameBirthDate = at(BIRTH_DATE) === 0;
  const areEstablished = a.given !== null && b.given !== null && isEstablished(a.given) && isEstablished(b.given);
  const otherGiven =
    at(GIVEN) >= GIVEN_SIMILAR ||
    // Twins may have each other's given name as the middle name, or names of which one is a nickname of the other. Who is
    // known by the middle name has no other one.
    (at(GIVEN) === GIVEN_MIDDLE && at(MIDDLE) >= 0) ||
    (at(GIVEN) === GIVEN_NICKNAME && at(MIDDLE) === MIDDLE_DIFFERENT) ||
    // Ana and Anabel may be twins. Hye Jin and Hyejin are not, and Hye is hardly a name by itself.
    (at(GIVEN) === GIVEN_JOINED && areEstablished && !isJoined(a, b) && !isJoined(b, a)) ||
    (at(GIVEN) === GIVEN_CLOSE && (at(GENDER) === 1 || at(SSN) >= SSN_DIFFERENT || areEstablished));
  const sameAddress = at(HOUSE_NUMBER) === 0 && at(STREET_NAME) === 0;
  const sameFamily = agrees(FAMILY, FAMILY_SIMILAR) || sameAddress;
  const sameGiven = agrees(GIVEN, GIVEN_SIMILAR);
  const holds: Readonly<Record<Guard, () => boolean>> = {
    twins: () => sameBirthDate && sameFamily && otherGiven && !sameSsn,
    // One suffix is often left out, so it takes another birth date to say that they are two persons.
    suffix: () =>
      at(SUFFIX) === 1 ||
      ((a.suffix === null) !== (b.suffix === null) && at(BIRTH_DATE) !== 0 && !sameSsn && sameGiven),
    newborn: () => (a.newborn !== null || b.newborn !== null) && !sameSsn,
    sharedSsn: () => sameSsn && (at(GIVEN) >= GIVEN_DIFFERENT || yearsApart(a, b) >= GENERATION),
    // Last four digits alone say less, and a number that is wrong by one digit is likely the same. Nobody else at home has
    // the same names and birth date: then one of the numbers is a relative's.
    otherSsn: () =>
      a.ssn !== null &&
      b.ssn !== null &&
      at(SSN) >= SSN_DIFFERENT &&
      !(at(GIVEN) === 0 && at(FAMILY) === 0 && sameBirthDate && at(GENDER) <= 0 && sameAddress),
    thin: () =>
      Number(sameGiven) + Number(agrees(BIRTH_DATE, BIRTH_DIFFERENT)) + Number(agrees(SSN, SSN_DIFFERENT)) < 2,
  };
  return GUARDS.find((guard) => guards.includes(guard) && holds[guard]()) ?? null;
}
