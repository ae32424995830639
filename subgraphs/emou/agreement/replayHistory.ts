import type { Refusal } from './checks/refusal.ts';
import type { AgreementEvent } from './move.ts';
import type { Rules } from './rules.ts';
import { validateMove } from './validateMove.ts';

/** The first event of a history that could not have been accepted, and the reason. */
export interface IllegalEvent {
  readonly sequence: number;
  readonly refusal: Refusal;
}

/**
 * Replays a history and returns its first illegal event, or undefined. The catalogs' description of the dataset is not
 * compared, since it may have changed for good reason.
 */
export function findIllegalEvent(events: readonly AgreementEvent[], rules: Rules): IllegalEvent | undefined {
  for (const [index, event] of events.entries()) {
    const { subject, agency, role } = event.by;
    const verdict = validateMove(
      events.slice(0, index),
      { move: event.move, actor: { subject, agency, roles: [role] }, why: event.why, expectedSequence: index },
      event.at,
      rules,
    );
    if (!verdict.accepted) return { sequence: event.sequence, refusal: verdict };
  }
  return undefined;
}
