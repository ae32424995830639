import { paddedJson } from '../../kit/encryption/paddedJson.ts';
import type { NormalizedRecord } from '../linkage/normalize/normalizedRecord.ts';

/** Raise it whenever the normal form changes: a value of another version is made again of the record's content. */
const VERSION = 2;

/** Text of a normalized record to encrypt. Positions have a meaning: stored values are read by them. */
export function writeCompared(record: NormalizedRecord): string {
  const { given, root1, root2, root3, givenCode, middle, family, family1, family2, familyCode } = record;
  const { suffix, newborn, birthDate, birthText, gender, ssn, ssnLast4 } = record;
  const { houseNumber, streetName, secondary, city, state, zip, phone } = record;
  return paddedJson([
    ...[VERSION, given, root1, root2, root3, givenCode, middle, family, family1, family2, familyCode],
    ...[suffix, newborn, birthDate, birthText, gender, ssn, ssnLast4],
    ...[houseNumber, streetName, secondary, city, state, zip, phone],
  ]);
}

/** Undefined: the value has another version. */
export function readCompared(text: string): NormalizedRecord | undefined {
  // Only writeCompared writes these values, and AES-GCM authenticates them.
  const values = JSON.parse(text) as readonly [number, ...(string | null)[]];
  if (values[0] !== VERSION) return undefined;
  const at = (position: number): string | null => values[position] as string | null;
  // One literal, so that all records have the same shape.
  return {
    given: at(1),
    root1: at(2),
    root2: at(3),
    root3: at(4),
    givenCode: at(5),
    middle: at(6),
    family: at(7),
    family1: at(8),
    family2: at(9),
    familyCode: at(10),
    suffix: at(11),
    newborn: at(12),
    birthDate: at(13),
    birthText: at(14),
    gender: at(15),
    ssn: at(16),
    ssnLast4: at(17),
    houseNumber: at(18),
    streetName: at(19),
    secondary: at(20),
    city: at(21),
    state: at(22),
    zip: at(23),
    phone: at(24),
  };
}
