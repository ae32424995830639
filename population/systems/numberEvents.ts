import type { EventRow } from './eventRow.ts';

/** Puts the events of one person in order and numbers them. Events of the same day keep the order they are given in. */
export function numberEvents<Event extends Omit<EventRow, 'sequence'>>(
  events: readonly Event[],
): readonly (Event & EventRow)[] {
  return events
    .toSorted((one, other) => (one.startedOn < other.startedOn ? -1 : one.startedOn > other.startedOn ? 1 : 0))
    .map((event, sequence) => ({ ...event, sequence }));
}
