import type { Queries } from '../kit/database/database.ts';
import { type Statement, statement } from '../kit/database/statement.ts';
import type { PersonalData } from './personalData/personalData.ts';

export interface PersonFactKeys {
  /** The key as requested. */
  readonly key: string;
  readonly personId: string;
  /** Current number in the child welfare system. */
  readonly cypId: string | null;
  /** Current child welfare numbers of everyone in the household. */
  readonly householdCypIds: readonly string[];
}

interface StoredFactKeys {
  /** The id, or the token of the number. */
  readonly key: string;
  readonly personId: string;
  /** Encrypted, in hexadecimal. */
  readonly cypId: string | null;
  /** The person, a space, and that person's number, encrypted, in hexadecimal. */
  readonly householdCypIds: readonly string[];
}

const COLUMNS = `p.person_id::text as "personId", (
    select encode(n.number, 'hex') from system_number n
    where n.person_id = p.person_id and n.system = 'childwelfare' and n.is_current
  ) as "cypId",
  array(
    select h.person_id::text || ' ' || encode(m.number, 'hex') from person h join system_number m using (person_id)
    where h.household_id = p.household_id and m.system = 'childwelfare' and m.is_current
  ) as "householdCypIds"`;

const byId: Statement<StoredFactKeys> = statement(
  'identity.personFactKeysById',
  `select p.person_id::text as key, ${COLUMNS} from person p where p.person_id = any($1::uuid[])`,
);

const byNumber: Statement<StoredFactKeys> = statement(
  'identity.personFactKeysByNumber',
  `select k.token::text as key, ${COLUMNS} from system_number k join person p using (person_id)
   where k.system = $2 and k.token = any($1::bytea[])`,
);

/** Numbers by which other systems know the persons with these state-wide ids, whose facts are needed. */
export async function personFactKeysById(
  queries: Queries,
  data: PersonalData,
  ids: readonly string[],
): Promise<readonly PersonFactKeys[]> {
  return (await queries.rows(byId, [ids])).map((row) => opened(row, row.key, data));
}

/** The same for persons by their numbers in a system. */
export async function personFactKeysByNumber(
  queries: Queries,
  data: PersonalData,
  system: string,
  numbers: readonly string[],
): Promise<readonly PersonFactKeys[]> {
  const numberOf = new Map<string, string>();
  for (const number of numbers) for (const token of data.numberTokens(system, number)) numberOf.set(token, number);
  const rows = await queries.rows(byNumber, [[...numberOf.keys()], system]);
  return rows.map((row) => opened(row, numberOf.get(row.key) ?? '', data));
}

function opened({ personId, cypId, householdCypIds }: StoredFactKeys, key: string, data: PersonalData): PersonFactKeys {
  return {
    key,
    personId,
    cypId: cypId === null ? null : data.openNumber('childwelfare', personId, cypId),
    householdCypIds: householdCypIds
      .map((text) => {
        const [member = '', sealed = ''] = text.split(' ');
        return data.openNumber('childwelfare', member, sealed);
      })
      .sort(),
  };
}
