import { z } from 'zod';
import { CliError } from '../../../cliError.ts';
import { askGateway } from '../askGateway.ts';
import type { ConnectionOptions } from '../connectionOptions.ts';
import { createTable } from '../createTable.ts';
import { print, REQUEST_FIELDS, RequestRow, requestTable } from './requestRow.ts';

export interface ListOptions extends ConnectionOptions {
  readonly box: string;
  readonly agency?: string;
  readonly status?: readonly string[];
  readonly dataset?: string;
  readonly limit: number;
}

const LIST_QUERY = `query ($box: RequestBox, $agency: String, $status: [AccessRequestStatus!], $dataset: ID, $first: Int, $after: String) {
  requests(box: $box, agency: $agency, status: $status, dataset: $dataset, first: $first, after: $after) {
    edges { node { ${REQUEST_FIELDS} } } pageInfo { hasNextPage endCursor } } }`;
const ListAnswer = z.object({
  requests: z.object({
    edges: z.array(z.object({ node: RequestRow })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});
const PAGE_SIZE = 100;

export async function listRequests(options: ListOptions): Promise<void> {
  const { box, agency, status, dataset, limit, json } = options;
  if (!Number.isInteger(limit)) throw new CliError('--limit must be a whole number of at least 1.');
  const rows: RequestRow[] = [];
  let after: string | null = null;
  do {
    const first = Math.min(PAGE_SIZE, limit - rows.length);
    const which = { box: box === 'all' ? null : box.toUpperCase(), agency, status, dataset };
    const { requests }: z.infer<typeof ListAnswer> = await askGateway(
      options,
      LIST_QUERY,
      { ...which, first, after },
      ListAnswer,
    );
    rows.push(...requests.edges.map(({ node }) => node));
    after = requests.pageInfo.hasNextPage ? requests.pageInfo.endCursor : null;
  } while (after !== null && rows.length < limit);
  print(json, rows, () => requestTable(rows));
}

const SHOW_QUERY = `query ($id: ID!) { accessRequest(id: $id) { ${REQUEST_FIELDS}
  justification legalBasis population months basis possibleMoves
  fields { field transform conditions } granted { field transform conditions }
  refused { fields denials { code citation factualBasis officerTitle } offer { fields transforms { field transform } months } }
  federal { neededFrom status requestedAt requestedFrom rule reference decidedAt decisionReference }
  history { sequence at kind agency role subject why } } }`;
const Field = z.object({
  field: z.string(),
  transform: z.string().nullable(),
  conditions: z.array(z.array(z.string())),
});
const Federal = z.object({
  neededFrom: z.string(),
  status: z.string(),
  requestedAt: z.string().nullable(),
  requestedFrom: z.string().nullable(),
  rule: z.string().nullable(),
  reference: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decisionReference: z.string().nullable(),
});
const FullRequest = RequestRow.extend({
  justification: z.string().nullable(),
  legalBasis: z.string(),
  population: z.string(),
  months: z.number(),
  basis: z.string().nullable(),
  possibleMoves: z.array(z.string()),
  fields: z.array(Field),
  granted: z.array(Field),
  refused: z
    .object({
      fields: z.array(z.string()),
      denials: z.array(z.looseObject({ code: z.string(), citation: z.string(), factualBasis: z.string() })),
      offer: z.looseObject({}).nullable(),
    })
    .nullable(),
  federal: Federal.nullable(),
  history: z.array(
    z.object({
      sequence: z.number(),
      at: z.string(),
      kind: z.string(),
      agency: z.string(),
      role: z.string(),
      subject: z.string(),
      why: z.string(),
    }),
  ),
});

export async function showRequest(id: string, options: ConnectionOptions): Promise<void> {
  const { accessRequest } = await askGateway(
    options,
    SHOW_QUERY,
    { id },
    z.object({ accessRequest: FullRequest.nullable() }),
  );
  if (accessRequest === null)
    throw new CliError(`Request ${id} does not exist. To list requests, run: person360 emou list`);
  print(options.json, accessRequest, () => describe(accessRequest));
}

function describe(request: z.infer<typeof FullRequest>): string {
  const facts = createTable([]);
  const { due, nextChange, refused } = request;
  facts.push(
    { request: request.id },
    { status: request.basis === null ? request.status : `${request.status} (${request.basis})` },
    { from: `${request.requestingAgency ?? ''} to ${request.owner ?? ''}` },
    { dataset: `${request.dataset?.id ?? ''} for ${request.purpose}` },
    { why: request.justification ?? '' },
    { 'legal basis': request.legalBasis },
    { population: request.population },
    { due: due === null ? 'nothing is due' : `${due.date}, ${due.businessDaysLeft} business days left` },
    { 'without a move': nextChange === null ? 'nothing changes' : `${nextChange.to} at ${nextChange.at}` },
    { asked: request.fields.map(fieldText).join('\n') },
    { given: request.granted.map(fieldText).join('\n') || 'nothing' },
    ...(refused === null
      ? []
      : [
          {
            refused: refused.denials
              .map(({ code, citation, factualBasis }) => `${code} (${citation}): ${factualBasis}`)
              .join('\n'),
          },
        ]),
    ...(request.federal === null ? [] : [{ 'federal approval': federalText(request.federal) }]),
    { 'you can': request.possibleMoves.join(', ') || 'read' },
  );
  const history = createTable(['#', 'at', 'move', 'agency', 'who', 'why']);
  for (const { sequence, at, kind, agency, subject, why } of request.history) {
    history.push([sequence, at, kind, agency, subject, why]);
  }
  return `${facts}\n${history}`;
}

function federalText(federal: z.infer<typeof Federal>): string {
  const { neededFrom, status, requestedAt, requestedFrom, rule, reference, decidedAt, decisionReference } = federal;
  const named = (text: string | null): string => (text === null ? '' : ` (${text})`);
  return [
    `${status}, needed from ${neededFrom}`,
    requestedAt === null
      ? 'no request is recorded'
      : `requested at ${requestedAt} from ${requestedFrom} under ${rule}${named(reference)}`,
    ...(decidedAt === null ? [] : [`decision recorded at ${decidedAt}${named(decisionReference)}`]),
  ].join('\n');
}

function fieldText({ field, transform, conditions }: z.infer<typeof Field>): string {
  const persons = conditions.map((all) => all.join(' and ')).join(' or ');
  return `${field}${transform === null ? '' : ` as ${transform}`}${persons === '' ? '' : ` if ${persons}`}`;
}
