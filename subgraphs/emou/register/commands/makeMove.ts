import { isUuid } from '../../../../schema/values/uuid.ts';
import { PublicError } from '../../../kit/errors/publicError.ts';
import { type AgreementEvent, Move } from '../../agreement/move.ts';
import { statusAt } from '../../agreement/status/statusAt.ts';
import { validateMove } from '../../agreement/validateMove.ts';
import { writeNotices } from '../../notices/writeNotices.ts';
import type { AgreementRecord } from '../../records.ts';
import { changeRegister } from '../changeRegister.ts';
import { appendEvent } from '../histories.ts';
import { indexed, writeIndex } from '../index/agreementIndex.ts';
import { phaseAt, sameAccess } from '../index/phases.ts';
import { readLoggedHistories } from '../log/loggedHistories.ts';
import type { Register } from '../register.ts';
import type { RegisterTransaction } from '../registerTransaction.ts';
import type { Actor } from './actor.ts';
import { MoveRefused } from './moveRefused.ts';

export interface MoveRequest {
  readonly agreementId: string;
  readonly move: Move;
  readonly why: string;
  /** Number of the last event that the actor saw; undefined: no check. */
  readonly expectedSequence: number | undefined;
}

export interface MoveResult {
  readonly agreement: AgreementRecord;
  readonly revision: number;
}

/** Makes a move on an existing agreement. Throws MoveRefused if the procedure does not allow it. */
export async function makeMove(register: Register, actor: Actor, request: MoveRequest): Promise<MoveResult> {
  const { result, revision } = await changeRegister(register, async (transaction) => {
    const history = await historyOf(transaction, request.agreementId);
    return await appendMove(transaction, actor, request, history);
  });
  return { agreement: result, revision };
}

/** Reads the history of an existing agreement. Throws TablesDiffer if it differs from the log. */
export async function historyOf(
  { queries, log }: RegisterTransaction,
  agreementId: string,
): Promise<readonly AgreementEvent[]> {
  const id = agreementId.toLowerCase();
  const read = await readLoggedHistories(queries, log, isUuid(id) ? [id] : []);
  if (read.kind === 'differs') throw log.invalidate(read.difference);
  const history = read.histories.get(id);
  if (history !== undefined) return history;
  throw new PublicError(
    'NOT_FOUND',
    'This request or approval does not exist. The queries requests and approvals list them.',
  );
}

/** Validates the move and writes its results: the event, the index, the revision. */
export async function appendMove(
  transaction: RegisterTransaction,
  actor: Actor,
  { agreementId, move, why, expectedSequence }: MoveRequest,
  history: readonly AgreementEvent[],
): Promise<AgreementRecord> {
  const { queries, now, rules } = transaction;
  const attempt = { move: parseMove(move), actor, why, expectedSequence: expectedSequence ?? history.length };
  const verdict = validateMove(history, attempt, now, rules);
  if (!verdict.accepted) throw new MoveRefused(verdict);
  const id = agreementId.toLowerCase();
  const events = [...history, verdict.event];
  const before = indexed(id, history, rules);
  const after = indexed(id, events, rules);
  const openBefore = phaseAt(before.phases, now)?.open ?? null;
  const openNow = phaseAt(after.phases, now)?.open ?? null;
  if (!sameAccess(openBefore, openNow)) await transaction.changeAccess();
  await appendEvent(transaction, id, verdict.event);
  await writeIndex(queries, [after], rules);
  await writeNotices(queries, [after], rules, now, 'move and time');
  const state = statusAt(events, now, rules.calendar, rules.settings);
  if (state === undefined) throw new Error('An agreement that was just moved has no state.');
  return { id, events, state };
}

/**
 * Parses the move before it is written, because the history must stay readable: what its reader would reject is
 * rejected here.
 */
function parseMove(move: Move): Move {
  const parsed = Move.safeParse(move);
  if (parsed.success) return parsed.data;
  const problem = parsed.error.issues[0];
  const place = problem?.path.join('.') ?? '';
  throw new PublicError(
    'BAD_USER_INPUT',
    `The move cannot be read: ${place}: ${problem?.message ?? 'not as described'}.`,
  );
}
