import { firstOfMonth, isoDate, lastOfMonth } from '../../calendarDay.ts';
import { recordedName } from '../../clericalErrors.ts';
import type { Household } from '../../household/household.ts';
import type { Member } from '../../household/member.ts';
import type { RandomStream } from '../../random/randomStream.ts';
import { referenceDay } from '../../referenceDay.ts';
import type { SnapCaseRow, SnapClientRow } from '../snap.ts';
import { drawOffice } from './drawOffice.ts';

export interface SnapRecords {
  readonly snapCase: SnapCaseRow;
  /** Clients by the member they are. */
  readonly clients: ReadonlyMap<Member, SnapClientRow>;
}

/** Largest monthly allotment by size of the unit and for each further person, in cents (fiscal year 2026). */
const LARGEST_ALLOTMENTS = [29_800, 54_600, 78_500, 99_400, 118_300, 142_100, 157_100, 178_900];
const FURTHER_PERSON = 21_800;

/** The household's case with SNAP, if it has one: those within 165 percent of poverty who applied. */
export function drawSnap(household: Household, hasTanf: boolean): SnapRecords | null {
  const { random, unit, percentOfPoverty, numbers, index } = household;
  const head = unit.find((member) => member.age >= 18);
  if (!head || !(hasTanf || (percentOfPoverty <= 165 && random.chance(percentOfPoverty <= 100 ? 0.93 : 0.72))))
    return null;

  const status = hasTanf ? 'ACTIVE' : drawStatus(random);
  const settled = unit.every((member) => member.age >= 60 || household.disabled.has(member) || member.age < 18);
  const months = settled ? 36 : 12;
  // A certification that ended lies behind, one that is pending starts this month.
  const monthsAgo =
    status === 'PENDING' ? 0 : status === 'CANCELLED' ? months + random.between(0, 8) : random.between(0, months - 1);
  const start = firstOfMonth(referenceDay, -monthsAgo);
  const end = lastOfMonth(start, months - 1);
  const gross = household.monthlyIncome;
  const net = netIncome(household, random);
  const allotment = status === 'ACTIVE' ? monthlyAllotment(unit.length, net.amount) : 0;
  const caseNumber = numbers.snapCase(index);

  const clients = new Map<Member, SnapClientRow>();
  for (const member of unit) {
    const workRequired = isSubjectToWorkRequirement(household, member);
    const abawdStatus = workRequired
      ? random.weighted([
          [70, 'MET'],
          [30, 'UNMET'],
        ])
      : 'EXEMPT';
    const immigrant = member.language !== 'en' && member.age >= 18 && random.chance(0.3);
    clients.set(member, {
      clientId: numbers.snapClient(index, member.place),
      caseNumber,
      ...recordedName(random, member),
      countable: !(member.age >= 18 && member !== head && random.chance(0.02)),
      abawdStatus,
      abawdCountableMonths: abawdStatus === 'UNMET' ? random.between(1, 3) : 0,
      intentionalProgramViolation: member.age >= 18 && random.chance(0.004),
      immigrationStatus: immigrant
        ? random.pick(['LAWFUL_PERMANENT_RESIDENT', 'REFUGEE', 'ASYLEE', 'PAROLEE', 'U_VISA_PENDING'])
        : random.chance(0.9)
          ? 'US_CITIZEN_BY_BIRTH'
          : null,
      domesticViolenceExclusion: member === household.violenceVictim,
    });
  }
  return {
    clients,
    snapCase: {
      caseNumber,
      status,
      headClientId: numbers.snapClient(index, head.place),
      certificationStart: isoDate(start),
      certificationEnd: isoDate(end),
      redeterminationDue: isoDate(end),
      midPointReportDue: months === 12 ? isoDate(lastOfMonth(start, 5)) : null,
      expeditedService: gross < 15_000 && random.chance(0.5),
      office: drawOffice(random, household.place.county),
      monthlyAllotment: allotment,
      grossIncome: gross,
      grossIncomeSource: drawIncomeSource(random, head),
      netIncome: net.amount,
      netIncomeSource: random.pick(['CLIENT', 'CLIENT', 'EMPLOYER', 'IEVS']),
      shelterDeduction: net.shelter,
      categoricallyEligible: hasTanf || random.chance(0.8),
    },
  };
}

function drawStatus(random: RandomStream) {
  return random.weighted([
    [89, 'ACTIVE'],
    [3, 'PENDING'],
    [5, 'CANCELLED'],
    [2, 'DENIED'],
    [1, 'SUSPENDED'],
  ]);
}

function drawIncomeSource(random: RandomStream, head: Member): SnapCaseRow['grossIncomeSource'] {
  return head.age >= 62
    ? random.weighted([
        [65, 'SSA'],
        [30, 'CLIENT'],
        [5, 'IRS'],
      ])
    : random.weighted([
        [45, 'CLIENT'],
        [25, 'EMPLOYER'],
        [18, 'IEVS'],
        [7, 'SSA'],
        [5, 'IRS'],
      ]);
}

/** 7 CFR 273.9(d): a fifth of earnings, the standard deduction, and shelter costs above half of what is left. */
function netIncome(household: Household, random: RandomStream): { readonly amount: number; readonly shelter: number } {
  const { unit, monthlyIncome } = household;
  const standard = unit.length <= 3 ? 20_900 : unit.length === 4 ? 22_300 : unit.length === 5 ? 26_100 : 29_900;
  const countable = Math.max(0, Math.round(monthlyIncome * 0.8) - standard);
  const costs = household.homeless ? 0 : random.between(45_000, 140_000);
  const shelter = Math.min(74_400, Math.max(0, costs - Math.floor(countable / 2)));
  return { amount: Math.max(0, countable - shelter), shelter };
}

/** 7 CFR 273.10(e): the largest allotment less 30 percent of net income; one and two persons get a minimum. */
function monthlyAllotment(people: number, net: number): number {
  const largest = LARGEST_ALLOTMENTS[people - 1] ?? (LARGEST_ALLOTMENTS.at(-1) ?? 0) + FURTHER_PERSON * (people - 8);
  const amount = Math.floor((largest - 0.3 * net) / 100) * 100;
  return Math.max(amount, people <= 2 ? 2_400 : 0);
}

/** Able-bodied adults without a child under 14 at home (7 CFR 273.24 as amended in 2025). */
function isSubjectToWorkRequirement(household: Household, member: Member): boolean {
  return (
    member.age >= 18 &&
    member.age <= 64 &&
    !household.disabled.has(member) &&
    !household.unit.some((other) => other.age < 14)
  );
}
