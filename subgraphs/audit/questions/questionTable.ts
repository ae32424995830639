import type { EntryQuestion } from '../../../schema/generated/audit.ts';
import { statement } from '../../kit/database/statement.ts';

export interface QuestionRow {
  readonly id: string;
  readonly entryId: string;
  readonly question: string | null;
  readonly addressedTo: readonly string[];
  readonly askedAt: Date;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
}

const COLUMNS = `q.question_id::text as id, q.entry_id as "entryId", q.question, q.addressed_to as "addressedTo",
  q.asked_at as "askedAt", a.answer, a.answered_at as "answeredAt", a.agency as "answeredBy"`;

/**
 * $1: keyed hashes of the resident who asked, null for all residents; $2: agency that the questions are addressed to, null for any;
 * $3: whether they are answered, null for both; $4: maximum number.
 */
export const questions = statement<QuestionRow>(
  'audit.questions',
  `select ${COLUMNS} from entry_question q left join entry_answer a using (question_id)
   where ($1::bytea[] is null or q.asked_by = any($1::bytea[])) and ($2::text is null or $2 = any(q.addressed_to))
     and ($3::boolean is null or (a.question_id is not null) = $3)
   order by q.asked_at desc, q.question_id limit $4`,
);

export const oneQuestion = statement<QuestionRow>(
  'audit.question',
  `select ${COLUMNS} from entry_question q left join entry_answer a using (question_id) where q.question_id = $1`,
);

/** Counts the unanswered questions of one resident. */
export const openQuestions = statement<{ readonly count: number }>(
  'audit.openQuestions',
  `select count(*)::integer as count from entry_question q left join entry_answer a using (question_id)
   where q.asked_by = any($1::bytea[]) and a.question_id is null`,
);

export const insertQuestion = statement<unknown>(
  'audit.askAboutEntry',
  `insert into entry_question (question_id, entry_id, asked_by, person, question, addressed_to, asked_at)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);

/** Gives no row if there is an answer. */
export const insertAnswer = statement<{ readonly id: string }>(
  'audit.answerQuestion',
  `insert into entry_answer (question_id, answer, answered_by, agency, answered_at)
   values ($1, $2, $3, $4, $5) on conflict (question_id) do nothing returning question_id::text as id`,
);

export function publicQuestion({ askedAt, answeredAt, ...row }: QuestionRow): EntryQuestion {
  return {
    ...row,
    state: row.answer === null ? 'OPEN' : 'ANSWERED',
    askedAt: askedAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  };
}
