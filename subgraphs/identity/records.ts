import type { AdministrativeGender, RelationshipKind } from '../../schema/generated/enums/identity.ts';
import { keyedStatement, type Statement, statement } from '../kit/database/statement.ts';

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
  readonly snapClientId: string | null;
  readonly tanfClientId: string | null;
  readonly medicaidRin: string | null;
  readonly idocNumber: string | null;
  readonly sisId: string | null;
  readonly energyClientId: string | null;
  readonly cypId: string | null;
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
  p.primary_language as "primaryLanguage", p.living, p.snap_client_id as "snapClientId",
  p.tanf_client_id as "tanfClientId", p.medicaid_rin as "medicaidRin", p.idoc_number as "idocNumber",
  p.sis_id as "sisId", p.energy_client_id as "energyClientId", p.cyp_id as "cypId"`;

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
 * Selects which of the persons `$1` are living children of the person `$2` and under 18 on the day `$3`. Foster
 * parents, guardians and grandparents are excluded, because the index does not know who holds legal authority.
 */
export const minorChildren: Statement<{ readonly personId: string }> = statement(
  'identity.minorChildren',
  `select p.person_id::text as "personId"
   from relationship r join person p using (person_id)
   where r.person_id = any($1::uuid[]) and r.other_person_id = $2::uuid and r.kind in ('MTH', 'FTH')
     and p.living and p.birth_date > $3::date - interval '18 years'`,
);
