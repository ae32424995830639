import type { PersonalData } from './personalData.ts';
import type { HouseholdAddress, PersonTraits } from './personTraits.ts';
import { searchKeysOf } from './searchKeys.ts';

/** Columns of each table, in the order of the rows below. */
export const rowColumns = {
  household: ['household_id', 'address_protected', 'address', 'key_generation'],
  person: ['person_id', 'household_id', 'living', 'personal', 'key_generation'],
  person_search_token: ['token', 'person_id'],
  system_number: ['system', 'token', 'person_id', 'number', 'is_current', 'key_generation'],
} as const;

/** Rows as the database stores them: text in the input format of PostgreSQL's types, so that COPY takes them too. */
type Row = readonly (string | number | boolean)[];

export interface NewHousehold extends HouseholdAddress {
  readonly householdId: string;
  readonly addressProtected: boolean;
}

export function householdRow(data: PersonalData, household: NewHousehold): Row {
  const { householdId: id, addressProtected } = household;
  return [id, addressProtected, bytea(data.sealAddress(id, household)), data.generation()];
}

export interface NewPerson extends PersonTraits {
  readonly personId: string;
  readonly householdId: string;
  readonly living: boolean;
}

export function personRow(data: PersonalData, person: NewPerson): Row {
  const { personId: id, householdId, living } = person;
  return [id, householdId, living, bytea(data.sealPerson(id, person)), data.generation()];
}

/** Rows by which a search finds the person. */
export function searchTokenRows(data: PersonalData, person: NewPerson): readonly Row[] {
  return searchKeysOf(person).map((key) => [bytea(data.searchToken(key)), person.personId]);
}

export function systemNumberRow(data: PersonalData, { system, number, personId, isCurrent }: NewSystemNumber): Row {
  const [token, sealed] = [data.numberToken(system, number), data.sealNumber(system, personId, number)];
  return [system, bytea(token), personId, bytea(sealed), isCurrent, data.generation()];
}
export interface NewSystemNumber {
  readonly system: string;
  readonly number: string;
  readonly personId: string;
  readonly isCurrent: boolean;
}

function bytea(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}
