import { writeFileSync } from 'node:fs';
import { SingleBar } from 'cli-progress';
import { z } from 'zod';
import { CliError } from '../../../cliError.ts';
import { askGateway, GatewayRefusal } from '../../emou/askGateway.ts';
import type { ConnectionOptions } from '../../emou/connectionOptions.ts';
import { print } from '../../emou/requests/requestRow.ts';
import { type NumberedRegistration, type Registration, readRegistrations } from './readRegistrations.ts';

const MUTATION = `mutation ($input: RegisterRecordInput!) {
  registerRecord(input: $input) { personId decision changed } }`;
const Registered = z.object({
  registerRecord: z.object({
    personId: z.string().nullable(),
    decision: z.enum(['AUTO_LINK', 'REVIEW', 'NEW']).nullable(),
    changed: z.boolean().nullable(),
  }),
});
type Outcome = z.infer<typeof Registered>['registerRecord'];

/** The index commits registrations that wait at the same time together. */
const AT_A_TIME = 16;
const MOST_PROBLEMS_SHOWN = 20;

interface RegisterOptions extends ConnectionOptions {
  readonly system?: string;
  readonly out?: string;
}

/**
 * Registers the records of a file. A record that the index refuses stops none of the others; a failure of the gateway
 * stops all that are left. What was registered before changes nothing, so an interrupted call is simply repeated.
 */
export async function registerRecords(file: string, { system, out, ...options }: RegisterOptions): Promise<void> {
  const registrations = readRegistrations(file, system);
  const bar = new SingleBar({
    format: '  {bar} {percentage}% | {value} of {total} records | {duration_formatted}',
    ...{ stream: process.stderr, hideCursor: true, noTTYOutput: false },
  });
  const outcomes = new Map<NumberedRegistration, Outcome>();
  const problems: string[] = [];
  bar.start(registrations.length, 0);
  try {
    await inTurns(registrations, async (numbered) => {
      try {
        outcomes.set(numbered, await register(numbered.registration, options));
      } catch (error) {
        if (!(error instanceof GatewayRefusal) || error.code !== 'BAD_USER_INPUT') throw error;
        problems.push(`${numbered.place}: ${error.message}`);
      }
      bar.increment();
    });
  } finally {
    bar.stop();
  }
  if (out !== undefined) writeOutcomes(out, registrations, outcomes);
  const count = (fits: (outcome: Outcome) => boolean) => [...outcomes.values()].filter(fits).length;
  const summary = {
    records: registrations.length,
    linked: count(({ decision, changed }) => changed === true && decision === 'AUTO_LINK'),
    review: count(({ decision, changed }) => changed === true && decision === 'REVIEW'),
    new: count(({ decision, changed }) => changed === true && decision === 'NEW'),
    unchanged: count(({ changed }) => changed !== true),
    refused: problems.length,
  };
  print(options.json, summary, () =>
    [
      `${summary.records} records: ${summary.linked} of known persons, ${summary.new} of new persons, ` +
        `${summary.review} for review, ${summary.unchanged} registered before, ${summary.refused} refused`,
      ...(summary.review === 0 ? [] : ['For review: person360 identity reviews']),
    ].join('\n'),
  );
  if (problems.length > 0)
    throw new CliError(
      `${problems.slice(0, MOST_PROBLEMS_SHOWN).join('\n')}\nCorrect these records and register the file again.`,
    );
}

async function register(registration: Registration, options: ConnectionOptions): Promise<Outcome> {
  const { registerRecord } = await askGateway(options, MUTATION, { input: registration }, Registered);
  return registerRecord;
}

/** Runs `work` for each item, some at a time; the first failure ends it once those underway have ended. */
async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items].reverse();
  let failure: unknown;
  async function run(): Promise<void> {
    for (let item = left.pop(); item !== undefined && failure === undefined; item = left.pop()) {
      await work(item).catch((error: unknown) => {
        failure ??= error;
      });
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, run));
  if (failure !== undefined) throw failure;
}

function writeOutcomes(
  out: string,
  registrations: readonly NumberedRegistration[],
  outcomes: ReadonlyMap<NumberedRegistration, Outcome>,
): void {
  const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = registrations.map((numbered) => {
    const { personId, decision } = outcomes.get(numbered) ?? { personId: null, decision: 'REFUSED' };
    return `${quoted(numbered.registration.number)},${personId ?? ''},${decision ?? ''}\n`;
  });
  writeFileSync(out, `number,personId,decision\n${rows.join('')}`, { mode: 0o600 });
}
