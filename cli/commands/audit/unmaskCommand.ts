import { setTimeout as sleep } from 'node:timers/promises';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { CliError } from '../../cliError.ts';
import { askGateway } from '../emou/askGateway.ts';
import { type ConnectionOptions, connected } from '../emou/connectionOptions.ts';
import { createTable } from '../emou/createTable.ts';
import { print } from '../emou/requests/requestRow.ts';

const FIELDS = `id status pseudonyms reason caseReference requestedBy requestedAt decidedBy decidedAt comment openUntil`;

const Unmasking = z.object({
  id: z.string(),
  status: z.enum(['WAITING', 'OPEN', 'REFUSED', 'EXPIRED']),
  pseudonyms: z.array(z.string()),
  reason: z.string(),
  caseReference: z.string(),
  requestedBy: z.string(),
  requestedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  comment: z.string().nullable(),
  openUntil: z.string().nullable(),
});
type Unmasking = z.infer<typeof Unmasking>;

interface RequestOptions extends ConnectionOptions {
  readonly pseudonym: readonly string[];
  readonly why: string;
  readonly case: string;
}

const Listed = z.object({ unmaskings: z.array(Unmasking) });
const Written = z.object({ payload: z.object({ unmasking: Unmasking }) });
const Read = z.object({
  unmaskedPersons: z.array(z.object({ pseudonym: z.string(), person: z.object({ id: z.string() }).nullable() })),
});

const IN_PROGRESS = 'UNMASKING_IN_PROGRESS';
const PAUSE_MS = 500;

/** `person360 audit unmask`: resolves pseudonyms of the log to persons, through the gateway. */
export function unmaskCommand(): Command {
  const unmask = new Command('unmask').description(
    'identify the persons behind pseudonyms in the log: an auditor requests it, the data steward approves it',
  );
  connected(unmask.command('request').description('request the persons behind at most 50 pseudonyms (AUDITOR of DOIT)'))
    // Not an argument: a pseudonym can begin with a hyphen.
    .requiredOption('--pseudonym <text>', 'pseudonyms, comma-separated; repeatable', collectPseudonyms)
    .requiredOption('--why <text>', 'why they must be identified; the log shows it, so do not name anyone')
    .requiredOption('--case <number>', 'case or file number')
    .action((options: RequestOptions) =>
      change('requestUnmasking', 'RequestUnmaskingInput', options, {
        ...{ pseudonyms: options.pseudonym, reason: options.why, caseReference: options.case },
      }),
    );
  connected(unmask.command('list').description('list requests and their outcomes, newest first'))
    .addOption(new Option('--status <status>', 'only this status').choices(['waiting', 'open', 'refused', 'expired']))
    .action(list);
  for (const decision of ['approve', 'refuse'] as const) {
    connected(
      unmask
        .command(`${decision} <unmasking>`)
        .description(`${decision} another person's request (DATA_STEWARD of DOIT)`),
    )
      .requiredOption('--why <text>', 'reason')
      .action((unmaskingId: string, options: ConnectionOptions & { readonly why: string }) =>
        change(`${decision}Unmasking`, 'DecideUnmaskingInput', options, { unmaskingId, comment: options.why }),
      );
  }
  connected(
    unmask
      .command('read <unmasking>')
      .description(
        'show the persons, for 24 hours after the approval; recorded for each of them (AUDITOR who requested it)',
      ),
  ).action(read);
  return unmask;
}

function collectPseudonyms(text: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), ...text.split(',').map((one) => one.trim())];
}

async function change(mutation: string, inputType: string, options: ConnectionOptions, input: object): Promise<void> {
  const query = `mutation ($input: ${inputType}!) { payload: ${mutation}(input: $input) { unmasking { ${FIELDS} } } }`;
  const { payload } = await askGateway(options, query, { input }, Written);
  print(options.json, payload.unmasking, () => describe([payload.unmasking]));
}

async function list(options: ConnectionOptions & { readonly status?: string }): Promise<void> {
  const query = `query ($status: UnmaskingStatus) { unmaskings(status: $status, first: 200) { ${FIELDS} } }`;
  const { unmaskings } = await askGateway(options, query, { status: options.status?.toUpperCase() }, Listed);
  print(options.json, unmaskings, () => (unmaskings.length === 0 ? 'None.' : describe(unmaskings)));
}

async function read(unmaskingId: string, options: ConnectionOptions): Promise<void> {
  const { unmaskedPersons } = await readUntilDone(unmaskingId, options);
  print(options.json, unmaskedPersons, () => {
    const table = createTable(['pseudonym', 'person (Person.id)']);
    for (const { pseudonym, person } of unmaskedPersons) table.push([pseudonym, person?.id ?? 'no one']);
    return table.toString();
  });
}

/** Continues until the whole person index has been searched; a large one takes several requests. */
async function readUntilDone(unmaskingId: string, options: ConnectionOptions): Promise<z.infer<typeof Read>> {
  const query = 'query ($id: ID!) { unmaskedPersons(unmaskingId: $id) { pseudonym person { id } } }';
  for (;;) {
    try {
      return await askGateway(options, query, { id: unmaskingId }, Read);
    } catch (error) {
      if (!(error instanceof CliError) || !error.message.startsWith(IN_PROGRESS)) throw error;
      process.stderr.write(`${error.message.slice(IN_PROGRESS.length + 2)}\n`);
      await sleep(PAUSE_MS);
    }
  }
}

function describe(unmaskings: readonly Unmasking[]): string {
  return unmaskings
    .map((unmasking) => {
      const { decidedBy, decidedAt, comment, openUntil } = unmasking;
      const table = createTable([]);
      table.push(
        { unmasking: unmasking.id },
        { status: unmasking.status },
        { requested: `${unmasking.requestedAt} by ${unmasking.requestedBy}` },
        { case: unmasking.caseReference },
        { reason: unmasking.reason },
        { pseudonyms: unmasking.pseudonyms.join('\n') },
        { decided: decidedBy === null ? 'not yet' : `${decidedAt} by ${decidedBy}: ${comment}` },
        ...(openUntil === null ? [] : [{ 'open until': openUntil }]),
      );
      return table.toString();
    })
    .join('\n');
}
