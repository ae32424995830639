import { type CalendarDay, firstOfMonth, isoDate, lastOfMonth } from '../../calendarDay.ts';
import { recordedName } from '../../clericalErrors.ts';
import { type Household, isAway, isWard } from '../../household/household.ts';
import type { Member } from '../../household/member.ts';
import { referenceDay } from '../../referenceDay.ts';
import type { CoverageRow, EligibilityGroup, ManagedCarePlan } from '../medicaid.ts';
import { drawDiagnoses } from './drawDiagnoses.ts';
import { drawProvider } from './drawProvider.ts';

/** Coverage of each member who has or had one; `admission` is the day on which a member went to prison. */
export function drawMedicaid(household: Household, admission: CalendarDay | null): ReadonlyMap<Member, CoverageRow> {
  const coverages = new Map<Member, CoverageRow>();
  for (const member of household.members) {
    const group = drawGroup(household, member);
    if (group) coverages.set(member, drawCoverage(household, member, group, admission));
  }
  return coverages;
}

/** The group under which a member is covered; income limits are those of Illinois in percent of poverty. */
function drawGroup(household: Household, member: Member): EligibilityGroup | null {
  const { random, unit } = household;
  // MAGI (42 CFR 435.603) leaves out part of what the household lives on, more of it the more earners there are.
  const income = household.percentOfPoverty * (member.age < 19 ? 0.8 : 0.7);
  if (isWard(household, member)) return 'FOSTER_CARE';
  const covered = (group: EligibilityGroup, takeUp: number) => (random.chance(takeUp) ? group : null);
  if (member.age < 19) {
    if (income <= 147) return covered('ALL_KIDS_ASSIST', 0.93);
    if (income <= 157) return covered('ALL_KIDS_SHARE', 0.75);
    return income <= 318 ? covered('ALL_KIDS_PREMIUM', income <= 220 ? 0.6 : 0.35) : null;
  }
  if (member.age >= 65) return income <= 100 ? covered('AABD', 0.8) : null;
  if (household.disabled.has(member)) {
    if (income <= 100) return covered('AABD', 0.85);
    return income <= 350 ? covered('HBWD', 0.05) : null;
  }
  if (member.age <= 25 && random.chance(0.006)) return 'FORMER_FOSTER_CARE';
  const children = unit.filter((other) => other.age < 19 && other.parents.includes(member));
  const newborn = children.some((child) => child.age === 0);
  if (member.gender === 'FEMALE' && newborn && income <= 213) return covered('MOMS_AND_BABIES', 0.85);
  if (income > 138) return null;
  return children.length > 0 ? covered('FAMILY_CARE', 0.9) : covered('ACA_ADULT', 0.84);
}

function drawCoverage(
  household: Household,
  member: Member,
  group: EligibilityGroup,
  admission: CalendarDay | null,
): CoverageRow {
  const { random, numbers, index } = household;
  const imprisoned = isAway(household.custody, member) ? admission : null;
  const ended = imprisoned !== null || member === household.deceased;
  const status =
    ended || (group !== 'FOSTER_CARE' && random.chance(0.04)) ? 'CANCELLED' : drawOpenStatus(household, group);
  const monthsAgo = status === 'DRAFT' ? 0 : random.between(status === 'CANCELLED' ? 12 : 1, 60);
  const wanted = firstOfMonth(referenceDay, -monthsAgo);
  // Coverage is suspended at the prison's door (42 CFR 435.1009).
  const cancelled = Math.max(
    lastOfMonth(imprisoned ?? referenceDay, imprisoned ? 0 : -random.between(1, 10)),
    member.birthDay,
  );
  const end = status === 'CANCELLED' ? cancelled : null;
  const started = Math.max(wanted, member.birthDay);
  const start = end !== null && started > end ? Math.max(firstOfMonth(end, -6), member.birthDay) : started;
  const child = member.age < 19;
  const anniversary = lastOfMonth(referenceDay, random.between(0, 11));
  const nonMagi = group === 'AABD' || group === 'HBWD' || group === 'FOSTER_CARE';
  const emergencyOnly = member.language !== 'en' && group === 'ACA_ADULT' && random.chance(0.06);
  const plan = drawPlan(household, group, status, emergencyOnly);
  const provider = plan !== 'FEE_FOR_SERVICE' || random.chance(0.4) ? drawProvider(random) : null;
  const lastVisit = referenceDay - random.between(5, 500);
  return {
    rin: numbers.medicaidRin(index, member.place),
    ...recordedName(random, member),
    status,
    eligibilityGroup: group,
    magiBasis: nonMagi ? 'NON_MAGI' : 'MAGI',
    coverageStart: isoDate(start),
    coverageEnd: end === null ? null : isoDate(end),
    retroactiveMonths: random.weighted([
      [70, 0],
      [12, 1],
      [9, 2],
      [9, 3],
    ]),
    redeterminationDate: end === null ? isoDate(anniversary) : null,
    continuousEligibilityThrough: end === null && child ? isoDate(anniversary) : null,
    managedCarePlan: plan,
    relationship: relationshipOf(member, group, child),
    emergencyOnly,
    providerName: provider?.name ?? null,
    providerNpi: provider?.npi ?? null,
    lastWellChildVisit: child && lastVisit >= start ? isoDate(lastVisit) : null,
    immunizationsUpToDate: child ? random.chance(0.86) : null,
    ...drawDiagnoses(random, member),
    waiverProgram:
      nonMagi && household.disabled.has(member) && random.chance(0.3) ? drawWaiver(household, member) : null,
    spendDownAmount: group === 'AABD' && random.chance(0.12) ? random.between(20, 400) * 100 : null,
    thirdPartyLiability: random.chance(0.05),
    medicareDualStatus:
      member.age >= 65 || (group === 'AABD' && random.chance(0.4))
        ? random.pick(['QMB', 'SLMB', 'FULL', 'FULL'])
        : 'NONE',
    magiIncome: nonMagi ? null : household.monthlyIncome * 12 + random.between(0, 99),
  };
}

function drawOpenStatus({ random }: Household, group: EligibilityGroup): CoverageRow['status'] {
  if (group === 'FOSTER_CARE') return 'ACTIVE';
  return random.weighted([
    [975, 'ACTIVE'],
    [22, 'DRAFT'],
    [3, 'ENTERED_IN_ERROR'],
  ]);
}

/** CountyCare serves Cook only, YouthCare those in or lately out of care. */
function drawPlan(
  { random, place }: Household,
  group: EligibilityGroup,
  status: CoverageRow['status'],
  emergencyOnly: boolean,
): ManagedCarePlan {
  if (group === 'FOSTER_CARE' || group === 'FORMER_FOSTER_CARE') return 'YOUTHCARE';
  if (emergencyOnly || status === 'DRAFT' || random.chance(group === 'AABD' ? 0.3 : 0.08)) return 'FEE_FOR_SERVICE';
  return random.weighted([
    [place.county.name === 'Cook' ? 30 : 0, 'COUNTYCARE'],
    [24, 'MERIDIAN'],
    [25, 'BCBSIL'],
    [14, 'AETNA'],
    [12, 'MOLINA'],
  ]);
}

function relationshipOf(member: Member, group: EligibilityGroup, child: boolean): CoverageRow['relationship'] {
  if (group === 'FOSTER_CARE') return 'SELF';
  if (child) return member.parents.some((parent) => parent.present) ? 'CHILD' : 'OTHER';
  return member.partner?.married ? 'SPOUSE' : 'SELF';
}

function drawWaiver({ random }: Household, member: Member): string {
  if (member.age >= 60) return random.pick(['ELDERLY', 'SUPPORTIVE_LIVING']);
  return random.pick(['PERSONS_WITH_DISABILITIES', 'BRAIN_INJURY', 'DEVELOPMENTAL_DISABILITIES']);
}
