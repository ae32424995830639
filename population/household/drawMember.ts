import { ageOn, type CalendarDay, isoDate } from '../calendarDay.ts';
import type { Heritage } from '../names/heritage.ts';
import { namePools } from '../names/heritage.ts';
import type { RandomStream } from '../random/randomStream.ts';
import { referenceDay } from '../referenceDay.ts';
import type { Gender, Member } from './member.ts';

export interface MemberWish {
  readonly place: number;
  readonly id: string;
  readonly heritage: Heritage;
  /** Completed years, drawn between both. */
  readonly ages: readonly [number, number];
  readonly gender?: Gender;
  readonly familyName?: string;
  readonly language?: string;
  readonly parents?: readonly Member[];
  readonly partner?: { readonly of: Member; readonly married: boolean };
  readonly fosterParents?: readonly Member[];
  readonly present?: boolean;
}

export function drawMember(random: RandomStream, wish: MemberWish): Member {
  const names = namePools[wish.heritage];
  const gender = wish.gender ?? (random.chance(0.5) ? 'FEMALE' : 'MALE');
  const firstNames = gender === 'FEMALE' ? names.female : names.male;
  const parents = wish.parents ?? [];
  const birthDay = drawBirthDay(random, random.between(wish.ages[0], Math.max(...wish.ages)));
  const father = parents.find((parent) => parent.gender === 'MALE' && parent.present);
  const namedAfterFather = gender === 'MALE' && father !== undefined && random.chance(0.03);
  return {
    place: wish.place,
    id: wish.id,
    present: wish.present ?? true,
    givenName: namedAfterFather ? father.givenName : random.pick(firstNames),
    middleName: random.chance(0.45) ? random.pick(firstNames) : null,
    familyName: namedAfterFather ? father.familyName : (wish.familyName ?? random.pick(names.family)),
    suffix: namedAfterFather ? 'Jr.' : null,
    heritage: wish.heritage,
    gender,
    language: wish.language ?? random.weighted(names.languages),
    birthDay,
    birthDate: isoDate(birthDay),
    age: ageOn(birthDay, referenceDay),
    parents,
    partner: wish.partner ?? null,
    fosterParents: wish.fosterParents ?? [],
  };
}

/** A day on which a person was born who is `age` on the reference day. */
function drawBirthDay(random: RandomStream, age: number): CalendarDay {
  const latest = Math.floor(referenceDay - age * 365.2425);
  const day = latest - random.between(1, 364);
  return day;
}
