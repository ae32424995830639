import type { GoldenRecord } from '../golden/goldenRecord.ts';
import type { HouseholdAddress } from '../personalData/personTraits.ts';

/** Address of the newest record that has one. The index learns counties from the loader alone. */
export function addressOfRecords(records: readonly GoldenRecord[]): HouseholdAddress {
  const newest = records.toSorted((one, other) => other.registeredAt.getTime() - one.registeredAt.getTime());
  const found = newest.find(({ content }) => content.street !== null)?.content;
  const { street = null, city = null, state = null, zip = null } = found ?? {};
  return { street: street ?? '', city: city ?? '', state: state ?? '', zip: zip ?? '', county: '', countyFips: '' };
}
