import type { HouseholdRecords } from '../householdRecords.ts';
import { noRecords } from '../householdRecords.ts';
import type { Household } from './household.ts';
import { relationshipsOf } from './relationshipsOf.ts';

/** What the eight systems know of the household. */
export function householdRecordsOf(household: Household): HouseholdRecords {
  const { place } = household;
  return {
    ...noRecords,
    households: [
      {
        householdId: household.id,
        street: place.street,
        city: place.city,
        state: 'IL',
        zip: place.zip,
        county: place.county.name,
        countyFips: place.county.fips,
        addressProtected: household.addressProtected,
      },
    ],
    persons: household.members.map((member) => ({
      personId: member.id,
      householdId: household.id,
      givenName: member.givenName,
      middleName: member.middleName,
      familyName: member.familyName,
      suffix: member.suffix,
      birthDate: member.birthDate,
      gender: member.gender,
      primaryLanguage: member.language,
      living: member !== household.deceased,
      snapClientId: null,
      tanfClientId: null,
      medicaidRin: null,
      idocNumber: null,
      sisId: null,
      energyClientId: null,
      cypId: null,
    })),
    relationships: relationshipsOf(household.members),
  };
}
