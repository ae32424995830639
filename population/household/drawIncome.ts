import { COLLAR_COUNTIES } from '../places/collarCounties.ts';
import type { County } from '../places/counties.ts';
import type { RandomStream } from '../random/randomStream.ts';
import type { HouseholdKind } from './drawFamily.ts';
import { monthlyPovertyLevel } from './povertyLevel.ts';

export interface Income {
  /** Whole percents of the federal poverty level. */
  readonly percentOfPoverty: number;
  /** Cents per month for a unit of this many people. */
  monthlyIncomeOf(people: number): number;
}

/** Middle of the incomes of each kind of household, in percent of the federal poverty level. */
const medians: Readonly<Record<HouseholdKind, number>> = {
  SINGLE_ADULT: 270,
  SINGLE_ELDER: 215,
  COUPLE: 500,
  ELDER_COUPLE: 380,
  COUPLE_WITH_CHILDREN: 380,
  SINGLE_PARENT: 165,
  THREE_GENERATIONS: 220,
  GRANDPARENTS_RAISING: 165,
  ADULT_CHILD_AT_HOME: 400,
  ROOMMATES: 320,
  FOSTER_FAMILY: 320,
};

export function drawIncome(random: RandomStream, kind: HouseholdKind, county: County): Income {
  const regional = county.name === 'Cook' ? 0.98 : COLLAR_COUNTIES.includes(county.name) ? 1.2 : 0.92;
  const percentOfPoverty = random.chance(0.02)
    ? 0
    : Math.round(medians[kind] * regional * Math.exp(0.8 * random.normal()));
  return {
    percentOfPoverty,
    monthlyIncomeOf: (people) => Math.round((monthlyPovertyLevel(people) * percentOfPoverty) / 100),
  };
}
