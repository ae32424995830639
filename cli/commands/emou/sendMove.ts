import { z } from 'zod';
import { CliError } from '../../cliError.ts';
import { askGateway } from './askGateway.ts';
import type { ConnectionOptions } from './connectionOptions.ts';
import { MOVES, type MoveName, type MoveOptions } from './moves.ts';
import { REFUSAL_FIELDS, Refusal, throwRefusal } from './refusal.ts';
import { print, REQUEST_FIELDS, RequestRow, requestTable } from './requests/requestRow.ts';

const Seen = z.object({ accessRequest: z.object({ sequence: z.number() }).nullable() });
const Moved = z.object({
  move: z.object({
    request: RequestRow.nullish(),
    approval: z.object({ request: RequestRow }).nullish(),
    approvalRevision: z.number().nullable(),
    refusal: Refusal,
  }),
});

/**
 * Makes the move on the request's present state. A move by another person in between causes a conflict and is not
 * overruled.
 */
export async function sendMove(
  name: MoveName,
  requestId: string,
  options: ConnectionOptions & MoveOptions & { readonly why: string },
): Promise<void> {
  const { mutation, inputType, input } = MOVES[name];
  const seen = await askGateway(
    options,
    'query ($id: ID!) { accessRequest(id: $id) { sequence } }',
    { id: requestId },
    Seen,
  );
  if (seen.accessRequest === null) {
    throw new CliError(`Request ${requestId} does not exist. To list requests, run: person360 emou list`);
  }
  const { sequence } = seen.accessRequest;
  const asked = { requestId, expectedSequence: sequence, why: options.why, ...input(options) };
  const result = name === 'approve' ? `approval { request { ${REQUEST_FIELDS} } }` : `request { ${REQUEST_FIELDS} }`;
  const query = `mutation ($input: ${inputType}!) {
    move: ${mutation}(input: $input) { ${result} approvalRevision ${REFUSAL_FIELDS} } }`;
  const { move } = await askGateway(options, query, { input: asked }, Moved);
  throwRefusal(move.refusal);
  const request = move.request ?? move.approval?.request;
  if (request === undefined)
    throw new CliError(
      'The move was made, but the gateway did not return the request. To see it, run: person360 emou show',
    );
  print(options.json, { request, approvalRevision: move.approvalRevision }, () => requestTable([request]));
}
