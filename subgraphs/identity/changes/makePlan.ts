import { createHmac } from 'node:crypto';
import type { PseudonymKey } from '../../../schema/ledger/personPseudonym.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { LinkContradictionError } from '../linkage/cluster/decisions.ts';
import type { Decider } from '../linkage/decide/decide.ts';
import { survivors } from '../moves/survivors.ts';
import type { PersonalData } from '../personalData/personalData.ts';
import { type Plan, type PlanContext, pairOf, planMerge, planPair, planUnmerge } from './plan.ts';
import { LinkProblem } from './problems.ts';
import { personsOfRecords, readPart } from './readPart.ts';
import type { ChangeDraft } from './writeChange.ts';

export interface PlanInput {
  readonly queries: Queries;
  readonly data: PersonalData;
  readonly decider: Decider;
  readonly pseudonymKey: PseudonymKey;
  readonly pseudonymOf: (personId: string) => string;
  readonly now: Date;
}

/**
 * Plans what a decision changes, as things are now. Throws LinkProblem if it cannot be carried out. The same decision about
 * the same index has the same plan.
 */
export async function makePlan(input: PlanInput, draft: ChangeDraft): Promise<Plan> {
  try {
    return await planOf(input, draft);
  } catch (error) {
    if (!(error instanceof LinkContradictionError)) throw error;
    const earlier = [error.notLink, ...error.links].filter((id) => id !== draft.id);
    throw new LinkProblem(
      'CONTRADICTS_DECISION',
      `This contradicts what people decided before: change ${[...new Set(earlier)].join(', change ')}. Nothing was ` +
        'changed. Look at these changes first; linkRecords or separateRecords for their records replaces them.',
    );
  }
}

async function planOf(input: PlanInput, draft: ChangeDraft): Promise<Plan> {
  switch (draft.kind) {
    case 'LINK':
    case 'NOT_LINK':
    case 'SEPARATE':
      return planRecords(input, draft);
    case 'MERGE':
      return planMergeOf(input, draft);
    case 'UNMERGE':
      return planUnmergeOf(input, draft);
  }
}

async function contextOf(input: PlanInput, draft: ChangeDraft, persons: readonly string[]): Promise<PlanContext> {
  const { queries, data, decider, now, pseudonymKey } = input;
  const part = await readPart(queries, data, { decider, persons, now });
  const newId = (what: string, index: number) => derivedUuid(pseudonymKey, `${what}\0${draft.id}\0${index}`);
  const newPerson = (index: number) => ({
    personId: newId('new-person', index),
    householdId: newId('new-household', index),
  });
  return { part, decider, changeId: draft.id, newPerson };
}

async function planRecords(input: PlanInput, draft: ChangeDraft): Promise<Plan> {
  const kind = draft.kind === 'LINK' ? 'LINK' : 'NOT_LINK';
  const decision = pairOf(kind, draft.one ?? '0', draft.other ?? '0');
  const { one, other } = decision;
  const context = await contextOf(input, draft, await personsOfRecords(input.queries, [one, other]));
  const { records, decisions } = context.part;
  if (!records.has(one) || !records.has(other)) {
    throw new LinkProblem(
      'UNKNOWN_RECORD',
      'There is no record with this id. Take ids from recordsOfPerson or a review.',
    );
  }
  const made = decisions.find((earlier) => earlier.one === one && earlier.other === other);
  if (made?.kind === kind) {
    throw new LinkProblem('NOTHING_TO_CHANGE', `People decided this before: change ${made.id}.`);
  }
  return planPair(context, decision);
}

async function planMergeOf(input: PlanInput, draft: ChangeDraft): Promise<Plan> {
  const { survivorId, replacedId } = requirePersons(draft);
  await requireLiving(input.queries, [survivorId, replacedId]);
  const context = await contextOf(input, draft, [survivorId, replacedId]);
  const ids = context.part.decisions.map(({ id }) => id);
  const undone = (await input.queries.rows(unmerges, [ids])).map(({ changeId }) => changeId);
  return planMerge(context, { survivorId, replacedId, undone });
}

/** Merging again replaces what an unmerge has decided. */
const unmerges = statement<{ readonly changeId: string }>(
  'identity.unmergesAmong',
  `select link_change_id::text as "changeId" from link_change where link_change_id = any($1::uuid[]) and kind = 'UNMERGE'`,
);

const existing = statement<{ readonly personId: string }>(
  'identity.personsThatExist',
  'select person_id::text as "personId" from person where person_id = any($1::uuid[])',
);

/** Throws LinkProblem unless the persons exist and nobody else stands for them. */
export async function requireLiving(queries: Queries, personIds: readonly string[]): Promise<void> {
  const found = new Set((await queries.rows(existing, [personIds])).map(({ personId }) => personId));
  if (personIds.some((id) => !found.has(id))) {
    throw new LinkProblem('UNKNOWN_PERSON', 'There is no person with this id.');
  }
  const [replaced] = await queries.rows(survivors, [personIds]);
  if (replaced !== undefined) {
    throw new LinkProblem(
      'NOTHING_TO_CHANGE',
      'Another person stands for one of these already. Look the person up by the id, and name the id that comes back.',
    );
  }
}

const mergeOf = statement<{
  readonly changeId: string;
  readonly kind: string;
  readonly mergedAt: Date;
  readonly moves: readonly { readonly record: string | null; readonly from: string | null }[];
}>(
  'identity.mergeOfPerson',
  `select c.link_change_id::text as "changeId", c.kind, r.replaced_at as "mergedAt", c.moves
   from person_replacement r join link_change c using (link_change_id)
   where r.person_id = $1::uuid and r.restored_at is null`,
);
const movedNumbers = statement<{ readonly system: string; readonly token: string }>(
  'identity.movedNumbers',
  'select system, token::text as token from moved_number where link_change_id = $1::uuid and from_person = $2::uuid',
);

async function planUnmergeOf(input: PlanInput, draft: ChangeDraft): Promise<Plan> {
  const { queries, pseudonymOf } = input;
  const { replacedId } = requirePersons(draft);
  const [merge] = await queries.rows(mergeOf, [replacedId]);
  const [standsFor] = await queries.rows(survivors, [[replacedId]]);
  if (merge === undefined || standsFor === undefined) {
    throw new LinkProblem('NOTHING_TO_CHANGE', 'Nobody stands for this person: there is no merge to undo.');
  }
  const numbers = await queries.rows(movedNumbers, [merge.changeId, replacedId]);
  // The moves of a registration may be of other persons, too.
  const own = pseudonymOf(replacedId);
  const isOwn = (from: string | null): boolean => merge.kind === 'MERGE' || from === own;
  const plan = planUnmerge(await contextOf(input, draft, [standsFor.survivor]), {
    ...{ changeId: merge.changeId, replacedId, survivorId: standsFor.survivor, mergedAt: merge.mergedAt },
    moved: new Set(merge.moves.flatMap(({ record }) => record ?? [])),
    cameFrom: new Set(merge.moves.flatMap(({ record, from }) => (record !== null && isOwn(from) ? [record] : []))),
    numbers: new Set(numbers.map(({ system, token }) => `${system} ${token}`)),
  });
  if (plan !== undefined) return plan;
  throw new LinkProblem(
    'NOTHING_TO_CHANGE',
    'No record that came from this person is with the survivor any more, so the evidence cannot tell the two apart. ' +
      'Separate the records that are wrong: separateRecords.',
  );
}

/** A proposal that was restored from the log has no ids. */
function requirePersons({ survivorId, replacedId }: ChangeDraft) {
  if (survivorId !== null && replacedId !== null) return { survivorId, replacedId };
  throw new LinkProblem(
    'UNKNOWN_PERSON',
    'The index stopped while this was proposed, and does not know any more whom it is about. Refuse it, and propose it again.',
  );
}

/** A UUID that nobody without the key can derive from the log. */
function derivedUuid({ secret }: PseudonymKey, text: string): string {
  const bytes = createHmac('sha256', secret).update(text).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
