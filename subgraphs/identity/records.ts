import type { AdministrativeGender, RelationshipKind } from '../../schema/generated/enums/identity.ts';
import { keyedStatement, type Statement, statement } from '../kit/database/statement.ts';
import { CHILD_WELFARE_NUMBERS, SYSTEM_NUMBERS } from './systemNumbers.ts';

/** A person. Names match the SDL, so that most fields need no resolver. */
export interface PersonRecord {
  readonly id: string;
  /** Null: another person has replaced this one. */
  readonly householdId: string | null;
  readonly given: string | null;
  readonly middle: string | null;
  readonly family: string | null;
  readonly suffix: string | null;
  readonly birthDate: string | null;
  readonly gender: AdministrativeGender;
  readonly primaryLanguage: string | null;
  readonly living: boolean;
  /** The person's current number in a system. */
  numberIn(system: string): string | null;
}

/** A person as the database returns it. */
export interface StoredPerson {
  readonly id: string;
  readonly householdId: string | null;
  readonly living: boolean;
  /** Encrypted: names, birth date, gender, language (personTraits.ts). */
  readonly personal: Buffer;
  /** The current numbers in the systems, encrypted (systemNumbers.ts). */
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

/** A household as the database returns it. */
export interface StoredHousehold {
  readonly id: string;
  readonly addressProtected: boolean;
  /** Encrypted. Null: the address is protected (750 ILCS 61) and never leaves the database, not even encrypted. */
  readonly address: Buffer | null;
}

export interface RelationshipRecord extends PersonRecord {
  readonly ofPersonId: string;
  readonly kind: RelationshipKind;
}

export interface StoredRelationship extends StoredPerson {
  readonly ofPersonId: string;
  readonly kind: RelationshipKind;
}

/** The columns of StoredPerson. */
export const PERSON_COLUMNS = `p.person_id as id, p.household_id as "householdId", p.living, p.personal,
  ${SYSTEM_NUMBERS} as numbers`;

export const households = keyedStatement<StoredHousehold>(
  'identity.households',
  ({ id }) => id,
  `select household_id as id, address_protected as "addressProtected",
     case when not address_protected then address end as address
   from household where household_id = any($1::uuid[])`,
);

/** Persons by state-wide id, without those whom another person has replaced. */
export const personsById = keyedStatement<StoredPerson>(
  'identity.personsById',
  ({ id }) => id,
  `select ${PERSON_COLUMNS} from person p where p.person_id = any($1::uuid[]) and p.household_id is not null`,
);

/** The same with those who were replaced. */
export const personsOrReplaced = keyedStatement<StoredPerson>(
  'identity.personsOrReplaced',
  ({ id }) => id,
  `select ${PERSON_COLUMNS} from person p where p.person_id = any($1::uuid[])`,
);

export interface NumberedPerson extends StoredPerson {
  /** Token of the number that the person was requested by, which may be a former one. */
  readonly token: string;
}

/** Persons by the tokens of their numbers in the system `$2`. */
export const personsByNumber = keyedStatement<NumberedPerson>(
  'identity.personsByNumber',
  ({ token }) => token,
  `select k.token::text as token, ${PERSON_COLUMNS} from system_number k join person p using (person_id)
   where k.system = $2 and k.token = any($1::bytea[])`,
);

export const members = keyedStatement<StoredPerson>(
  'identity.members',
  ({ householdId }) => householdId ?? '',
  `select ${PERSON_COLUMNS} from person p where p.household_id = any($1::uuid[])`,
);

export const relationships = keyedStatement<StoredRelationship>(
  'identity.relationships',
  ({ ofPersonId }) => ofPersonId,
  `select r.person_id as "ofPersonId", r.kind, ${PERSON_COLUMNS}
   from relationship r join person p on p.person_id = r.other_person_id
   where r.person_id = any($1::uuid[])`,
);

/**
 * Condition that `r` makes a resident the personal representative of a living child `p`: mother, father, or legal
 * guardian. A guardian whom a court appointed replaces the parents. Foster parents and grandparents have no authority of
 * their own. See 45 CFR 164.502(g)(3). Whether the child is under 18 is encrypted: isKnownMinor.
 */
const ACTS_FOR = `p.living and (r.kind = 'GUARD' or (r.kind in ('MTH', 'FTH') and not exists (
    select 1 from relationship g where g.person_id = r.person_id and g.kind = 'GUARD')))`;

export interface StoredChild {
  readonly personId: string;
  readonly personal: Buffer;
}

/** Selects which of the persons `$1` are children, of any age, for whom the person `$2` acts or acted. */
export const childrenOfPerson: Statement<StoredChild> = statement(
  'identity.childrenOfPerson',
  `select p.person_id::text as "personId", p.personal
   from relationship r join person p using (person_id)
   where r.person_id = any($1::uuid[]) and r.other_person_id = $2::uuid and ${ACTS_FOR}`,
);

export interface StoredDependent extends StoredChild {
  readonly relationship: RelationshipKind;
  /** Every number in the child welfare system, encrypted, former ones included: any of them may be that of a ward. */
  readonly cypIds: readonly string[];
}

/** The children, of any age, for whom the person `$1` acts or acted. More relatives than anybody has. */
export const dependents: Statement<StoredDependent> = statement(
  'identity.dependents',
  `select p.person_id::text as "personId", p.personal, r.kind as relationship, ${CHILD_WELFARE_NUMBERS} as "cypIds"
   from relationship r join person p using (person_id)
   where r.other_person_id = $1::uuid and ${ACTS_FOR} order by p.person_id limit 1000`,
);

/**
 * Whether somebody is known to be under 18 on a day. Both are ISO dates. Someone born on February 29 comes of age on March
 * 1. A person without a birth date is no minor here, because minority opens a child's data to the parents.
 */
export function isKnownMinor(birthDate: string | null, day: string): boolean {
  if (birthDate === null) return false;
  const year = Number(day.slice(0, 4)) - 18;
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  const monthAndDay = day.slice(4) === '-02-29' && !isLeap ? '-02-28' : day.slice(4);
  return birthDate > `${String(year).padStart(4, '0')}${monthAndDay}`;
}
