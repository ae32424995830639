import type {
  DecideLinkChangeInput,
  MergePersonsInput,
  RecordPairInput,
  UnmergePersonInput,
} from '../../../schema/generated/identity.ts';
import { parsePersonId } from '../../../schema/persons/personId.ts';
import { isUuid } from '../../../schema/values/uuid.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { survivors } from '../moves/survivors.ts';
import type { PersonalData } from '../personalData/personalData.ts';
import { checkReason, type NamedPersonData } from './checkReason.ts';
import { type DecisionStep, type LinkDecisions, newDraft, readProposal } from './linkDecisions.ts';
import { requireLiving } from './makePlan.ts';
import { pairOf } from './plan.ts';
import { LinkProblem } from './problems.ts';
import { settleReview } from './reviewAnswers.ts';
import { isRecordId, type OpenRecord, recordsByIds, recordsOfPersons } from './sourceRecords.ts';

const open = statement<{ readonly id: string }>(
  'identity.openProposal',
  `select c.link_change_id::text as id from link_change c
   where c.status = 'PROPOSED' and c.kind = $1 and case
     when $2::bigint is not null then c.one = $2 and c.other = $3::bigint
     else exists (select from link_change_person p where p.link_change_id = c.link_change_id
         and p.person_id = $4::uuid and p.role = 'REPLACED') end
   limit 1`,
);

async function refuseSecondProposal(queries: Queries, kind: string, about: readonly (string | null)[]): Promise<void> {
  const [one = null, other = null, replaced = null] = about;
  const [proposal] = await queries.rows(open, [kind, one, other, replaced]);
  if (proposal === undefined) return;
  throw new LinkProblem(
    'NOTHING_TO_CHANGE',
    `This is proposed already and waits for a decision: change ${proposal.id}.`,
  );
}

/** Proposes that two records are, or are not, of one person. */
export async function proposePair(
  decisions: LinkDecisions,
  step: DecisionStep,
  kind: 'LINK' | 'SEPARATE',
  input: RecordPairInput,
) {
  const [a, b] = [input.one, input.other].map((id) => id.trim());
  if (a === undefined || b === undefined || !isRecordId(a) || !isRecordId(b)) throw unknownRecord();
  if (a === b) throw new LinkProblem('NOTHING_TO_CHANGE', 'This is one record. Name two.');
  const records = await recordsByIds(step.queries, step.data, [a, b]);
  if (records.length < 2) throw unknownRecord();
  const reason = checkReason(
    input.reason,
    records.map(({ content }) => content),
  );
  const { one, other } = pairOf('LINK', a, b);
  await refuseSecondProposal(step.queries, kind, [one, other]);
  const personIds = records.map(({ personId }) => personId);
  return decisions.propose(step, newDraft(step, kind, { one, other, reason, personIds }));
}

/** Proposes that two persons are one. */
export async function proposeMerge(decisions: LinkDecisions, step: DecisionStep, input: MergePersonsInput) {
  const [survivorId, replacedId] = [parsePersonId(input.survivorId), parsePersonId(input.replacedId)];
  if (survivorId === undefined || replacedId === undefined) throw unknownPerson();
  if (survivorId === replacedId) throw new LinkProblem('NOTHING_TO_CHANGE', 'This is one person. Name two.');
  await requireLiving(step.queries, [survivorId, replacedId]);
  const reason = checkReason(input.reason, await namesOfPersons(step, [survivorId, replacedId]));
  await refuseSecondProposal(step.queries, 'MERGE', [null, null, replacedId]);
  return decisions.propose(step, newDraft(step, 'MERGE', { survivorId, replacedId, reason }));
}

/** Proposes to undo a merge. */
export async function proposeUnmerge(decisions: LinkDecisions, step: DecisionStep, input: UnmergePersonInput) {
  const replacedId = parsePersonId(input.personId);
  if (replacedId === undefined) throw unknownPerson();
  const [standsFor] = await step.queries.rows(survivors, [[replacedId]]);
  if (standsFor === undefined) {
    await requireLiving(step.queries, [replacedId]);
    throw new LinkProblem('NOTHING_TO_CHANGE', 'Nobody stands for this person: there is no merge to undo.');
  }
  const survivorId = standsFor.survivor;
  const reason = checkReason(input.reason, await namesOfPersons(step, [survivorId, replacedId]));
  await refuseSecondProposal(step.queries, 'UNMERGE', [null, null, replacedId]);
  return decisions.propose(step, newDraft(step, 'UNMERGE', { survivorId, replacedId, reason }));
}

/** A second steward approves or refuses a proposal. */
export async function decideProposal(
  decisions: LinkDecisions,
  step: DecisionStep,
  { changeId, approve, reason: text }: DecideLinkChangeInput,
) {
  if (!isUuid(changeId)) throw new LinkProblem('UNKNOWN_CHANGE', 'There is no change with this id.');
  const draft = await readProposal(step, changeId.toLowerCase());
  const records = [draft.one, draft.other].flatMap((id) => id ?? []);
  const about = [
    ...(await recordsByIds(step.queries, step.data, records)).map(({ content }) => content),
    ...(await namesOfPersons(
      step,
      [draft.survivorId, draft.replacedId].flatMap((id) => id ?? []),
    )),
  ];
  const reason = checkReason(text, about);
  const outcome = approve
    ? await decisions.takeEffect(step, draft, reason)
    : await decisions.refuse(step, draft, reason);
  if (draft.reviewId !== null) {
    const answer = draft.kind === 'LINK' ? 'LINK' : 'NOT_LINK';
    await settleReview(step, draft.reviewId, approve ? { status: 'DECIDED', answer, reason } : { status: 'OPEN' });
  }
  return outcome;
}

const personals = statement<{ readonly id: string; readonly personal: Buffer }>(
  'identity.personsNamed',
  'select person_id::text as id, personal from person where person_id = any($1::uuid[])',
);

async function namesOfPersons(
  { queries, data }: { readonly queries: Queries; readonly data: PersonalData },
  personIds: readonly string[],
): Promise<readonly NamedPersonData[]> {
  const records: readonly OpenRecord[] = await recordsOfPersons(queries, data, personIds);
  const shown = (await queries.rows(personals, [personIds])).map(({ id, personal }) => data.openPerson(id, personal));
  return [...records.map(({ content }) => content), ...shown];
}

const unknownPerson = (): LinkProblem => new LinkProblem('UNKNOWN_PERSON', 'There is no person with this id.');
const unknownRecord = (): LinkProblem =>
  new LinkProblem('UNKNOWN_RECORD', 'There is no record with this id. Take ids from recordsOfPerson or a review.');
