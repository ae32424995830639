import { PLACES_PER_HOUSEHOLD } from '../household/maximumMembers.ts';
import { keyedPermutation } from './keyedPermutation.ts';

/** Returns the number of a person in a system: household's index, position of the person in it. */
export type PersonNumber = (household: number, place: number) => string;
/** Returns the number of a household's case in a system, which has at most one. */
export type CaseNumber = (household: number) => string;

/** Each system's numbers of people and cases: its own format, and no way from one system's number to another's. */
export interface SystemNumbers {
  readonly snapClient: PersonNumber;
  readonly snapCase: CaseNumber;
  readonly tanfClient: PersonNumber;
  readonly tanfCase: CaseNumber;
  readonly medicaidRin: PersonNumber;
  /** One person a household at most: the format has room for 2.4 million only. */
  readonly idoc: CaseNumber;
  readonly sis: PersonNumber;
  readonly energyClient: PersonNumber;
  readonly energyApplication: CaseNumber;
  readonly cyp: PersonNumber;
  readonly childWelfareCase: CaseNumber;
}

/** The lowest thousand of every range is left to fixed persons (the demonstration household). */
const RESERVED = 1000;
// I and O are left out, as they read like digits.
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

export function createSystemNumbers(seed: string): SystemNumbers {
  const numbering = (system: string, size: number, format: (value: number) => string) => {
    const permute = keyedPermutation(`${system} of ${seed}`, size - RESERVED);
    return (serial: number): string => format(permute(serial) + RESERVED);
  };
  const ofPerson = (system: string, size: number, format: (value: number) => string): PersonNumber => {
    const number = numbering(system, size, format);
    return (household, place) => number(household * PLACES_PER_HOUSEHOLD + place);
  };

  return {
    snapClient: ofPerson('snap client', 4_000_000_000, (value) => String(1_000_000_000 + value)),
    snapCase: numbering('snap case', 10_000_000, (value) => `08-${digits(value, 7)}`),
    tanfClient: ofPerson('tanf client', 240_000_000, (value) => lettered(value, 10_000_000, 7)),
    tanfCase: numbering('tanf case', 10_000_000, (value) => `04-${digits(value, 7)}`),
    medicaidRin: ofPerson('medicaid recipient', 400_000_000, (value) => String(100_000_000 + value)),
    idoc: numbering('corrections', 2_400_000, (value) => lettered(value, 100_000, 5)),
    sis: ofPerson('student', 500_000_000, (value) => String(500_000_000 + value)),
    energyClient: ofPerson('energy client', 100_000_000, (value) => `EC${digits(value, 8)}`),
    energyApplication: numbering('energy application', 10_000_000, (value) => `IL-${digits(value, 7)}`),
    cyp: ofPerson('child', 100_000_000, (value) => `${digits(value, 8)}-C`),
    childWelfareCase: numbering('child welfare case', 10_000_000, (value) => `${digits(value, 7)}-A`),
  };
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function lettered(value: number, perLetter: number, width: number): string {
  return LETTERS.charAt(Math.floor(value / perLetter)) + digits(value % perLetter, width);
}
