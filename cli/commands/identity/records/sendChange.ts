import { z } from 'zod';
import { CliError } from '../../../cliError.ts';
import { askGateway } from '../../emou/askGateway.ts';
import type { ConnectionOptions } from '../../emou/connectionOptions.ts';
import { print } from '../../emou/requests/requestRow.ts';

/** Mutations that change links, with the types of their inputs. */
const INPUT_TYPES = {
  answerLinkReview: 'AnswerLinkReviewInput',
  linkRecords: 'RecordPairInput',
  separateRecords: 'RecordPairInput',
  mergePersons: 'MergePersonsInput',
  unmergePerson: 'UnmergePersonInput',
  decideLinkChange: 'DecideLinkChangeInput',
} as const;

const Changed = z.object({
  changed: z.object({
    changeId: z.string().nullable(),
    status: z.string().nullable(),
    problems: z.array(z.object({ kind: z.string().nullable(), message: z.string().nullable() })).nullable(),
  }),
});

/** Sends one change of links and says what came of it. Throws the problems if nothing was changed. */
export async function sendChange(
  mutation: keyof typeof INPUT_TYPES,
  input: Readonly<Record<string, unknown>>,
  options: ConnectionOptions,
): Promise<void> {
  const query = `mutation ($input: ${INPUT_TYPES[mutation]}!) {
    changed: ${mutation}(input: $input) { changeId status problems { kind message } } }`;
  const { changed } = await askGateway(options, query, { input }, Changed);
  const problems = (changed.problems ?? []).map(({ kind, message }) => `${kind}: ${message}`);
  if (problems.length > 0) throw new CliError(problems.join('\n'));
  print(options.json, { changeId: changed.changeId, status: changed.status }, () => outcome(mutation, changed));
}

function outcome(mutation: keyof typeof INPUT_TYPES, { changeId, status }: z.infer<typeof Changed>['changed']): string {
  const change = changeId === null ? '' : ` Change ${changeId}`;
  if (status === 'PROPOSED' && mutation === 'answerLinkReview') {
    return `Recorded. A second steward has to give the same answer: person360 identity answer.${change}`;
  }
  if (status === 'PROPOSED') {
    return `Recorded. It takes effect once a second steward approves: person360 identity decide.${change}`;
  }
  if (status === 'REFUSED') return `Refused. Nothing was changed.${change}`;
  return status === 'EFFECTIVE' ? `In effect.${change}` : 'Recorded.';
}
