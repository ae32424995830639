import type { Heritage } from '../names/heritage.ts';
import { namePools } from '../names/heritage.ts';
import type { RandomStream } from '../random/randomStream.ts';
import { drawMember, type MemberWish } from './drawMember.ts';
import type { Gender, Member } from './member.ts';

/** Composition of a household, roughly in the proportions of the American Community Survey for Illinois. */
export type HouseholdKind =
  | 'SINGLE_ADULT'
  | 'SINGLE_ELDER'
  | 'COUPLE'
  | 'ELDER_COUPLE'
  | 'COUPLE_WITH_CHILDREN'
  | 'SINGLE_PARENT'
  | 'THREE_GENERATIONS'
  | 'GRANDPARENTS_RAISING'
  | 'ADULT_CHILD_AT_HOME'
  | 'ROOMMATES'
  | 'FOSTER_FAMILY';

const kinds: readonly (readonly [number, HouseholdKind])[] = [
  [185, 'SINGLE_ADULT'],
  [120, 'SINGLE_ELDER'],
  [180, 'COUPLE'],
  [112, 'ELDER_COUPLE'],
  [170, 'COUPLE_WITH_CHILDREN'],
  [82, 'SINGLE_PARENT'],
  [33, 'THREE_GENERATIONS'],
  [9, 'GRANDPARENTS_RAISING'],
  [68, 'ADULT_CHILD_AT_HOME'],
  [34, 'ROOMMATES'],
  [1.1, 'FOSTER_FAMILY'],
];

export interface Family {
  readonly kind: HouseholdKind;
  /** Absent relatives included. */
  readonly members: readonly Member[];
}

export function drawFamily(random: RandomStream, heritage: Heritage, personIds: readonly string[]): Family {
  const kind = random.weighted(kinds);
  const members: Member[] = [];
  const familyName = random.pick(namePools[heritage].family);
  const language = random.weighted(namePools[heritage].languages);

  const add = (wish: Omit<MemberWish, 'place' | 'id' | 'heritage'> & { readonly heritage?: Heritage }): Member => {
    const place = members.length;
    const id = personIds[place];
    if (id === undefined) throw new RangeError(`A household has no place ${place}.`);
    const member = drawMember(random, { heritage, familyName, language, ...wish, place, id });
    members.push(member);
    return member;
  };
  const partnerFor = (one: Member, present = true): Member => {
    const gender: Gender = random.chance(0.97) === (one.gender === 'FEMALE') ? 'MALE' : 'FEMALE';
    const married = random.chance(0.8);
    const ages = [Math.max(18, one.age - 5), Math.max(18, one.age + 5)] as const;
    const sameName = married && random.chance(0.85);
    const name = sameName ? one.familyName : random.pick(namePools[heritage].family);
    return add({ ages, gender, familyName: name, partner: { of: one, married }, present });
  };
  /** A parent of theirs was at least 17 when they were born, and a mother at most 45. */
  const childrenOf = (parents: readonly Member[], count: number, oldest: number, youngest = 0): void => {
    const highest = Math.min(oldest, Math.min(...parents.map((parent) => parent.age)) - 18);
    const lowest = Math.max(
      youngest,
      Math.max(...parents.map((parent) => (parent.gender === 'FEMALE' ? parent.age - 44 : 0))),
    );
    if (highest < Math.max(lowest, 0)) return;
    const surname = (random.chance(0.8) ? parents[0] : parents.at(-1))?.familyName ?? familyName;
    const children: Member[] = [];
    for (let child = 0; child < count; child++) {
      children.push(add({ ages: [lowest, highest], familyName: surname, parents, siblings: [...children] }));
    }
  };
  const someChildren = () =>
    random.weighted([
      [40, 1],
      [37, 2],
      [16, 3],
      [7, 4],
    ]);

  switch (kind) {
    case 'SINGLE_ADULT':
      add({ ages: [20, 64] });
      break;
    case 'SINGLE_ELDER':
      add({ ages: [65, 94], gender: random.chance(0.66) ? 'FEMALE' : 'MALE' });
      break;
    case 'COUPLE':
      partnerFor(add({ ages: [23, 64] }));
      break;
    case 'ELDER_COUPLE':
      partnerFor(add({ ages: [64, 90] }));
      break;
    case 'COUPLE_WITH_CHILDREN': {
      const head = add({ ages: [22, 54] });
      childrenOf([head, partnerFor(head)], someChildren(), 18);
      break;
    }
    case 'SINGLE_PARENT': {
      const head = add({ ages: [19, 52], gender: random.chance(0.82) ? 'FEMALE' : 'MALE' });
      childrenOf([head], someChildren(), 18);
      break;
    }
    case 'THREE_GENERATIONS': {
      const grandparent = add({ ages: [42, 80], gender: random.chance(0.75) ? 'FEMALE' : 'MALE' });
      const parent = add({
        ages: [Math.max(18, grandparent.age - 38), grandparent.age - 20],
        parents: [grandparent],
      });
      const parents = random.chance(0.45) ? [parent, partnerFor(parent)] : [parent];
      childrenOf(parents, random.between(1, 3), 17);
      break;
    }
    case 'GRANDPARENTS_RAISING': {
      const head = add({ ages: [44, 74], gender: 'FEMALE' });
      const grandparents = random.chance(0.4) ? [head, partnerFor(head)] : [head];
      const absent = add({
        ages: [Math.max(20, head.age - 40), Math.max(20, head.age - 18)],
        gender: 'FEMALE',
        parents: grandparents,
        present: false,
      });
      childrenOf([absent], random.between(1, 3), 17);
      break;
    }
    case 'ADULT_CHILD_AT_HOME': {
      const head = add({ ages: [44, 85] });
      const parents = random.chance(0.6) ? [head, partnerFor(head)] : [head];
      const youngest = Math.min(...parents.map((parent) => parent.age));
      if (youngest >= 37) childrenOf(parents, random.chance(0.8) ? 1 : 2, 45, 19);
      break;
    }
    case 'ROOMMATES': {
      add({ ages: [20, 45] });
      add({ ages: [20, 45], familyName: random.pick(namePools[heritage].family), language: 'en' });
      break;
    }
    case 'FOSTER_FAMILY': {
      const head = add({ ages: [30, 60] });
      const fosterParents = random.chance(0.7) ? [head, partnerFor(head)] : [head];
      if (random.chance(0.4)) childrenOf(fosterParents, 1, 16);
      const origin = random.pick(['GENERAL', 'AFRICAN_AMERICAN', 'HISPANIC'] as const);
      const surname = random.pick(namePools[origin].family);
      const birthMother = add({
        ages: [32, 44],
        heritage: origin,
        familyName: surname,
        gender: 'FEMALE',
        language: 'en',
        present: false,
      });
      const count = random.chance(0.65) ? 1 : 2;
      const children: Member[] = [];
      for (let child = 0; child < count; child++) {
        const foster = add({
          ages: [0, Math.min(17, birthMother.age - 18)],
          heritage: origin,
          familyName: surname,
          language: 'en',
          parents: [birthMother],
          fosterParents,
          siblings: [...children],
        });
        children.push(foster);
      }
      break;
    }
    default:
      return kind satisfies never;
  }
  return { kind, members };
}
