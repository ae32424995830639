import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import type { PersonalData } from '../personalData/personalData.ts';
import { forgetSearchTokens } from './forgetSearchTokens.ts';

export interface Replacement {
  readonly personId: string;
  readonly by: string;
  readonly changeId: string;
}

const keepRelationships = statement<unknown>(
  'identity.keepRelationships',
  `insert into replaced_relationship (person_id, other_person_id, kind, replaced, moved)
   select r.person_id, r.other_person_id, r.kind, $1::uuid,
     $2::uuid not in (r.person_id, r.other_person_id) and not exists (
       select from relationship of where
         of.person_id = case when r.person_id = $1::uuid then $2::uuid else r.person_id end and
         of.other_person_id = case when r.other_person_id = $1::uuid then $2::uuid else r.other_person_id end)
   from relationship r where $1::uuid in (r.person_id, r.other_person_id)`,
);
const removeRelationships = statement<unknown>(
  'identity.removeRelationships',
  'delete from relationship where $1::uuid in (person_id, other_person_id)',
);
/** `$1`: who was replaced, `$2`: by whom. */
const moveRelationships = statement<unknown>(
  'identity.moveRelationships',
  `insert into relationship (person_id, other_person_id, kind)
   select case when person_id = $1::uuid then $2::uuid else person_id end,
     case when other_person_id = $1::uuid then $2::uuid else other_person_id end, kind
   from replaced_relationship where replaced = $1::uuid and moved
   on conflict do nothing`,
);
const replace = statement<unknown>(
  'identity.replacePerson',
  `insert into person_replacement (person_id, replaced_by, replaced_at, household_id, link_change_id)
   select person_id, $2::uuid, $3, household_id, $4::uuid from person where person_id = $1::uuid`,
);
const leaveHousehold = statement<unknown>(
  'identity.leaveHousehold',
  'update person set household_id = null where person_id = $1::uuid',
);

/** It stays protected when the replacement is undone: only the loader or a system can say that nobody there is in danger. */
const protectAddress = statement<unknown>(
  'identity.protectAddressOfSurvivor',
  `update household set address_protected = true
   from person survivor, person replaced join household former on former.household_id = replaced.household_id
   where replaced.person_id = $1::uuid and former.address_protected
     and survivor.person_id = $2::uuid and household.household_id = survivor.household_id`,
);

/** Another person stands for this one from now on, who has no numbers left. The relationships become the survivor's. */
export async function replacePerson(
  queries: Queries,
  data: PersonalData,
  { personId, by, changeId }: Replacement,
  now: Date,
): Promise<void> {
  await queries.rows(replace, [personId, by, now, changeId]);
  // 750 ILCS 61: the address of the one is that of the other.
  await queries.rows(protectAddress, [personId, by]);
  await queries.rows(leaveHousehold, [personId]);
  await queries.rows(keepRelationships, [personId, by]);
  await queries.rows(removeRelationships, [personId]);
  await queries.rows(moveRelationships, [personId, by]);
  await forgetSearchTokens(queries, data, [personId]);
}

const restore = statement<unknown>(
  'identity.restorePerson',
  `with restored as (
     update person_replacement set restored_at = $2 where person_id = $1::uuid and restored_at is null
     returning person_id, household_id)
   update person set household_id = restored.household_id from restored where person.person_id = restored.person_id`,
);
const takeRelationships = statement<unknown>(
  'identity.takeRelationships',
  `delete from relationship using replaced_relationship as had
   where had.replaced = $1::uuid and had.moved
     and relationship.person_id = case when had.person_id = $1::uuid then $2::uuid else had.person_id end
     and relationship.other_person_id = case when had.other_person_id = $1::uuid then $2::uuid else had.other_person_id end`,
);
/** Relatives who were replaced since have no relationships of their own. */
const returnRelationships = statement<unknown>(
  'identity.returnRelationships',
  `insert into relationship (person_id, other_person_id, kind)
   select had.person_id, had.other_person_id, had.kind from replaced_relationship as had
     join person one on one.person_id = had.person_id and one.household_id is not null
     join person other on other.person_id = had.other_person_id and other.household_id is not null
   where had.replaced = $1::uuid
   on conflict do nothing`,
);
const forgetRelationships = statement<unknown>(
  'identity.forgetReplacedRelationships',
  'delete from replaced_relationship where replaced = $1::uuid',
);

/**
 * The person stands for themselves again, with the household and the relationships of before.
 * @param from who stood for them
 */
export async function restorePerson(
  queries: Queries,
  { personId, from }: { readonly personId: string; readonly from: string },
  now: Date,
): Promise<void> {
  await queries.rows(restore, [personId, now]);
  await queries.rows(takeRelationships, [personId, from]);
  await queries.rows(returnRelationships, [personId]);
  await queries.rows(forgetRelationships, [personId]);
}
