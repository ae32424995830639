/**
 * What a system wrote about a person, as written: the population writes it, and the person index reads it. Null means that
 * the system has nothing there.
 */
export interface Traits {
  readonly given: string | null;
  readonly middle: string | null;
  readonly family: string | null;
  readonly suffix: string | null;
  /** ISO 8601 (`1984-03-07`) where the system has a date, otherwise its text. */
  readonly birthDate: string | null;
  readonly gender: string | null;
  /** Social Security number, with or without hyphens, or only its last four digits (`***-**-1234`). */
  readonly ssn: string | null;
  /** House number and street; after a comma or a line feed, the second line (`12 Oak St, Apt 4`). */
  readonly street: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string | null;
  readonly phone: string | null;
}

/** A record of one system. Its number is unique in the system. */
export interface SourceRecord {
  readonly system: string;
  readonly number: string;
  readonly traits: Traits;
}

/** What a system knows about a person besides; it links nothing. */
export interface RecordDetails {
  /** BCP 47. */
  readonly primaryLanguage: string | null;
  /** False once the system has heard of a death. */
  readonly living: boolean | null;
}

/** All that a system sends of a record, besides its number. */
export interface RecordContent extends Traits, RecordDetails {}

/** Traits of which nothing is known; spread it and add what is. */
export const NO_TRAITS: Traits = {
  given: null,
  middle: null,
  family: null,
  suffix: null,
  birthDate: null,
  gender: null,
  ssn: null,
  street: null,
  city: null,
  state: null,
  zip: null,
  phone: null,
};
