import type { Database } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { followLinkChanges } from './followLinkChanges.ts';

/** Whom the log names by several pseudonyms, because persons were merged. */
export interface MergedPersons {
  /** These pseudonyms, and those of everybody who is the same person by now, in the ids of all of them. */
  withReplaced(database: Database, pseudonyms: readonly Buffer[]): Promise<readonly Buffer[]>;
}

/** Merges may follow each other. More than that is a mistake in the data. */
const LONGEST_CHAIN = 100;

const group = statement<{ readonly person: Buffer }>(
  'audit.mergedPseudonyms',
  `with recursive up as (
     select person, 0 as steps from unnest($1::bytea[]) as given (person)
     union
     select r.replaced_by, up.steps + 1 from up join replaced_pseudonym r using (person) where up.steps < ${LONGEST_CHAIN}),
   down as (
     select person, 0 as steps from up
     union
     select r.person, down.steps + 1 from down join replaced_pseudonym r on r.replaced_by = down.person
     where down.steps < ${LONGEST_CHAIN})
   select distinct person from down order by person`,
);

/** @param origin of the person index's log; undefined: merges are not followed */
export function createMergedPersons(origin: string | undefined): MergedPersons {
  return {
    async withReplaced(database, pseudonyms) {
      if (origin === undefined || pseudonyms.length === 0) return pseudonyms;
      await followLinkChanges(database, origin);
      return (await database.rows(group, [pseudonyms])).map(({ person }) => person);
    },
  };
}
