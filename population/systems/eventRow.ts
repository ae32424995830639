/** What the events of every system have in common. */
export interface EventRow {
  /** Place among the person's events, from 0. */
  readonly sequence: number;
  readonly startedOn: string;
  /** Last day of a period; null for an event of one day and for a period without a set end. */
  readonly endedOn: string | null;
}
