/** Real time plus what a test adds, or one instant for as long as it is frozen. */
export interface MovableClock {
  readonly now: () => Date;
  freezeAt(instant: Date): void;
  advance(milliseconds: number): void;
}

export function createMovableClock(): MovableClock {
  let added = 0;
  let frozen: number | undefined;
  return {
    now: () => new Date(frozen ?? Date.now() + added),
    freezeAt(instant) {
      frozen = instant.getTime();
    },
    advance(milliseconds) {
      if (frozen === undefined) added += milliseconds;
      else frozen += milliseconds;
    },
  };
}
