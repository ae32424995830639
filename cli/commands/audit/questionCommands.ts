import { Command, Option } from 'commander';
import { z } from 'zod';
import { askGateway } from '../emou/askGateway.ts';
import { type ConnectionOptions, connected } from '../emou/connectionOptions.ts';
import { createTable } from '../emou/createTable.ts';
import { print } from '../emou/requests/requestRow.ts';

const FIELDS = 'id entryId state askedAt question addressedTo answer answeredAt answeredBy';

const Question = z.object({
  id: z.string(),
  entryId: z.string(),
  state: z.string(),
  askedAt: z.string(),
  question: z.string().nullable(),
  addressedTo: z.array(z.string()),
  answer: z.string().nullable(),
  answeredAt: z.string().nullable(),
  answeredBy: z.string().nullable(),
});
const Listed = z.object({ entryQuestions: z.array(Question) });
const Answered = z.object({ answerQuestion: z.object({ question: Question }) });

/** `person360 audit questions`: reads and answers what residents ask about entries of the log, through the gateway. */
export function questionsCommand(): Command {
  const questions = new Command('questions').description(
    'questions of residents about entries of the log: an auditor or data steward lists and answers them',
  );
  connected(questions.command('list').description('list questions, newest first'))
    .addOption(new Option('--state <state>', 'only these').choices(['open', 'answered']))
    .action(list);
  connected(
    questions.command('answer <question>').description('answer a question, once; the resident reads the answer'),
  )
    .requiredOption('--text <text>', 'the answer in plain words, 10 to 4,000 characters')
    .action(answer);
  return questions;
}

async function list(options: ConnectionOptions & { readonly state?: string }): Promise<void> {
  const query = `query ($state: EntryQuestionState) { entryQuestions(state: $state, first: 200) { ${FIELDS} } }`;
  const { entryQuestions } = await askGateway(options, query, { state: options.state?.toUpperCase() }, Listed);
  print(options.json, entryQuestions, () => {
    if (entryQuestions.length === 0) return 'No questions.';
    const table = createTable(['question', 'entry', 'asked', 'for', 'words', 'answer']);
    for (const { id, entryId, askedAt, addressedTo, question, answer: text, answeredBy } of entryQuestions) {
      const answered = text === null ? '' : `${text}\n${answeredBy ?? ''}`;
      table.push([id, entryId, askedAt, addressedTo.join('\n'), question ?? '', answered]);
    }
    return table.toString();
  });
}

async function answer(questionId: string, options: ConnectionOptions & { readonly text: string }): Promise<void> {
  const mutation = `mutation ($input: AnswerQuestionInput!) { answerQuestion(input: $input) { question { ${FIELDS} } } }`;
  const input = { questionId, answer: options.text };
  const { answerQuestion } = await askGateway(options, mutation, { input }, Answered);
  print(options.json, answerQuestion.question, () => `Answered: ${answerQuestion.question.id}`);
}
