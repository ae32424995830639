/**
 * Traits in the form that is compared. Every value is uppercase ASCII letters and digits without spaces. Null means no
 * evidence: the system has nothing there, or a placeholder. Each property is a column of the batch.
 */
export interface NormalizedRecord {
  /** First given name. */
  readonly given: string | null;
  /** Names of which the given name is a nickname or which it is itself, such as WILLIAM for BILL. */
  readonly root1: string | null;
  readonly root2: string | null;
  readonly root3: string | null;
  /** Double Metaphone code of the given name. */
  readonly givenCode: string | null;
  /** Further given names, the middle name included. */
  readonly middle: string | null;
  /** Family name without particles. */
  readonly family: string | null;
  /** Parts of a double family name; family1 is the whole name if it has one part. */
  readonly family1: string | null;
  readonly family2: string | null;
  /** Double Metaphone code of family1. */
  readonly familyCode: string | null;
  /** JR, which II is too, SR, III, or IV. */
  readonly suffix: string | null;
  /** Y if the given name stands for a newborn without one, such as BABY BOY. */
  readonly newborn: string | null;
  /** Eight digits, YYYYMMDD, of a date that exists and is not in the future. */
  readonly birthDate: string | null;
  /** Eight digits as written. A date that does not exist may be one digit from the right one. */
  readonly birthText: string | null;
  /** M or F. Anything else says nothing about whether two records are of one person. */
  readonly gender: string | null;
  readonly ssn: string | null;
  /** Last four digits, also where the rest is unknown. */
  readonly ssnLast4: string | null;
  readonly houseNumber: string | null;
  /** Name of the street without its type and direction. */
  readonly streetName: string | null;
  /** Second address line: apartment, unit, or building. */
  readonly secondary: string | null;
  readonly city: string | null;
  readonly state: string | null;
  /** Five digits, or as many as the country has. */
  readonly zip: string | null;
  readonly phone: string | null;
}

export type Column = keyof NormalizedRecord;
