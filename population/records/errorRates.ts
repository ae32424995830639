import type { Heritage } from '../names/heritage.ts';

/** Shares of a system's records, 0 to 1, that differ in a way from the person they are about. */
export interface ErrorRates {
  /** A typing error in the given name, and as often in the family name. */
  readonly typing: number;
  /** A name spelled by ear, given and family name each; times the factor of the name's heritage. */
  readonly misspelled: number;
  /** Given and family name in each other's place; times the factor of the name's heritage. */
  readonly namesSwapped: number;
  /** Of persons who go by a short name: it instead of the given name. */
  readonly shortName: number;
  /** Of persons whose family name changed: the former one, or both. */
  readonly formerName: number;
  /** Of names with accents, apostrophes, hyphens or particles: without them, or joined. */
  readonly marksLost: number;
  /** Of persons with two family names: both, or only the second. */
  readonly secondFamilyName: number;
  /** Middle name in full, and as an initial; otherwise missing. */
  readonly middle: readonly [full: number, initial: number];
  readonly suffixLost: number;
  readonly genderMissing: number;
  readonly birthDateWrong: number;
  readonly birthDateMissing: number;
  /** Children under one year as BABY BOY or BABY GIRL. */
  readonly newbornUnnamed: number;
  readonly ssnMissing: number;
  /** One digit off or two swapped, of the numbers that are there. */
  readonly ssnWrong: number;
  /** A relative's number, of the numbers that are there. */
  readonly ssnOfRelative: number;
  /** A placeholder, of the numbers that are missing. */
  readonly ssnPlaceholder: number;
  /** Of households that moved: the address before. */
  readonly formerAddress: number;
  readonly addressMissing: number;
  /** The agency's own address; besides, it stands for most homeless people and wards in its care. */
  readonly agencyAddress: number;
  readonly apartmentLost: number;
  readonly phoneMissing: number;
  /** Second records of one person, under another number. */
  readonly duplicates: number;
}

/**
 * Rates of systems in which clients apply in writing, and are asked for documents. They are assumptions, in the order of
 * what is published about such files: names that differ in 3 to 6 of 100 true pairs and birth dates in 1 to 3 (studies
 * of duplicates in hospitals' master patient indexes, and of linked registers); middle names and Social Security numbers
 * are what differs or is missing most. One household in eleven moves in a year (American Community Survey).
 */
const APPLICATION: ErrorRates = {
  typing: 0.012,
  misspelled: 0.006,
  namesSwapped: 0.0015,
  shortName: 0.2,
  formerName: 0.12,
  marksLost: 0.55,
  secondFamilyName: 0.2,
  middle: [0.15, 0.4],
  suffixLost: 0.35,
  genderMissing: 0.01,
  birthDateWrong: 0.012,
  birthDateMissing: 0.001,
  newbornUnnamed: 0,
  ssnMissing: 0.36,
  ssnWrong: 0.012,
  ssnOfRelative: 0.003,
  ssnPlaceholder: 0.06,
  formerAddress: 0.25,
  addressMissing: 0.01,
  agencyAddress: 0.004,
  apartmentLost: 0.15,
  phoneMissing: 0.12,
  duplicates: 0.006,
};

/** Rates by system, where they differ from those of an application. */
export const errorRates: Readonly<Record<string, ErrorRates>> = {
  snap: APPLICATION,
  tanf: { ...APPLICATION, ssnMissing: 0.3, formerName: 0.1, duplicates: 0.003 },
  // Hospitals enroll newborns before they have a name or a number; records are older, so more people have moved since.
  medicaid: {
    ...APPLICATION,
    newbornUnnamed: 0.12,
    ssnMissing: 0.42,
    formerAddress: 0.4,
    formerName: 0.18,
    duplicates: 0.01,
  },
  // Fingerprints say who somebody is, so names are what the person said: more short and former names, few phones.
  corrections: {
    ...APPLICATION,
    typing: 0.018,
    shortName: 0.3,
    middle: [0.35, 0.3],
    suffixLost: 0.2,
    birthDateWrong: 0.025,
    ssnMissing: 0.28,
    ssnWrong: 0.03,
    formerAddress: 0.6,
    addressMissing: 0.08,
    agencyAddress: 0.05,
    phoneMissing: 0.75,
    duplicates: 0,
  },
  // Schools see a birth certificate, and may not ask for a Social Security number (they seldom do).
  education: {
    ...APPLICATION,
    typing: 0.009,
    shortName: 0.12,
    marksLost: 0.4,
    middle: [0.45, 0.25],
    suffixLost: 0.25,
    birthDateWrong: 0.007,
    ssnMissing: 0.93,
    formerAddress: 0.2,
    phoneMissing: 0.08,
    duplicates: 0.004,
  },
  // Local agencies write down what one applicant says about everyone who lives there.
  weatherization: {
    ...APPLICATION,
    typing: 0.02,
    shortName: 0.35,
    marksLost: 0.7,
    middle: [0.03, 0.2],
    suffixLost: 0.6,
    genderMissing: 0.12,
    birthDateWrong: 0.02,
    birthDateMissing: 0.01,
    ssnMissing: 0.66,
    ssnWrong: 0.02,
    formerAddress: 0.05,
    duplicates: 0.004,
  },
  // The first record comes from a hotline call: names by ear, dates by guess.
  childwelfare: {
    ...APPLICATION,
    typing: 0.016,
    misspelled: 0.015,
    shortName: 0.25,
    middle: [0.2, 0.2],
    genderMissing: 0.02,
    birthDateWrong: 0.025,
    birthDateMissing: 0.01,
    newbornUnnamed: 0.08,
    ssnMissing: 0.72,
    formerAddress: 0.4,
    agencyAddress: 0.02,
    phoneMissing: 0.4,
    duplicates: 0,
  },
};

/** How a name's origin multiplies errors: clerks who do not know its language misspell it, and mistake its order. */
export interface HeritageFactors {
  readonly misspelled: number;
  readonly namesSwapped: number;
  /** Chance that a record has another spelling of a name that has several, such as a transcription. */
  readonly otherSpelling: number;
  /** Of adults: born where births were not registered by the day, and 1 January on all papers of one system. */
  readonly firstOfJanuary: number;
  /** Share without a Social Security number anywhere: immigrants, mostly. */
  readonly withoutSsn: number;
}

export const heritageFactors: Readonly<Record<Heritage, HeritageFactors>> = {
  GENERAL: factors(1, 1, 0.015, 0.0005, 0.01),
  AFRICAN_AMERICAN: factors(1.4, 1, 0.03, 0.0005, 0.01),
  HISPANIC: factors(1.5, 1.5, 0.02, 0.001, 0.12),
  POLISH: factors(2.2, 1.2, 0.03, 0.0005, 0.04),
  SOUTH_ASIAN: factors(1.8, 4, 0.05, 0.006, 0.06),
  EAST_ASIAN: factors(1.6, 6, 0.03, 0.002, 0.05),
  ARAB: factors(1.8, 2.5, 0.09, 0.012, 0.06),
  UKRAINIAN: factors(2, 2, 0.09, 0.001, 0.12),
};

function factors(
  misspelled: number,
  namesSwapped: number,
  otherSpelling: number,
  firstOfJanuary: number,
  withoutSsn: number,
): HeritageFactors {
  return { misspelled, namesSwapped, otherSpelling, firstOfJanuary, withoutSsn };
}
