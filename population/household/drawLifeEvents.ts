import type { RandomStream } from '../random/randomStream.ts';
import type { CustodyStatus } from '../systems/corrections.ts';
import type { HouseholdKind } from './drawFamily.ts';
import { AWAY_STATUSES, type ChildCase, type Household } from './household.ts';
import type { Member } from './member.ts';

/**
 * Draws members who died recently and are still in the household of record, only if another person still lives there.
 */
export function drawDeceased(random: RandomStream, kind: HouseholdKind, members: readonly Member[]): Member | null {
  if (members.length < 2) return null;
  const oldest = members.reduce((one, other) => (other.birthDay < one.birthDay ? other : one));
  const others = members.filter((member) => member !== oldest);
  const adultLeft = others.some((member) => member.age >= 18);
  const probability = kind === 'ELDER_COUPLE' ? 0.02 : oldest.age >= 65 ? 0.01 : 0.001;
  return adultLeft && random.chance(probability) ? oldest : null;
}

export function drawDisabled(random: RandomStream, living: readonly Member[]): ReadonlySet<Member> {
  return new Set(living.filter((member) => random.chance(member.age >= 65 ? 0.28 : member.age >= 18 ? 0.08 : 0.035)));
}

/** At most one person of a household is known to corrections, and only an adult. */
export function drawCustody(
  random: RandomStream,
  living: readonly Member[],
  percentOfPoverty: number,
): Household['custody'] {
  const adults = living.filter((member) => member.age >= 19 && member.age <= 72);
  if (adults.length === 0) return null;
  const member = random.pick(adults);
  const risk = (member.gender === 'MALE' ? 0.046 : 0.006) * (percentOfPoverty < 150 ? 2 : 0.7);
  if (!random.chance(risk)) return null;
  const status = random.weighted<CustodyStatus>([
    [26, 'IN_CUSTODY'],
    [17, 'MSR'],
    [1, 'PAROLE'],
    [1, 'OUT_TO_COURT'],
    [0.2, 'ESCAPE'],
    [50, 'DISCHARGED'],
  ]);
  // A household of record needs a member at home, and a child is not left alone in it.
  const leavesNobody = !adults.some((adult) => adult !== member);
  return { member, status: leavesNobody && AWAY_STATUSES.includes(status) ? 'MSR' : status };
}

export function drawChildCase(
  random: RandomStream,
  kind: HouseholdKind,
  living: readonly Member[],
  percentOfPoverty: number,
): ChildCase | null {
  const minors = living.filter((member) => member.age < 18);
  if (minors.length === 0) return null;
  const fostered = minors.filter((member) => member.fosterParents.length > 0);
  if (fostered.length > 0) return { kind: 'WARDS', children: fostered, placement: 'FOSTER' };
  if (kind === 'GRANDPARENTS_RAISING') {
    return random.chance(0.11) ? { kind: 'WARDS', children: minors, placement: 'RELATIVE' } : null;
  }
  if (kind === 'FOSTER_FAMILY') return null;
  const risk = percentOfPoverty < 130 ? 2.4 : 0.5;
  const event = random.next() / risk;
  if (event < 0.001) return { kind: 'WARDS', children: [random.pick(minors)], placement: 'AWAY' };
  if (event < 0.006) return { kind: 'INTACT', children: minors };
  if (event < 0.008) return { kind: 'SUPERVISION', children: [random.pick(minors)] };
  return event < 0.018 ? { kind: 'CLOSED', children: minors } : null;
}
