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

export interface PersonRow {
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
  readonly snapClientId: string | null;
  readonly tanfClientId: string | null;
  readonly medicaidRin: string | null;
  readonly idocNumber: string | null;
  readonly sisId: string | null;
  readonly energyClientId: string | null;
  readonly cypId: string | null;
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
