import type { AgreementEvent } from '../../agreement/move.ts';
import type { Rules } from '../../agreement/rules.ts';
import { type AgreementState, statusAt } from '../../agreement/status/statusAt.ts';
import type { FieldTerm } from '../../agreement/terms/terms.ts';

/** Published access of an agreement that is in force, or will be without another move. */
export interface OpenAccess {
  readonly fields: readonly FieldTerm[];
  readonly validFrom: Date;
  readonly validUntil: Date;
}

/** A period during which an agreement does not change if nobody moves. */
export interface Phase {
  /** Null: the first phase. */
  readonly startsAt: Date | null;
  /** Null: no end. */
  readonly endsAt: Date | null;
  readonly state: AgreementState;
  readonly open: OpenAccess | null;
  /** True if gateways get different access than in the phase before. */
  readonly changesAccess: boolean;
}

/**
 * Lists the phases from the last event on, as they follow from a history without further moves. Empty for an empty
 * history.
 */
export function phasesOf(
  events: readonly AgreementEvent[],
  { calendar, settings }: Omit<Rules, 'catalogues'>,
): Phase[] {
  const phases: Phase[] = [];
  let at: Date | undefined = events.at(-1)?.at;
  while (at !== undefined) {
    const now: Date = at;
    const state = statusAt(events, now, calendar, settings);
    if (state === undefined) break;
    const { due, access } = state;
    const later = [due?.moment, access.validFrom, access.validUntil].filter(
      (instant): instant is Date => instant !== undefined && instant !== null && instant > now,
    );
    const next = later.sort((a, b) => a.getTime() - b.getTime())[0];
    const open = openAccess(events, state, now, { calendar, settings });
    const before = phases.at(-1);
    phases.push({
      startsAt: before === undefined ? null : now,
      endsAt: next ?? null,
      state,
      open,
      changesAccess: before !== undefined && !(sameAccess(before.open, open) && sameForce(before, state)),
    });
    at = next;
  }
  return phases;
}

/** Finds the phase at an instant that is not before the last event. */
export function phaseAt(phases: readonly Phase[], now: Date): Phase | undefined {
  return phases.find(({ endsAt }) => endsAt === null || now < endsAt);
}

export function sameAccess(one: OpenAccess | null, other: OpenAccess | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function sameForce(before: Phase, state: AgreementState): boolean {
  return before.state.access.inForce === state.access.inForce;
}

/** Computes open access. If it begins later, its terms are those at its first instant. */
function openAccess(
  events: readonly AgreementEvent[],
  state: AgreementState,
  now: Date,
  { calendar, settings }: Omit<Rules, 'catalogues'>,
): OpenAccess | null {
  const { validFrom, validUntil } = state.access;
  if (validFrom === null || validUntil === null || now >= validUntil) return null;
  const begun = now < validFrom ? statusAt(events, validFrom, calendar, settings) : state;
  const fields = begun?.access.fields ?? [];
  return fields.length === 0 ? null : { fields, validFrom, validUntil };
}
