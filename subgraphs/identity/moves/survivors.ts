import { statement } from '../../kit/database/statement.ts';

/** Merges may follow each other. More than that is a mistake in the data. */
const LONGEST_CHAIN = 100;

/** Who stands for these persons (`$1`), if others have replaced them. Persons who stand for themselves are left out. */
export const survivors = statement<{ readonly id: string; readonly survivor: string }>(
  'identity.survivors',
  `with recursive chain as (
     select person_id as id, replaced_by, 1 as length from person_replacement
     where person_id = any($1::uuid[]) and restored_at is null
     union all
     select chain.id, next.replaced_by, chain.length + 1
     from chain join person_replacement next on next.person_id = chain.replaced_by and next.restored_at is null
     where chain.length < ${LONGEST_CHAIN})
   select distinct on (id) id::text as id, replaced_by::text as survivor from chain order by id, length desc`,
);
