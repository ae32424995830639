import type { Heritage } from '../names/heritage.ts';

/**
 * Who a person is, as one system wrote it down; null: the system does not say. Dates are ISO 8601 where the text is a
 * date, otherwise the text. The person index reads the same shape.
 */
export interface Traits {
  readonly given: string | null;
  readonly middle: string | null;
  readonly family: string | null;
  readonly suffix: string | null;
  readonly birthDate: string | null;
  readonly gender: string | null;
  readonly ssn: string | null;
  readonly street: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string | null;
  readonly phone: string | null;
}

/** A system's record of a person, under the system's own number. */
export interface SourceRecord {
  readonly system: string;
  readonly number: string;
  readonly traits: Traits;
}

/** Whose record it is. For evaluation only: whatever links records must not read it. */
export interface TruthRow {
  readonly system: string;
  readonly number: string;
  readonly personId: string;
  /** Origin of the person's name, to compare recall between groups. */
  readonly heritage: Heritage;
}
