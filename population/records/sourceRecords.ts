import { numberedSystems } from '../../schema/persons/personKeys.ts';
import type { SourceRecord, Traits } from '../../schema/persons/sourceRecord.ts';
import { demonstrationRecords } from '../demonstration/demonstrationRecords.ts';
import { createHouseholdSource, fillPlaces, requirePossibleSize } from '../generate.ts';
import type { Household } from '../household/household.ts';
import { householdRecordsWithoutHistories } from '../household/householdRecordsOf.ts';
import { MAXIMUM_MEMBERS } from '../household/maximumMembers.ts';
import type { HouseholdRecords } from '../householdRecords.ts';
import type { SystemNumbers } from '../random/systemNumbers.ts';
import { writeHouseholdAddress } from './contact/writeAddress.ts';
import { demonstrationSourceRecords } from './demonstrationSourceRecords.ts';
import { type ErrorRates, errorRates } from './errorRates.ts';
import { householdIdentity, type PersonIdentity } from './personIdentity.ts';
import { recordedRow } from './recordedRows.ts';
import { createRecordStream } from './recordStream.ts';
import { createSocialSecurityNumbers, type SocialSecurityNumber } from './socialSecurityNumbers.ts';
import type { TruthRow } from './truthRow.ts';
import { writeRecord } from './writeRecord.ts';

/** What the systems wrote about the people of one household, and whose records they are. */
export interface HouseholdSourceRecords {
  /** Number of people of the household, those whom no system knows included. */
  readonly persons: number;
  readonly records: readonly SourceRecord[];
  /** One row for each record. For evaluation only. */
  readonly truth: readonly TruthRow[];
}

/** Number of a second record in a system, at a place of the household that nobody has. */
const secondNumbers: Readonly<Record<string, (numbers: SystemNumbers, household: number) => string>> = {
  snap: (numbers, household) => numbers.snapClient(household, MAXIMUM_MEMBERS),
  tanf: (numbers, household) => numbers.tanfClient(household, MAXIMUM_MEMBERS),
  medicaid: (numbers, household) => numbers.medicaidRin(household, MAXIMUM_MEMBERS),
  education: (numbers, household) => numbers.sis(household, MAXIMUM_MEMBERS),
  weatherization: (numbers, household) => numbers.energyClient(household, MAXIMUM_MEMBERS),
};

/**
 * The records of household number `index` of the seed's Illinois, whatever the size of the population: 0 is the
 * demonstration's.
 */
export function createSourceRecordGenerator(seed: string): (index: number) => HouseholdSourceRecords {
  const householdAt = createHouseholdSource(seed);
  const socialSecurityNumber = createSocialSecurityNumbers(seed);
  return (index) =>
    index === 0
      ? { persons: demonstrationRecords.persons.length, ...demonstrationSourceRecords }
      : recordsOfHousehold(householdAt(index), socialSecurityNumber);
}

function recordsOfHousehold(household: Household, socialSecurityNumber: SocialSecurityNumber): HouseholdSourceRecords {
  return sourceRecordsOf(household, householdRecordsWithoutHistories(household), socialSecurityNumber);
}

/**
 * Generates the records of exactly the people of `generateHouseholds` with the same options, household by household:
 * nothing of those before is held in memory.
 *
 * @throws RangeError if `persons` is not a whole number from the smallest to the largest population
 */
export function generateSourceRecords(options: {
  readonly persons: number;
  readonly seed: string;
}): Iterable<HouseholdSourceRecords> {
  const { persons, seed } = options;
  requirePossibleSize(persons);
  const recordsAt = createSourceRecordGenerator(seed);
  return { [Symbol.iterator]: () => fillPlaces(persons, recordsAt, (household) => household.persons) };
}

/** Purpose of the random stream of a second record, plus the place of the system. */
const OF_SECOND_RECORD = 2_000;

/** @param tables what the systems' own tables have of the household */
export function sourceRecordsOf(
  household: Household,
  tables: HouseholdRecords,
  socialSecurityNumber: SocialSecurityNumber,
): HouseholdSourceRecords {
  const persons = tables.persons.length;
  if (!tables.persons.some((person) => numberedSystems.some(([, field]) => person[field] !== null))) {
    return { persons, records: [], truth: [] };
  }
  const identity = householdIdentity(household, socialSecurityNumber);
  const records: SourceRecord[] = [];
  const truth: TruthRow[] = [];
  const add = (system: string, number: string, { member }: PersonIdentity, traits: Traits): void => {
    records.push({ system, number, traits });
    truth.push({ system, number, personId: member.id, heritage: member.heritage });
  };
  for (const [place, [system, field]] of numberedSystems.entries()) {
    const rates = errorRates[system];
    const known = tables.persons.filter((person) => person[field] !== null);
    if (known.length === 0 || !rates) continue;
    const address = writeHouseholdAddress(createRecordStream(household.id, place), identity, system, rates);
    for (const { personId, [field]: number } of known) {
      const person = identity.persons.get(personId);
      if (!person || number === null) continue;
      const random = createRecordStream(personId, place);
      const row = recordedRow(tables, system, number);
      add(system, number, person, writeRecord(random, person, { system, rates, identity, address }, row));
    }
    const random = createRecordStream(household.id, OF_SECOND_RECORD + place);
    const second = secondNumbers[system];
    if (!second || !random.chance(rates.duplicates * known.length)) continue;
    const person = identity.persons.get(random.pick(known).personId);
    if (!person) continue;
    const worse = secondRecordRates(rates);
    const settings = {
      system,
      rates: worse,
      identity,
      address: writeHouseholdAddress(random, identity, system, worse),
    };
    add(system, second(household.numbers, household.index), person, writeRecord(random, person, settings, null));
  }
  return { persons, records, truth };
}

/** A second record is made because the first was not found: something about it was different. */
function secondRecordRates(rates: ErrorRates): ErrorRates {
  return {
    ...rates,
    typing: rates.typing * 3,
    misspelled: rates.misspelled * 3,
    shortName: 0.5,
    formerName: 0.5,
    birthDateWrong: rates.birthDateWrong * 4,
    ssnMissing: (1 + rates.ssnMissing) / 2,
    formerAddress: 0.8,
  };
}
