import { numberedSystems } from '../../schema/persons/personKeys.ts';

export interface HouseholdRow {
  readonly householdId: string;
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly county: string;
  readonly countyFips: string;
  readonly addressProtected: boolean;
}

/** The person's number in each system; null: the system does not know the person. */
export interface PersonNumbers {
  readonly snapClientId: string | null;
  readonly tanfClientId: string | null;
  readonly medicaidRin: string | null;
  readonly idocNumber: string | null;
  readonly sisId: string | null;
  readonly energyClientId: string | null;
  readonly cypId: string | null;
}

export interface PersonRow extends PersonNumbers {
  readonly personId: string;
  readonly householdId: string;
  readonly givenName: string;
  readonly middleName: string | null;
  readonly familyName: string;
  readonly suffix: string | null;
  readonly birthDate: string;
  readonly gender: string;
  readonly primaryLanguage: string;
  readonly living: boolean;
}

export type RelationshipKind =
  | 'MTH'
  | 'FTH'
  | 'CHILD'
  | 'SIB'
  | 'GRPRN'
  | 'GRCHILD'
  | 'SPS'
  | 'DOMPART'
  | 'PRNFOST'
  | 'CHLDFOST';

export interface RelationshipRow {
  readonly personId: string;
  readonly otherPersonId: string;
  /** Relationship of the other person to the person. */
  readonly kind: RelationshipKind;
}

export interface SystemNumberRow {
  readonly system: string;
  readonly number: string;
  readonly personId: string;
}

/** The crosswalk's rows of a person: one for each system that knows the person. */
export function systemNumbersOf(person: PersonRow): readonly SystemNumberRow[] {
  const rows: SystemNumberRow[] = [];
  for (const [system, field] of numberedSystems) {
    const number = person[field];
    if (number !== null) rows.push({ system, number, personId: person.personId });
  }
  return rows;
}
