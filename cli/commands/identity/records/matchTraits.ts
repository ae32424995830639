import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CliError } from '../../../cliError.ts';
import { askGateway } from '../../emou/askGateway.ts';
import type { ConnectionOptions } from '../../emou/connectionOptions.ts';
import { createTable } from '../../emou/createTable.ts';
import { print } from '../../emou/requests/requestRow.ts';
import { bitsOf, explanationTable } from './explanationTable.ts';
import { TraitsInput } from './readRegistrations.ts';
import { EXPLANATION_FIELDS, Explanation } from './shapes.ts';

const Matches = z.object({
  matchPersons: z.array(
    z.object({
      person: z.object({ id: z.string() }).nullable(),
      decision: z.string().nullable(),
      probability: z.number().nullable(),
      explanation: Explanation.optional(),
    }),
  ),
});

/**
 * Lists persons of whom a record with these traits may be. The traits come from a file or from stdin: what stands on a
 * command line stays in the history of the shell and in the list of processes.
 */
export async function matchTraits(
  file: string,
  { limit, explain, ...options }: ConnectionOptions & { readonly limit: number; readonly explain: boolean },
): Promise<void> {
  const traits = readTraits(file);
  const query = `query ($traits: TraitsInput!, $first: Int) { matchPersons(traits: $traits, first: $first) {
    person { id } decision probability ${explain ? `explanation { ${EXPLANATION_FIELDS} }` : ''} } }`;
  const { matchPersons } = await askGateway(options, query, { traits, first: limit }, Matches);
  print(options.json, matchPersons, () => {
    if (matchPersons.length === 0) return 'Nobody: no person reaches the threshold for review.';
    const table = createTable(['person', 'decision', 'probability', ...(explain ? ['bits'] : [])]);
    for (const { person, decision, probability, explanation } of matchPersons) {
      const bits = explain ? [bitsOf(explanation?.weight ?? null)] : [];
      table.push([person?.id ?? '', decision ?? '', (probability ?? 0).toFixed(4), ...bits]);
    }
    const details = explain
      ? matchPersons.flatMap(({ person, explanation }) => [
          `\n${person?.id ?? ''}`,
          explanationTable(explanation ?? null),
        ])
      : [];
    return [table.toString(), ...details].join('\n');
  });
}

function readTraits(file: string): z.infer<typeof TraitsInput> {
  const name = file === '-' ? 'stdin' : file;
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch {
    throw new CliError(`${name} cannot be read. Name a JSON file with traits, or - for stdin.`);
  }
  try {
    return TraitsInput.parse(JSON.parse(text));
  } catch (error) {
    const what = error instanceof z.ZodError ? z.prettifyError(error) : 'It is no JSON.';
    throw new CliError(
      `${name} has no traits such as {"given": "Maria", "family": "Lopez", "birthDate": "1984-03-07"}. ${what}`,
    );
  }
}
