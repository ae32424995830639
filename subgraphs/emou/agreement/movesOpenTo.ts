import { checkPossible } from './checks/checkPossible.ts';
import type { AgreementEvent, MoveKind } from './move.ts';
import { conflictingSide, permitFor } from './permits.ts';
import { POSSIBLE_MOVES } from './possibleMoves.ts';
import type { Rules } from './rules.ts';
import { replay } from './status/proceedings.ts';
import { statusOf } from './status/statusAt.ts';
import type { Actor } from './terms/vocabulary.ts';

/**
 * Lists the kinds of moves that `validateMove` would accept from this actor now, given valid content: the buttons of a
 * board. Empty for an actor without a name, who can make no move.
 */
export function movesOpenTo(
  actor: Actor,
  history: readonly AgreementEvent[],
  now: Date,
  rules: Rules,
): readonly MoveKind[] {
  const last = history.at(-1);
  const proceedings = replay(history, now, rules.calendar, rules.settings);
  const dataset = proceedings === undefined ? undefined : rules.catalogues.datasets.get(proceedings.terms.dataset);
  if (proceedings === undefined || dataset === undefined || last === undefined || actor.subject === '') return [];
  if (now < last.at) return [];
  return POSSIBLE_MOVES[statusOf(proceedings, now)].filter((kind) => {
    const permit = permitFor(kind, actor, proceedings, rules.settings);
    if (permit === undefined || conflictingSide(proceedings, actor, permit.side) !== undefined) return false;
    return checkPossible(kind, proceedings, permit.side, dataset, now, rules) === undefined;
  });
}
