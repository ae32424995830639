import { randomUUID } from 'node:crypto';
import type { RequestTerms } from '../../agreement/terms/terms.ts';
import type { AgreementRecord } from '../../records.ts';
import { changeRegister } from '../changeRegister.ts';
import type { Register } from '../register.ts';
import type { RegisterTransaction } from '../registerTransaction.ts';
import type { Actor } from './actor.ts';
import { appendMove, type MoveResult } from './makeMove.ts';
import { statedText } from './statedText.ts';

/** Drafts a new agreement without submitting it. */
export async function draftAgreement(
  register: Register,
  actor: Actor,
  terms: RequestTerms,
  justification: string,
): Promise<MoveResult> {
  const why = statedText('justification', justification, 10, 4_000);
  const { result, revision } = await changeRegister(register, (transaction) =>
    appendDraft(transaction, actor, terms, why),
  );
  return { agreement: result, revision };
}

export async function appendDraft(
  transaction: RegisterTransaction,
  actor: Actor,
  terms: RequestTerms,
  why: string,
  agreementId: string = randomUUID(),
): Promise<AgreementRecord> {
  const draft = { agreementId, move: { kind: 'DRAFT' as const, terms }, why, expectedSequence: 0 };
  return await appendMove(transaction, actor, draft, []);
}
