import { type Statement, statement } from '../kit/database/statement.ts';

export interface PersonFactKeys {
  /** The key as requested. */
  readonly key: string;
  readonly personId: string;
  /** Current number in the child welfare system. */
  readonly cypId: string | null;
  /** Current child welfare numbers of everyone in the household. */
  readonly householdCypIds: readonly string[];
}

const COLUMNS = `p.person_id::text as "personId", (
    select n.number from system_number n
    where n.person_id = p.person_id and n.system = 'childwelfare' and n.is_current
  ) as "cypId",
  array(
    select m.number from person h join system_number m using (person_id)
    where h.household_id = p.household_id and m.system = 'childwelfare' and m.is_current order by m.number
  ) as "householdCypIds"`;

/** Numbers by which other systems know the persons with these state-wide ids (`$1`), whose facts are needed. */
export const personFactKeysById: Statement<PersonFactKeys> = statement(
  'identity.personFactKeysById',
  `select p.person_id::text as key, ${COLUMNS} from person p where p.person_id = any($1::uuid[])`,
);

/** The same for persons by their numbers (`$1`) in the system `$2`. */
export const personFactKeysByNumber: Statement<PersonFactKeys> = statement(
  'identity.personFactKeysByNumber',
  `select k.number as key, ${COLUMNS} from system_number k join person p using (person_id)
   where k.system = $2 and k.number = any($1::text[])`,
);
