import type { Heritage } from '../names/heritage.ts';

/** Whose record it is. For evaluation only: whatever links records must not read it. */
export interface TruthRow {
  readonly system: string;
  readonly number: string;
  readonly personId: string;
  /** Origin of the person's name, to compare recall between groups. */
  readonly heritage: Heritage;
}
