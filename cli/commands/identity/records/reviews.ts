import { z } from 'zod';
import { CliError } from '../../../cliError.ts';
import { askGateway } from '../../emou/askGateway.ts';
import type { ConnectionOptions } from '../../emou/connectionOptions.ts';
import { createTable } from '../../emou/createTable.ts';
import { print } from '../../emou/requests/requestRow.ts';
import { bitsOf, explanationTable } from './explanationTable.ts';
import { EXPLANATION_FIELDS, Explanation, RECORD_FIELDS, SourceRecord, TRAITS } from './shapes.ts';

const System = z.object({ system: z.string().nullable() }).nullable();
const review = {
  id: z.string(),
  status: z.string().nullable(),
  cause: z.string().nullable(),
  needsTwoPersons: z.boolean().nullable(),
  priority: z.number().nullable(),
  dueOn: z.string().nullable(),
};
const REVIEW_FIELDS = 'id status cause needsTwoPersons priority dueOn';
const Reviews = z.object({
  linkReviews: z.object({
    nodes: z.array(z.object({ ...review, one: System, other: System, explanation: Explanation })),
    totalCount: z.number().nullable(),
    overdueCount: z.number().nullable(),
    endCursor: z.string().nullable(),
    hasNextPage: z.boolean().nullable(),
  }),
});

/** Lists pairs of records that people decide, the most urgent first. The list names nobody. */
export async function listReviews({
  status,
  limit,
  after,
  ...options
}: ConnectionOptions & { readonly status: string; readonly limit: number; readonly after?: string }): Promise<void> {
  const query = `query ($status: LinkReviewStatus, $first: Int, $after: String) {
    linkReviews(status: $status, first: $first, after: $after) {
      nodes { ${REVIEW_FIELDS} one { system } other { system } explanation { ${EXPLANATION_FIELDS} } }
      totalCount overdueCount endCursor hasNextPage } }`;
  const variables = { status: status.toUpperCase(), first: limit, after };
  const { linkReviews } = await askGateway(options, query, variables, Reviews);
  print(options.json, linkReviews, () => {
    const { nodes, totalCount, overdueCount, endCursor, hasNextPage } = linkReviews;
    if (nodes.length === 0) return 'No reviews.';
    const table = createTable(['review', 'records', 'why', 'bits', 'priority', 'due', 'stewards']);
    for (const { id, one, other, cause, explanation, priority, dueOn, needsTwoPersons } of nodes) {
      const systems = `${one?.system ?? ''}, ${other?.system ?? ''}`;
      const rest = [String(priority ?? ''), dueOn ?? '', needsTwoPersons === true ? '2' : '1'];
      table.push([id, systems, cause ?? '', bitsOf(explanation?.weight ?? null), ...rest]);
    }
    return [
      table.toString(),
      `${nodes.length} of ${totalCount ?? nodes.length} reviews; ${overdueCount ?? 0} are overdue.`,
      ...(hasNextPage === true ? [`There are more: --after ${endCursor ?? ''}`] : []),
    ].join('\n');
  });
}

const Review = z.object({
  linkReview: z
    .object({
      ...review,
      one: SourceRecord.nullable(),
      other: SourceRecord.nullable(),
      explanation: Explanation,
      change: z.object({ proposedBy: z.string().nullable(), proposedAt: z.string().nullable() }).nullable(),
    })
    .nullable(),
});

/** Shows one pair: both records side by side, and the weights. */
export async function showReview(id: string, options: ConnectionOptions): Promise<void> {
  const query = `query ($id: ID!) { linkReview(id: $id) { ${REVIEW_FIELDS} one { ${RECORD_FIELDS} }
    other { ${RECORD_FIELDS} } explanation { ${EXPLANATION_FIELDS} } change { proposedBy proposedAt } } }`;
  const { linkReview } = await askGateway(options, query, { id }, Review);
  if (linkReview === null)
    throw new CliError(`Review ${id} does not exist. To list reviews: person360 identity reviews`);
  print(options.json, linkReview, () => {
    const { status, cause, dueOn, needsTwoPersons, one, other, explanation, change } = linkReview;
    const first =
      change === null || status !== 'PROPOSED' ? [] : [`First answer: ${change.proposedBy}, ${change.proposedAt}`];
    return [
      `${status}, because of ${cause}; due ${dueOn}${needsTwoPersons === true ? '; takes two stewards' : ''}`,
      ...first,
      one === null || other === null ? 'You may not read these records.' : pairTable(one, other),
      explanationTable(explanation),
    ].join('\n');
  });
}

/** Two records side by side. `*`: the values differ. */
function pairTable(one: SourceRecord, other: SourceRecord): string {
  const table = createTable(['trait', `A: ${one.system ?? ''}`, `B: ${other.system ?? ''}`, '']);
  for (const trait of [...TRAITS, 'registeredAt', 'personSince'] as const) {
    const [a, b] = [one[trait], other[trait]];
    if (a === null && b === null) continue;
    const isTrait = trait !== 'registeredAt' && trait !== 'personSince';
    table.push([trait, a ?? '', b ?? '', isTrait && a !== null && b !== null && a !== b ? '*' : '']);
  }
  table.push(['record', one.id ?? '', other.id ?? '', '']);
  table.push(['person', one.person?.id ?? '', other.person?.id ?? '', '']);
  return table.toString();
}

const Reviewers = z.object({
  linkReviewers: z.array(
    z.object({
      reviewer: z.string().nullable(),
      answers: z.number().nullable(),
      knownPairs: z.number().nullable(),
      right: z.number().nullable(),
    }),
  ),
});

/** Lists how often each reviewer was right about pairs whose answer is known. */
export async function listReviewers(options: ConnectionOptions): Promise<void> {
  const query = '{ linkReviewers { reviewer answers knownPairs right } }';
  const { linkReviewers } = await askGateway(options, query, {}, Reviewers);
  print(options.json, linkReviewers, () => {
    if (linkReviewers.length === 0) return 'Nobody has answered a review yet.';
    const table = createTable(['reviewer', 'answers', 'known pairs', 'right']);
    for (const { reviewer, answers, knownPairs, right } of linkReviewers) {
      table.push([reviewer ?? '', answers ?? 0, knownPairs ?? 0, right ?? 0]);
    }
    return table.toString();
  });
}
