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
  /** Children of the same parents who were drawn before, in their order. */
  readonly siblings?: readonly Member[];
}

/** Of children with an elder sibling: as many twins as 31 of 1,000 births are (National Vital Statistics). */
const TWIN_RATE = 0.033;

export function drawMember(random: RandomStream, wish: MemberWish): Member {
  const names = namePools[wish.heritage];
  const gender = wish.gender ?? (random.chance(0.5) ? 'FEMALE' : 'MALE');
  const firstNames = gender === 'FEMALE' ? names.female : names.male;
  const parents = wish.parents ?? [];
  const siblings = wish.siblings ?? [];
  const drawnDay = drawBirthDay(random, random.between(wish.ages[0], Math.max(...wish.ages)));
  const birthDay = twinOf(wish.id, siblings)?.birthDay ?? drawnDay;
  const father = parents.find((parent) => parent.gender === 'MALE' && parent.present);
  const namesakeDrawn = gender === 'MALE' && father !== undefined && random.chance(0.03);
  const namedAfterFather = namesakeDrawn && !siblings.some((sibling) => sibling.givenName === father.givenName);
  return {
    place: wish.place,
    id: wish.id,
    present: wish.present ?? true,
    givenName: namedAfterFather ? father.givenName : unusedName(random.pick(firstNames), firstNames, siblings),
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

/** The sibling born on the same day. By the id alone: without twins, the household draws the same numbers. */
function twinOf(id: string, siblings: readonly Member[]): Member | undefined {
  return Number.parseInt(id.slice(0, 8), 16) / 2 ** 32 < TWIN_RATE ? siblings.at(-1) : undefined;
}

/** Parents do not give two children one name: the next of the list instead. */
function unusedName(name: string, names: readonly string[], siblings: readonly Member[]): string {
  const isUsed = (each: string) => siblings.some((sibling) => sibling.givenName === each);
  let place = names.indexOf(name);
  // There are more names in every list than children in a household.
  while (isUsed(names[place % names.length] ?? name)) place += 1;
  return names[place % names.length] ?? name;
}

/** A day on which a person was born who is `age` on the reference day. */
function drawBirthDay(random: RandomStream, age: number): CalendarDay {
  const latest = Math.floor(referenceDay - age * 365.2425);
  const day = latest - random.between(1, 364);
  return day;
}
