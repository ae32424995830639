import type { Heritage } from '../names/heritage.ts';
import { COLLAR_COUNTIES } from '../places/collarCounties.ts';
import type { County } from '../places/counties.ts';
import { drawPlace } from '../places/drawPlace.ts';
import type { HouseholdSeed } from '../random/householdSeeds.ts';
import { createRandomStream, type RandomStream } from '../random/randomStream.ts';
import type { SystemNumbers } from '../random/systemNumbers.ts';
import { drawFamily } from './drawFamily.ts';
import { drawIncome } from './drawIncome.ts';
import { drawChildCase, drawCustody, drawDeceased, drawDisabled } from './drawLifeEvents.ts';
import { type Household, isAway } from './household.ts';
import type { Member } from './member.ts';

/** Household number `index`, from its own seed alone: nothing depends on how many others there are. */
export function drawHousehold(index: number, seed: HouseholdSeed, numbers: SystemNumbers): Household {
  const random = createRandomStream(seed.stream);
  const place = drawPlace(random);
  const family = drawFamily(random, random.weighted(heritagesIn(place.county)), seed.personIds);
  const members = family.members.filter((member) => member.present);
  const income = drawIncome(random, family.kind, place.county);
  const deceased = drawDeceased(random, family.kind, members);
  const living = members.filter((member) => member !== deceased);
  const custody = drawCustody(random, living, income.percentOfPoverty);
  const childCase = drawChildCase(random, family.kind, living, income.percentOfPoverty);
  const wards: readonly Member[] = childCase?.kind === 'WARDS' ? childCase.children : [];
  const unit = living.filter((member) => !isAway(custody, member) && !wards.includes(member));
  const violenceVictim = drawViolenceVictim(random, unit);

  return {
    index,
    id: seed.householdId,
    kind: family.kind,
    random,
    numbers,
    place,
    members,
    unit,
    deceased,
    disabled: drawDisabled(random, living),
    custody,
    childCase,
    violenceVictim,
    addressProtected: random.chance(violenceVictim ? 0.5 : 0.002),
    homeless: income.percentOfPoverty < 80 && random.chance(0.04),
    percentOfPoverty: income.percentOfPoverty,
    monthlyIncome: income.monthlyIncomeOf(Math.max(1, unit.length)),
  };
}

function drawViolenceVictim(random: RandomStream, unit: readonly Member[]): Member | null {
  const adult = unit.find((member) => member.age >= 18);
  return adult && random.chance(0.008) ? adult : null;
}

const metropolitan: readonly (readonly [number, Heritage])[] = [
  [38, 'GENERAL'],
  [22, 'AFRICAN_AMERICAN'],
  [22, 'HISPANIC'],
  [6, 'POLISH'],
  [4, 'SOUTH_ASIAN'],
  [4, 'EAST_ASIAN'],
  [3, 'ARAB'],
  [1, 'UKRAINIAN'],
];
const collar: readonly (readonly [number, Heritage])[] = [
  [58, 'GENERAL'],
  [7, 'AFRICAN_AMERICAN'],
  [18, 'HISPANIC'],
  [4, 'POLISH'],
  [6, 'SOUTH_ASIAN'],
  [4, 'EAST_ASIAN'],
  [2, 'ARAB'],
  [1, 'UKRAINIAN'],
];
const downstate: readonly (readonly [number, Heritage])[] = [
  [83, 'GENERAL'],
  [9, 'AFRICAN_AMERICAN'],
  [6, 'HISPANIC'],
  [1, 'SOUTH_ASIAN'],
  [1, 'EAST_ASIAN'],
];

function heritagesIn(county: County): readonly (readonly [number, Heritage])[] {
  if (county.name === 'Cook') return metropolitan;
  return COLLAR_COUNTIES.includes(county.name) ? collar : downstate;
}
