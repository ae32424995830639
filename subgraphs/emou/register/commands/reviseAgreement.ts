import { changeRegister } from '../changeRegister.ts';
import type { Register } from '../register.ts';
import type { Actor } from './actor.ts';
import { appendMove, historyOf, type MoveResult } from './makeMove.ts';
import { statedText } from './statedText.ts';
import { type TermsInput, termsOf } from './termsOf.ts';

export interface ReviseInput {
  readonly requestId: string;
  readonly expectedSequence: number;
  readonly why: string;
  readonly terms: TermsInput;
}

/** Changes the terms of a draft, but not its dataset. */
export async function reviseAgreement(register: Register, actor: Actor, input: ReviseInput): Promise<MoveResult> {
  const why = statedText('why', input.why, 3, 4_000);
  const { result, revision } = await changeRegister(register, async (transaction) => {
    const history = await historyOf(transaction, input.requestId);
    const draft = history.find(({ move }) => move.kind === 'DRAFT')?.move;
    const dataset = draft?.kind === 'DRAFT' ? draft.terms.dataset : '';
    const move = { kind: 'REVISE' as const, terms: termsOf(dataset, input.terms) };
    const { requestId: agreementId, expectedSequence } = input;
    return await appendMove(transaction, actor, { agreementId, move, why, expectedSequence }, history);
  });
  return { agreement: result, revision };
}
