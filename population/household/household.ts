import type { Place } from '../places/drawPlace.ts';
import type { RandomStream } from '../random/randomStream.ts';
import type { SystemNumbers } from '../random/systemNumbers.ts';
import type { CustodyStatus } from '../systems/corrections.ts';
import type { HouseholdKind } from './drawFamily.ts';
import type { Member } from './member.ts';

/** Child welfare case for children of the household. */
export type ChildCase =
  | { readonly kind: 'WARDS'; readonly children: readonly Member[]; readonly placement: 'RELATIVE' | 'FOSTER' | 'AWAY' }
  | { readonly kind: 'INTACT' | 'SUPERVISION' | 'CLOSED'; readonly children: readonly Member[] };

/** A household and what happened to its people: what the systems' records are drawn from, so that they agree. */
export interface Household {
  readonly index: number;
  readonly id: string;
  readonly kind: HouseholdKind;
  readonly random: RandomStream;
  readonly numbers: SystemNumbers;
  readonly place: Place;
  /** Those whose household of record this is, the dead and the absent included; heads first. */
  readonly members: readonly Member[];
  /** Living members who share table and purse: not in custody, not in the care of the state. */
  readonly unit: readonly Member[];
  readonly deceased: Member | null;
  readonly disabled: ReadonlySet<Member>;
  readonly custody: { readonly member: Member; readonly status: CustodyStatus } | null;
  readonly childCase: ChildCase | null;
  readonly violenceVictim: Member | null;
  readonly addressProtected: boolean;
  readonly homeless: boolean;
  /** Income of the unit. */
  readonly percentOfPoverty: number;
  /** Cents. */
  readonly monthlyIncome: number;
}

export function isWard(household: Household, member: Member): boolean {
  return household.childCase?.kind === 'WARDS' && household.childCase.children.includes(member);
}

/** True if a sentence keeps the member away from home on the reference day. */
export function isAway(custody: Household['custody'], member: Member): boolean {
  return custody !== null && custody.member === member && AWAY_STATUSES.includes(custody.status);
}

export const AWAY_STATUSES: readonly CustodyStatus[] = ['IN_CUSTODY', 'OUT_TO_COURT', 'ESCAPE'];
