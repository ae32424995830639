import type { AdministrativeGender, RelationshipKind } from '../../schema/generated/enums/identity.ts';
import { keyedStatement, type Statement, statement } from '../kit/database/statement.ts';
import { CHILD_WELFARE_NUMBERS, SYSTEM_NUMBERS } from './systemNumbers.ts';

/** A person. Names match the SDL, so that most fields need no resolver. */
export interface PersonRecord {
  readonly id: string;
  readonly householdId: string;
  readonly given: string;
  readonly middle: string | null;
  readonly family: string;
  readonly suffix: string | null;
  readonly birthDate: string;
  readonly gender: AdministrativeGender;
  readonly primaryLanguage: string;
  readonly living: boolean;
  /** The current numbers in the systems (systemNumbers.ts). */
  readonly numbers: string;
}

export interface HouseholdRecord {
  readonly id: string;
  readonly addressProtected: boolean;
  readonly street: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string | null;
  readonly county: string | null;
  readonly countyFips: string | null;
}

export interface RelationshipRecord extends PersonRecord {
  readonly ofPersonId: string;
  readonly kind: RelationshipKind;
}

/** The columns of PersonRecord. */
export const PERSON_COLUMNS = `p.person_id as id, p.household_id as "householdId", p.given_name as given,
  p.middle_name as middle, p.family_name as family, p.suffix, p.birth_date as "birthDate", p.gender,
  p.primary_language as "primaryLanguage", p.living, ${SYSTEM_NUMBERS} as numbers`;

/** Hides a protected address (750 ILCS 61), so that it never leaves the database. */
const open = (column: string) => `case when not address_protected then ${column} end`;

export const households = keyedStatement<HouseholdRecord>(
  'identity.households',
  ({ id }) => id,
  `select household_id as id, address_protected as "addressProtected", ${open('street')} as street,
     ${open('city')} as city, ${open('state')} as state, ${open('zip')} as zip, ${open('county')} as county,
     ${open('county_fips')} as "countyFips"
   from household where household_id = any($1::uuid[])`,
);

/** Persons by state-wide id. */
export const personsById = keyedStatement<PersonRecord>(
  'identity.personsById',
  ({ id }) => id,
  `select ${PERSON_COLUMNS} from person p where p.person_id = any($1::uuid[])`,
);

export interface NumberedPersonRecord extends PersonRecord {
  /** The number that the person was requested by. It may be a former one. */
  readonly number: string;
}

/** Persons by their numbers in the system `$2`. */
export const personsByNumber = keyedStatement<NumberedPersonRecord>(
  'identity.personsByNumber',
  ({ number }) => number,
  `select k.number, ${PERSON_COLUMNS} from system_number k join person p using (person_id)
   where k.system = $2 and k.number = any($1::text[])`,
);

export const members = keyedStatement<PersonRecord>(
  'identity.members',
  ({ householdId }) => householdId,
  `select ${PERSON_COLUMNS} from person p
   where p.household_id = any($1::uuid[]) order by p.birth_date, p.person_id`,
);

/** Relationships of persons, each person's oldest relatives first. */
export const relationships = keyedStatement<RelationshipRecord>(
  'identity.relationships',
  ({ ofPersonId }) => ofPersonId,
  `select r.person_id as "ofPersonId", r.kind, ${PERSON_COLUMNS}
   from relationship r join person p on p.person_id = r.other_person_id
   where r.person_id = any($1::uuid[]) order by p.birth_date, p.person_id`,
);

/**
 * Condition that `r` makes a resident the personal representative of a living child `p` under 18 on the day `day`: mother,
 * father, or legal guardian. A guardian whom a court appointed replaces the parents. Foster parents and grandparents have
 * no authority of their own. See 45 CFR 164.502(g)(3).
 */
const actsFor = (day: string): string => `p.living and p.birth_date > ${day}::date - interval '18 years'
  and (r.kind = 'GUARD' or (r.kind in ('MTH', 'FTH') and not exists (
    select 1 from relationship g where g.person_id = r.person_id and g.kind = 'GUARD')))`;

/** Selects which of the persons `$1` are children for whom the person `$2` acts on the day `$3`. */
export const minorChildren: Statement<{ readonly personId: string }> = statement(
  'identity.minorChildren',
  `select p.person_id::text as "personId"
   from relationship r join person p using (person_id)
   where r.person_id = any($1::uuid[]) and r.other_person_id = $2::uuid and ${actsFor('$3')}`,
);

export interface DependentRecord {
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly relationship: RelationshipKind;
  /** Every number in the child welfare system, former ones included: any of them may be that of a ward. */
  readonly cypIds: readonly string[];
}

/** The children for whom the person `$1` acts on the day `$2`, oldest first. */
export const dependents: Statement<DependentRecord> = statement(
  'identity.dependents',
  `select p.person_id::text as "personId", p.given_name as "givenName", p.family_name as "familyName",
     r.kind as relationship, ${CHILD_WELFARE_NUMBERS} as "cypIds"
   from relationship r join person p using (person_id)
   where r.other_person_id = $1::uuid and ${actsFor('$2')} order by p.birth_date, p.person_id limit 100`,
);
