import { paddedJson } from '../../kit/encryption/paddedJson.ts';

/** What is encrypted of a person: one value a row. Null: no system has told. */
export interface PersonTraits {
  readonly given: string | null;
  readonly middle: string | null;
  readonly family: string | null;
  readonly suffix: string | null;
  /** ISO 8601. */
  readonly birthDate: string | null;
  readonly gender: string;
  readonly primaryLanguage: string | null;
  /** The systems that these are from (golden/attributeSources.ts). Absent for a person whom no record stands for. */
  readonly sources?: string | undefined;
}

/** What is encrypted of a household. */
export interface HouseholdAddress {
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly county: string;
  readonly countyFips: string;
}

/** Positions have a meaning: stored values are read by them. */
export function writeTraits(traits: PersonTraits): string {
  const { given, middle, family, suffix, birthDate, gender, primaryLanguage, sources } = traits;
  const values = [given, middle, family, suffix, birthDate, gender, primaryLanguage];
  return paddedJson(sources === undefined ? values : [...values, sources]);
}

export function readTraits(text: string): PersonTraits {
  // Only writeTraits writes these values, and AES-GCM authenticates them.
  const [given, middle, family, suffix, birthDate, gender, primaryLanguage, sources] = JSON.parse(text) as TraitsArray;
  return { given, middle, family, suffix, birthDate, gender, primaryLanguage, sources };
}
type Text = string | null;
type TraitsArray = [Text, Text, Text, Text, Text, gender: string, Text, sources?: string];

export function writeAddress({ street, city, state, zip, county, countyFips }: HouseholdAddress): string {
  return paddedJson([street, city, state, zip, county, countyFips]);
}

export function readAddress(text: string): HouseholdAddress {
  // Only writeAddress writes these values, and AES-GCM authenticates them.
  const [street, city, state, zip, county, countyFips] = JSON.parse(text) as AddressArray;
  return { street, city, state, zip, county, countyFips };
}
type AddressArray = [string, string, string, string, string, string];
