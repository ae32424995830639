import { type CalendarDay, calendarDay, isoDate } from '../calendarDay.ts';
import type { Member } from '../household/member.ts';
import { referenceDay } from '../referenceDay.ts';
import type { EventRow } from '../systems/eventRow.ts';

/** An event before it is one person's. Written out once, however many members of a household share it. */
export interface DrawnEvent<Details extends object> {
  readonly on: CalendarDay;
  readonly row: Details & Omit<EventRow, 'sequence'>;
}

/** Days on which a member was not there: from the first, and until the second if they came back. */
export interface Absence {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

const NEVER: readonly Absence[] = [];

/** An event of one day, or a period: `until` its last day, or null if it goes on without a set end. */
export function drawnEvent<Details extends object>(
  on: CalendarDay,
  details: Details,
  until: CalendarDay | null = null,
): DrawnEvent<Details> {
  return { on, row: { ...details, startedOn: isoDate(on), endedOn: until === null ? null : isoDate(until) } };
}

/**
 * The events that a member lived through, with the member's number: none before birth, while they were absent, or after
 * the reference day. Oldest first, and in the order they are given in on the same day.
 */
export function memberEvents<Details extends object, Key extends object>(
  member: Member,
  key: Key,
  events: readonly DrawnEvent<Details>[],
  absences: readonly Absence[] = NEVER,
): readonly (Details & Key & EventRow)[] {
  const lived = events.filter(
    ({ on }) => on >= member.birthDay && on <= referenceDay && !absences.some(({ from, to }) => on >= from && on < to),
  );
  lived.sort((one, other) => one.on - other.on);
  return lived.map(({ row }, sequence) => ({ ...row, ...key, sequence }));
}

/** The day of a date as records have it: 2026-11-02. */
export function dayOf(date: string): CalendarDay {
  return calendarDay(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}
