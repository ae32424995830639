import type { AnswerLinkReviewInput } from '../../../schema/generated/identity.ts';
import { isUuid } from '../../../schema/values/uuid.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { illinoisDate } from '../../kit/values/illinoisDate.ts';
import { mayBeSamePerson } from '../../kit/values/samePerson.ts';
import { checkReason } from './checkReason.ts';
import { addKnownPair } from './knownPairs.ts';
import { readChangeOfReview } from './linkChanges.ts';
import { type DecisionStep, type LinkDecisions, newDraft, readProposal, type StepOutcome } from './linkDecisions.ts';
import { needsTwoPersons } from './needsTwoPersons.ts';
import { LinkProblem } from './problems.ts';
import { type ReviewRow, readReview } from './reviews.ts';
import { recordsByIds } from './sourceRecords.ts';

const MOST_DAYS_OF_DELAY = 30;
const DAY_MS = 86_400_000;

const insertAnswer = statement<unknown>(
  'identity.insertReviewAnswer',
  `insert into link_review_answer (link_review_id, answered_by, answer, reason, answered_at, was_right)
   values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
);
const answersOf = statement<{ readonly answeredBy: string }>(
  'identity.reviewAnswers',
  `select answered_by as "answeredBy" from link_review_answer where link_review_id = $1 and answer <> 'DEFER'`,
);
const setStatus = statement<unknown>(
  'identity.setReviewStatus',
  'update link_review set status = $2 where link_review_id = $1',
);
const postpone = statement<unknown>(
  'identity.postponeReview',
  'update link_review set due_on = $2::date where link_review_id = $1',
);

type Settlement =
  | { readonly status: 'OPEN' }
  | { readonly status: 'PROPOSED' | 'DECIDED'; readonly answer: 'LINK' | 'NOT_LINK'; readonly reason: string };

/** Writes what a steward said about a review, and what that makes of it. */
export async function settleReview(
  { queries, data, now, by }: DecisionStep,
  reviewId: string,
  settlement: Settlement,
): Promise<void> {
  await queries.rows(setStatus, [reviewId, settlement.status]);
  if (settlement.status === 'OPEN') return;
  const { answer, reason } = settlement;
  await queries.rows(insertAnswer, [reviewId, by.subject, answer, reason, now, null]);
  if (settlement.status === 'DECIDED') await addKnownPair(queries, data, now);
}

/** Answers a review. Throws LinkProblem. */
export async function answerReview(
  decisions: LinkDecisions,
  step: DecisionStep,
  input: AnswerLinkReviewInput,
): Promise<StepOutcome> {
  const { queries, data, now, by } = step;
  const review = isUuid(input.reviewId) ? await readReview(queries, input.reviewId.toLowerCase()) : undefined;
  if (review === undefined) throw new LinkProblem('UNKNOWN_REVIEW', 'There is no review with this id.');
  if (review.status === 'DECIDED' || review.status === 'OBSOLETE') {
    throw new LinkProblem(
      'NOTHING_TO_CHANGE',
      'This review was decided, or its records came together or apart. Load it again.',
    );
  }
  const records = await recordsByIds(queries, data, [review.one, review.other]);
  const reason = checkReason(
    input.reason,
    records.map(({ content }) => content),
  );
  if (input.answer === 'DEFER') return defer(step, review, reason, input.until ?? null);
  if (review.cause === 'KNOWN') return answerKnownPair(step, review, input.answer, reason);
  const proposal = await readChangeOfReview(queries, review.id);
  const settle = (status: 'PROPOSED' | 'DECIDED', answer: 'LINK' | 'NOT_LINK') =>
    settleReview(step, review.id, { status, answer, reason });
  const draft = newDraft(step, input.answer, {
    ...{ one: review.one, other: review.other, reviewId: review.id, reason },
    personIds: records.map(({ personId }) => personId),
  });
  if (proposal?.status !== 'PROPOSED') {
    const waits = needsTwoPersons(records.map(({ system }) => system));
    const outcome = waits ? await decisions.propose(step, draft) : await decisions.takeEffect(step, draft);
    await settle(waits ? 'PROPOSED' : 'DECIDED', input.answer);
    return outcome;
  }
  if (mayBeSamePerson(proposal.proposedBy, by.subject)) {
    throw new LinkProblem('SAME_PERSON', 'You answered this before. Another data steward has to.');
  }
  const first = await readProposal(step, proposal.id);
  if (first.kind === input.answer) {
    const outcome = await decisions.takeEffect(step, first, reason);
    await settle('DECIDED', input.answer);
    return outcome;
  }
  // The two disagree: the second answer waits for a third steward, or for the first one to change their mind.
  const refused = await decisions.refuse(step, first, reason);
  const proposed = await decisions.propose(step, { ...draft, proposedAt: now });
  await settle('PROPOSED', input.answer);
  return { result: proposed.result, writes: [...refused.writes, ...proposed.writes] };
}

async function defer(
  { queries, now, by }: DecisionStep,
  { id }: ReviewRow,
  reason: string,
  until: string | null,
): Promise<StepOutcome> {
  const today = illinoisDate(now);
  const latest = new Date(Date.parse(today) + MOST_DAYS_OF_DELAY * DAY_MS).toISOString().slice(0, 10);
  if (until === null || until <= today || until > latest) {
    throw new LinkProblem('INVALID_DATE', `Say in until when to look at it again: after today, and by ${latest}.`);
  }
  await queries.rows(postpone, [id, until]);
  await queries.rows(insertAnswer, [id, by.subject, 'DEFER', reason, now, null]);
  return { result: { changeId: null, status: null, problems: [] }, writes: [] };
}

/** The answer is known. It tells how well the steward decides, and changes no links. */
async function answerKnownPair(
  { queries, data, now, by }: DecisionStep,
  review: ReviewRow,
  answer: 'LINK' | 'NOT_LINK',
  reason: string,
): Promise<StepOutcome> {
  const answers = await queries.rows(answersOf, [review.id]);
  if (answers.some(({ answeredBy }) => mayBeSamePerson(answeredBy, by.subject))) {
    throw new LinkProblem('SAME_PERSON', 'You answered this before. Another data steward has to.');
  }
  const isAnswer = (known: 'LINK' | 'NOT_LINK'): boolean =>
    data.knownAnswerTokens(review.id, known).some((token) => review.knownAnswer?.equals(token) === true);
  const known = (['LINK', 'NOT_LINK'] as const).find(isAnswer);
  const wasRight = known === undefined ? null : known === answer;
  await queries.rows(insertAnswer, [review.id, by.subject, answer, reason, now, wasRight]);
  await queries.rows(setStatus, [review.id, 'DECIDED']);
  return { result: { changeId: null, status: 'EFFECTIVE', problems: [] }, writes: [] };
}

/** Writes that a review was decided by a change that the database lost. */
export async function restoreReview(queries: Queries, reviewId: string, status: 'OPEN' | 'PROPOSED' | 'DECIDED') {
  await queries.rows(setStatus, [reviewId, status]);
}
