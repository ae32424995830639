import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import type { GoldenRecord } from '../golden/goldenRecord.ts';
import { goldenTraits } from '../golden/goldenTraits.ts';
import { todayDigits } from '../linkage/normalize/normalize.ts';
import type { PersonalData } from '../personalData/personalData.ts';
import { searchKeysOf } from '../personalData/searchKeys.ts';
import { addressOfRecords } from './addressOfRecords.ts';

const insert = statement<unknown>(
  'identity.addPerson',
  `with home as (
     insert into household (household_id, address_protected, address, key_generation)
     select $2::uuid, coalesce(bool_or(h.address_protected), false), $3::bytea, $6
     from person p join household h using (household_id) where p.person_id = $7::uuid)
   insert into person (person_id, household_id, living, personal, key_generation) values ($1, $2, $4, $5, $6)`,
);

const insertTokens = statement<unknown>(
  'identity.insertSearchTokens',
  'insert into person_search_token (token, person_id) select * from unnest($1::bytea[], $2::uuid[]) on conflict do nothing',
);

export interface PersonToAdd {
  readonly personId: string;
  readonly householdId: string;
  /** The person whom the records leave: if their address is protected, so is the new one. */
  readonly leaves: string;
  readonly records: readonly GoldenRecord[];
}

/** Adds a person of these records, with a household of their own at the address of the newest record that has one. */
export async function addPerson(queries: Queries, data: PersonalData, person: PersonToAdd, now: Date): Promise<void> {
  const { personId, householdId, leaves, records } = person;
  const traits = goldenTraits(records, todayDigits(now));
  const address = data.sealAddress(householdId, addressOfRecords(records));
  const values = [traits.living, data.sealPerson(personId, traits), data.generation(), leaves];
  await queries.rows(insert, [personId, householdId, address, ...values]);
  const keys = searchKeysOf(traits);
  await queries.rows(insertTokens, [keys.map((key) => data.searchToken(key)), keys.map(() => personId)]);
}
