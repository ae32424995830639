import { z } from 'zod';
import { CliError } from '../../cliError.ts';
import { askGateway } from './askGateway.ts';
import type { ConnectionOptions } from './connectionOptions.ts';
import { createTable } from './createTable.ts';
import { print } from './requests/requestRow.ts';

const QUERY = '{ deadLetters { noticeId target kind agency requestId attempts givenUpAt lastFailure } }';
const Letters = z.object({
  deadLetters: z.array(
    z.object({
      noticeId: z.string(),
      target: z.string(),
      kind: z.string(),
      agency: z.string(),
      requestId: z.string(),
      attempts: z.number(),
      givenUpAt: z.string(),
      lastFailure: z.string().nullable(),
    }),
  ),
});

/** Lists notices that could not be delivered, newest first. */
export async function listDeadLetters(options: ConnectionOptions): Promise<void> {
  const { deadLetters } = await askGateway(options, QUERY, {}, Letters);
  print(options.json, deadLetters, () => {
    if (deadLetters.length === 0) return 'No dead letters.';
    const table = createTable(['notice', 'target', 'kind', 'agency', 'request', 'attempts', 'given up', 'because']);
    for (const { noticeId, target, kind, agency, requestId, attempts, givenUpAt, lastFailure } of deadLetters) {
      table.push([noticeId, target, kind, agency, requestId, attempts, givenUpAt, lastFailure ?? '']);
    }
    return table.toString();
  });
}

const RESEND = 'mutation ($id: ID!, $target: String!) { resendNotice(noticeId: $id, target: $target) }';

/** Returns a dead letter to the outbox. */
export async function resendDeadLetter(id: string, target: string, options: ConnectionOptions): Promise<void> {
  const { resendNotice } = await askGateway(
    options,
    RESEND,
    { id, target },
    z.object({ resendNotice: z.literal(true).nullable() }),
  );
  if (resendNotice === null)
    throw new CliError('This dead letter does not exist. To list dead letters, run: person360 emou dead-letters');
  print(options.json, { noticeId: id, target, sent: 'again' }, () => 'It is sent again.');
}
