import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CliError } from '../../cliError.ts';
import { askGateway } from '../emou/askGateway.ts';
import type { ConnectionOptions } from '../emou/connectionOptions.ts';
import { type Link, readCrosswalk, readKey } from './crosswalkFile.ts';

/** The person index takes at most 1,000. */
const LINKS_A_CALL = 1_000;
const MOST_PROBLEMS_SHOWN = 20;
/** The first link is on the second line. */
const FIRST_LINE = 2;

const Answer = z.object({
  linkPersons: z.object({
    batch: z.object({ id: z.string(), links: z.number() }).nullable(),
    problems: z.array(z.object({ index: z.number(), message: z.string() })),
  }),
});

const MUTATION = `mutation ImportCrosswalk($input: LinkPersonsInput!) {
  linkPersons(input: $input) { batch { id links } problems { index message } }
}`;

/**
 * Verifies a signed crosswalk file and records its links through the gateway, in batches. Links that exist change
 * nothing, so an import that was interrupted is simply repeated.
 */
export async function importCrosswalk(
  file: string,
  { key, json, ...connection }: ConnectionOptions & { readonly key: string },
): Promise<void> {
  const { system, links, ...signed } = readCrosswalk(readBytes(file), readKey(key, 'public'));
  const source = { sha256: signed.sha256, issuedAt: signed.issuedAt, signedBy: signed.signedBy };
  const batches: string[] = [];
  let linked = 0;
  for (let first = 0; first < links.length; first += LINKS_A_CALL) {
    const batch = links.slice(first, first + LINKS_A_CALL);
    const input = { system, links: batch, file: source };
    const { linkPersons } = await askGateway(connection, MUTATION, { input }, Answer);
    if (linkPersons.problems.length > 0) throw refusal(linkPersons.problems, first, batch);
    if (linkPersons.batch !== null) {
      batches.push(linkPersons.batch.id);
      linked += linkPersons.batch.links;
    }
    showProgress(Math.min(first + LINKS_A_CALL, links.length), links.length);
  }
  const result = { system, links: links.length, linked, sha256: signed.sha256, signedBy: signed.signedBy, batches };
  process.stdout.write(
    json
      ? `${JSON.stringify(result)}\n`
      : `${linked} of ${links.length} links to ${system} were new.\nSHA-256 of the file: ${signed.sha256}\n`,
  );
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new CliError(`${file} cannot be read. Name a signed crosswalk file.`);
  }
}

function refusal(
  problems: readonly { readonly index: number; readonly message: string }[],
  first: number,
  batch: readonly Link[],
): CliError {
  const lines = problems
    .slice(0, MOST_PROBLEMS_SHOWN)
    .map(({ index, message }) => `line ${first + index + FIRST_LINE}: ${message}`);
  const [from, to] = [first + FIRST_LINE, first + batch.length - 1 + FIRST_LINE];
  return new CliError(
    `${lines.join('\n')}\nNothing of lines ${from} to ${to} was recorded. The lines before them are. Correct the file, ` +
      'sign it again, and import it.',
  );
}

/** On a terminal, one line that counts up. */
function showProgress(done: number, all: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all} links${done === all ? '\n' : ''}`);
}
