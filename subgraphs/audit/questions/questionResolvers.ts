import { randomUUID } from 'node:crypto';
import type { EntryQuestionPayload, MutationResolvers, QueryResolvers } from '../../../schema/generated/audit.ts';
import { residentOf } from '../../../schema/ledger/personPseudonym.ts';
import type { GrantClaims } from '../../../schema/tokens/grant.ts';
import { isUuid } from '../../../schema/values/uuid.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import type { SubgraphContext } from '../../kit/subgraphDefinition.ts';
import { parseEntryId } from '../entries/entry.ts';
import { readOneEntry } from '../entries/proofs.ts';
import { OPERATOR, readerOf, readerOfAccounting } from '../reader.ts';
import type { EntryAccess } from '../resolvers/entryAccess.ts';
import { checkText } from '../unmasking/unmasking.ts';
import {
  insertAnswer,
  insertQuestion,
  oneQuestion,
  openQuestions,
  publicQuestion,
  type QuestionRow,
  questions,
} from './questionTable.ts';

const MOST_LISTED = 200;
const LONGEST_QUESTION = 2_000;
/** Questions of one resident that wait at the same time. */
const MOST_OPEN = 50;

export interface QuestionResolvers {
  readonly Query: Pick<QueryResolvers, 'entryQuestions'>;
  readonly Mutation: Pick<MutationResolvers, 'answerQuestion' | 'askAboutEntry'>;
}

type Access = Pick<EntryAccess, 'namesOf' | 'openToResident' | 'pseudonymsOf' | 'readEntries'>;

/** Residents ask about entries of their accounting, and the agencies whose data it was answer. */
export function questionResolvers(access: Access): QuestionResolvers {
  return {
    Query: {
      entryQuestions: async (_, { state, first }, { grant, system }) => {
        const asked = askerOf(grant, access);
        const agency = asked === undefined ? agencyOf(grant) : null;
        const isAnswered = state == null ? null : state === 'ANSWERED';
        const most = Math.min(Math.max(first ?? 50, 1), MOST_LISTED);
        const rows = await system.database.rows(questions, [asked ?? null, agency, isAnswered, most]);
        return rows.map(publicQuestion);
      },
    },
    Mutation: {
      askAboutEntry: (_, { input }, context) => askAboutEntry(context, access, input),
      answerQuestion: (_, { input }, context) => answerQuestion(context, input),
    },
  };
}

async function askAboutEntry(
  context: SubgraphContext,
  access: Access,
  input: { readonly entryId: string; readonly personId: string; readonly question?: string | null | undefined },
): Promise<EntryQuestionPayload> {
  const { grant, system, facts } = context;
  const asked = askerOf(grant, access);
  if (asked === undefined) throw new PublicError('FORBIDDEN', 'Only residents can ask about entries.');
  const reader = await readerOfAccounting(grant, input.personId, facts);
  const question = input.question?.trim() ?? '';
  if (question.length > LONGEST_QUESTION) {
    throw new PublicError('BAD_USER_INPUT', `question must have at most ${LONGEST_QUESTION} characters.`);
  }
  const entry = await visibleEntry(context, access, reader.kind === 'resident' ? reader.personId : '', input.entryId);
  if (entry === undefined) {
    throw new PublicError('NOT_FOUND', 'There is no such entry about this person. Take its id from the accounting.');
  }
  const [open] = await system.database.rows(openQuestions, [asked]);
  if (open === undefined || open.count >= MOST_OPEN) {
    throw new PublicError(
      'CONFLICT',
      `You already have ${MOST_OPEN} questions without an answer. Wait for the answers.`,
    );
  }
  const row: QuestionRow = {
    ...{ id: randomUUID(), entryId: entry.id, question: question === '' ? null : question, askedAt: system.clock() },
    ...{ addressedTo: entry.owners, answer: null, answeredAt: null, answeredBy: null },
  };
  const values = [row.id, row.entryId, asked[0], entry.person, row.question, row.addressedTo, row.askedAt];
  await system.database.rows(insertQuestion, values);
  return { question: publicQuestion(row) };
}

/** The entry, if it is about this person and may be shown to them. */
async function visibleEntry({ system }: SubgraphContext, access: Access, personId: string, entryId: string) {
  const place = parseEntryId(entryId);
  const row = place === undefined ? undefined : await readOneEntry(system.database, place);
  const [entry] = row === undefined ? [] : await access.readEntries(system.database, [row]);
  const isOpen = await access.openToResident(system, personId);
  const names = await access.namesOf(system.database, personId);
  const person = names.find((name) => name.toString('base64url') === entry?.person);
  if (entry === undefined || person === undefined || !isOpen(entry)) return undefined;
  const owners = [
    ...(entry.disclosed ?? []).flatMap((group) => group.owners),
    ...(entry.refused ?? []).flatMap(({ owner }) => owner ?? []),
  ];
  return { id: entry.id, person, owners: [...new Set(owners)].sort() };
}

async function answerQuestion(
  { grant, system }: SubgraphContext,
  { questionId, answer }: { readonly questionId: string; readonly answer: string },
): Promise<EntryQuestionPayload> {
  const agency = agencyOf(grant);
  const subject = grant.sub?.trim() ?? '';
  if (subject === '') {
    throw new PublicError(
      'FORBIDDEN',
      'Your token has no subject (claim sub), so this cannot be recorded. Sign in as a person.',
    );
  }
  checkText('answer', answer);
  const [found] = isUuid(questionId) ? await system.database.rows(oneQuestion, [questionId]) : [];
  // A question to other agencies must not be found by trying.
  if (found === undefined || (agency !== null && !found.addressedTo.includes(agency))) {
    throw new PublicError('NOT_FOUND', `The question ${questionId} does not exist, or is not for your agency.`);
  }
  const values = [found.id, answer.trim(), subject, grant.agency, system.clock()];
  const [inserted] = await system.database.rows(insertAnswer, values);
  if (inserted === undefined) throw new PublicError('CONFLICT', 'This question has already been answered.');
  const [answered] = await system.database.rows(oneQuestion, [found.id]);
  return { question: answered === undefined ? null : publicQuestion(answered) };
}

/** Keyed hashes of the resident who asks; undefined for everyone else. */
function askerOf(grant: GrantClaims, { pseudonymsOf }: Pick<Access, 'pseudonymsOf'>): readonly Buffer[] | undefined {
  const own = residentOf(grant.sub ?? '');
  const isResident = grant.purpose === 'SUBJECT_REQUEST' && grant.roles.includes('RESIDENT');
  return isResident && own !== undefined ? pseudonymsOf(own) : undefined;
}

/** The agency whose questions the caller may read and answer; null: of every agency. Throws FORBIDDEN. */
function agencyOf(grant: GrantClaims): string | null {
  const { agency, roles, purpose } = grant;
  const isSteward = roles.includes('DATA_STEWARD') && (purpose === 'AUDIT' || purpose === 'DATA_GOVERNANCE');
  if (isSteward) return agency === OPERATOR ? null : agency;
  const reader = readerOf(grant);
  if (reader.kind === 'resident') throw new PublicError('FORBIDDEN', 'Residents cannot answer questions.');
  return reader.kind === 'agency' ? reader.agency : null;
}
