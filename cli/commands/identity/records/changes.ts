import { z } from 'zod';
import { CliError } from '../../../cliError.ts';
import { askGateway } from '../../emou/askGateway.ts';
import type { ConnectionOptions } from '../../emou/connectionOptions.ts';
import { createTable } from '../../emou/createTable.ts';
import { print } from '../../emou/requests/requestRow.ts';
import { CHANGE_FIELDS, LinkChange } from './shapes.ts';

const Changes = z.object({
  linkChanges: z.object({
    nodes: z.array(LinkChange),
    totalCount: z.number().nullable(),
    endCursor: z.string().nullable(),
    hasNextPage: z.boolean().nullable(),
  }),
});

interface ListOptions extends ConnectionOptions {
  readonly person?: string;
  readonly status?: string;
  readonly limit: number;
  readonly after?: string;
}

/** Lists changes of links, newest first. */
export async function listChanges({ person, status, limit, after, ...options }: ListOptions): Promise<void> {
  const query = `query ($personId: ID, $status: LinkChangeStatus, $first: Int, $after: String) {
    linkChanges(personId: $personId, status: $status, first: $first, after: $after) {
      nodes { ${CHANGE_FIELDS} } totalCount endCursor hasNextPage } }`;
  const variables = { personId: person, status: status?.toUpperCase(), first: limit, after };
  const { linkChanges } = await askGateway(options, query, variables, Changes);
  print(options.json, linkChanges, () => {
    const { nodes, totalCount, endCursor, hasNextPage } = linkChanges;
    if (nodes.length === 0) return 'No changes.';
    return [
      changeTable(nodes),
      `${nodes.length} of ${totalCount ?? nodes.length} changes.`,
      ...(hasNextPage === true ? [`There are more: --after ${endCursor ?? ''}`] : []),
    ].join('\n');
  });
}

/** Of an answer that waits for a second steward the table says who gave it, never which it was. */
function changeTable(changes: readonly LinkChange[]): string {
  const table = createTable(['change', 'what', 'status', 'proposed', 'decided', 'reason']);
  for (const change of changes) {
    const { id, kind, status, reason, decisionReason, reviewId, proposedBy, proposedAt, changedBy, changedAt } = change;
    const isSecret = status === 'PROPOSED' && reviewId !== null;
    const decided = status === 'PROPOSED' ? '' : `${changedBy}\n${changedAt}`;
    table.push([
      id,
      isSecret ? `answer to review\n${reviewId}` : (kind ?? ''),
      ...[status ?? '', `${proposedBy}\n${proposedAt}`, decided],
      isSecret ? '' : [reason, decisionReason].filter((text) => text !== null).join('\n'),
    ]);
  }
  return table.toString();
}

const Id = z.object({ id: z.string() });
const Change = z.object({
  linkChange: LinkChange.extend({
    persons: z.array(Id).nullable(),
    moves: z
      .array(
        z.object({
          recordId: z.string().nullable(),
          system: z.string().nullable(),
          since: z.string().nullable(),
          from: Id.nullable(),
          to: Id.nullable(),
        }),
      )
      .nullable(),
  }).nullable(),
});

/** Shows one change: who and why, the persons, and the records that moved. */
export async function showChange(id: string, options: ConnectionOptions): Promise<void> {
  const query = `query ($id: ID!) { linkChange(id: $id) { ${CHANGE_FIELDS} persons { id }
    moves { recordId system since from { id } to { id } } } }`;
  const { linkChange } = await askGateway(options, query, { id }, Change);
  if (linkChange === null)
    throw new CliError(`Change ${id} does not exist. To list changes: person360 identity history`);
  print(options.json, linkChange, () => {
    const persons = (linkChange.persons ?? []).map(({ id: person }) => person).join(', ');
    const moves = linkChange.moves ?? [];
    const lines = [changeTable([linkChange]), `Persons: ${persons}`];
    if (moves.length === 0) return [...lines, 'No record came to another person.'].join('\n');
    const table = createTable(['record', 'system', 'from', 'to', 'had been there since']);
    for (const { recordId, system, from, to, since } of moves) {
      table.push([recordId ?? '', system ?? '', from?.id ?? '', to?.id ?? '', since ?? '']);
    }
    return [...lines, table.toString()].join('\n');
  });
}
