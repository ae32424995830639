import { checkMove } from './checks/checkMove.ts';
import { checkTerms } from './checks/checkTerms.ts';
import { type Refusal, refuse } from './checks/refusal.ts';
import type { AgreementEvent, Move, Side } from './move.ts';
import { conflictingSide, permitFor, whoMay } from './permits.ts';
import { POSSIBLE_MOVES } from './possibleMoves.ts';
import type { Rules } from './rules.ts';
import { type Proceedings, replay } from './status/proceedings.ts';
import { isOver, type Status, statusOf } from './status/statusAt.ts';
import type { DatasetEntry } from './terms/catalogues.ts';
import type { Actor } from './terms/vocabulary.ts';

/** A move before it is validated. */
export interface Attempt {
  readonly move: Move;
  readonly actor: Actor;
  readonly why: string;
  /**
   * Number of the last event that the actor saw (0 before the draft). The history must still end there: if two people
   * decide on the same state at once, the second gets an error instead of unknowingly overruling the first.
   */
  readonly expectedSequence: number;
}

export type Verdict = { readonly accepted: true; readonly event: AgreementEvent } | Refusal;

/**
 * Returns the event that the move becomes, or the reason why it is rejected. Stores nothing: append the event under its
 * sequence.
 */
export function validateMove(history: readonly AgreementEvent[], attempt: Attempt, now: Date, rules: Rules): Verdict {
  const last = history.at(-1);
  const sequence = last?.sequence ?? 0;
  if (attempt.expectedSequence !== sequence) {
    const since = history.find((event) => event.sequence > attempt.expectedSequence);
    const what =
      since === undefined
        ? 'The expected number is not known here.'
        : `${since.move.kind} by ${since.by.agency} came first.`;
    return refuse('STALE_HISTORY', `The agreement has changed. ${what}`, 'Read it again before you decide.');
  }
  if (last !== undefined && now < last.at) {
    return refuse(
      'CLOCK_BEHIND_HISTORY',
      'The clock shows an earlier time than the last event.',
      'Correct the clock and try again.',
    );
  }
  const proceedings = replay(history, now, rules.calendar, rules.settings);
  const normalized =
    proceedings === undefined ? openingMove(attempt, rules) : laterMove(proceedings, attempt, now, rules);
  if (!normalized.accepted) return normalized;
  if (attempt.why.trim() === '') {
    return refuse('REASON_MISSING', 'Every move must say why it is made.', 'Add the reason, question, or argument.');
  }
  const { subject, agency } = attempt.actor;
  return {
    accepted: true,
    event: {
      sequence: sequence + 1,
      at: now,
      by: { subject, agency, role: normalized.role, side: normalized.side },
      why: attempt.why,
      move: normalized.move,
      dataset:
        normalized.dataset === null
          ? null
          : { owner: normalized.dataset.owner, federalApprovalBy: normalized.dataset.federalApprovalBy },
    },
  };
}

type NormalizedMove =
  | {
      readonly accepted: true;
      readonly move: Move;
      readonly side: Side;
      readonly role: AgreementEvent['by']['role'];
      /** Set if the move fixes the terms. */
      readonly dataset: DatasetEntry | null;
    }
  | Refusal;

function openingMove(attempt: Attempt, rules: Rules): NormalizedMove {
  const { move, actor } = attempt;
  if (move.kind !== 'DRAFT') {
    return refuse('NOT_POSSIBLE_NOW', 'This agreement does not exist yet.', 'Draft a request first.');
  }
  const parties = { requester: actor.agency, owner: '' };
  const permit = permitFor('DRAFT', actor, parties, rules.settings);
  if (permit === undefined) return notYours(attempt, parties, rules);
  const checked = checkTerms(move.terms, actor.agency, rules.catalogues, rules.settings);
  if (!checked.accepted) return checked;
  return { accepted: true, move: { kind: 'DRAFT', terms: checked.terms }, dataset: checked.dataset, ...permit };
}

function laterMove(proceedings: Proceedings, attempt: Attempt, now: Date, rules: Rules): NormalizedMove {
  const { move, actor } = attempt;
  const status = statusOf(proceedings, now);
  const permit = permitFor(move.kind, actor, proceedings, rules.settings);
  if (permit === undefined) return notYours(attempt, proceedings, rules);
  if (!POSSIBLE_MOVES[status].includes(move.kind)) return notPossibleNow(move, status, proceedings);
  const served = conflictingSide(proceedings, actor, permit.side);
  if (served !== undefined) {
    return refuse(
      'CONFLICT_OF_INTEREST',
      `${actor.subject} has already moved for another side (${served}) of this agreement.`,
      'Another person must make this move.',
    );
  }
  if (move.kind === 'REVISE' || move.kind === 'SUBMIT') {
    const terms = move.kind === 'REVISE' ? move.terms : proceedings.terms;
    const checked = checkTerms(terms, proceedings.requester, rules.catalogues, rules.settings);
    if (!checked.accepted) return checked;
    if (checked.dataset.id !== proceedings.terms.dataset) {
      return refuse('DIFFERENT_DATASET', 'A request is for one dataset.', 'Draft another request for the other one.');
    }
    if (move.kind === 'SUBMIT') return { accepted: true, move, dataset: checked.dataset, ...permit };
    return { accepted: true, move: { kind: 'REVISE', terms: checked.terms }, dataset: checked.dataset, ...permit };
  }
  return checkMove(move, proceedings, permit.side, now, rules) ?? { accepted: true, move, dataset: null, ...permit };
}

function notYours(
  attempt: Attempt,
  parties: { readonly requester: string; readonly owner: string },
  { settings }: Rules,
): Refusal {
  const { kind } = attempt.move;
  const { agency, roles } = attempt.actor;
  return refuse(
    'NOT_YOUR_MOVE',
    `${roles.join(', ') || 'A requester without a role'} of ${agency} may not ${kind}.`,
    `Allowed: ${whoMay(kind, parties, settings)}.`,
  );
}

function notPossibleNow(move: Move, status: Status, proceedings: Proceedings): Refusal {
  const answers: readonly Move['kind'][] = ['APPROVE', 'DENY', 'EXTEND', 'ASK_INFORMATION', 'GIVE_INFORMATION'];
  if (proceedings.response?.basis === 'DEEMED_APPROVED' && answers.includes(move.kind)) {
    return refuse(
      'ANSWER_PERIOD_OVER',
      `The time to answer ended at ${proceedings.due?.toISOString() ?? 'the due moment'}: the request is deemed approved.`,
      'To end access, use REVOKE, which requires a legal bar, a breach of terms, or a security incident.',
    );
  }
  const possible = POSSIBLE_MOVES[status].join(', ') || 'nothing';
  return refuse(
    'NOT_POSSIBLE_NOW',
    `${move.kind} is not possible while the agreement is ${status}.`,
    isOver(status) ? 'Draft another request.' : `Possible now: ${possible}.`,
  );
}
