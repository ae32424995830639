import type { CalendarDay } from '../calendarDay.ts';
import type { Heritage } from '../names/heritage.ts';

export type Gender = 'MALE' | 'FEMALE';

/** A person of a household, or an absent relative who explains how others are related (they get no records). */
export interface Member {
  /** Place in the household, from 0; with the household's index it is what all numbers of the person come from. */
  readonly place: number;
  readonly id: string;
  readonly present: boolean;
  readonly givenName: string;
  readonly middleName: string | null;
  readonly familyName: string;
  readonly suffix: string | null;
  /** Origin of the name. */
  readonly heritage: Heritage;
  readonly gender: Gender;
  readonly language: string;
  readonly birthDay: CalendarDay;
  readonly birthDate: string;
  /** Completed years on the reference day. */
  readonly age: number;
  readonly parents: readonly Member[];
  readonly partner: { readonly of: Member; readonly married: boolean } | null;
  readonly fosterParents: readonly Member[];
}
