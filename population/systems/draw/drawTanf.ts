import { firstOfMonth, isoDate, lastOfMonth } from '../../calendarDay.ts';
import { recordedName } from '../../clericalErrors.ts';
import type { Household } from '../../household/household.ts';
import type { Member } from '../../household/member.ts';
import { monthlyPovertyLevel } from '../../household/povertyLevel.ts';
import { referenceDay } from '../../referenceDay.ts';
import type { TanfCaseRow, TanfClientRow } from '../tanf.ts';
import { drawOffice } from './drawOffice.ts';

export interface TanfRecords {
  readonly tanfCase: TanfCaseRow;
  /** Clients by the member they are; the payee of a child-only case is one too. */
  readonly clients: ReadonlyMap<Member, TanfClientRow>;
}

/** The household's case with TANF: very low income and a child at home, or children whom relatives raise. */
export function drawTanf(household: Household): TanfRecords | null {
  const { random, unit, percentOfPoverty, numbers, index } = household;
  const children = unit.filter((member) => member.age < 18);
  const childOnly = household.kind === 'GRANDPARENTS_RAISING';
  if (children.length === 0 || !random.chance(childOnly ? 0.25 : percentOfPoverty <= 50 ? 0.5 : 0)) return null;
  const caretakers = childOnly ? unit : unit.filter((adult) => children.some((one) => one.parents.includes(adult)));
  const payee = caretakers.find((member) => member.age >= 18) ?? unit.find((member) => member.age >= 18);
  if (!payee) return null;

  const adults = childOnly ? [] : [payee, ...caretakers.filter((adult) => adult !== payee && adult.age >= 18)];
  const assisted = [...adults, ...children];
  const status = random.weighted([
    [90, 'ACTIVE'],
    [3, 'PENDING'],
    [5, 'CANCELLED'],
    [1, 'DENIED'],
    [1, 'SUSPENDED'],
  ]);
  const monthsAgo = status === 'CANCELLED' ? random.between(12, 30) : status === 'PENDING' ? 0 : random.between(1, 11);
  const approval = status === 'PENDING' ? referenceDay : firstOfMonth(referenceDay, -monthsAgo) + random.between(0, 27);
  const end = lastOfMonth(approval, 11);
  // 35 percent of the poverty level; three quarters of that for children alone (305 ILCS 5/4-2).
  const paymentLevel = Math.round((monthlyPovertyLevel(assisted.length) * (childOnly ? 0.2625 : 0.35)) / 100) * 100;
  const sanctionLevel = childOnly || !random.chance(0.07) ? 0 : random.between(1, 3);
  const withheld = sanctionLevel === 3 ? paymentLevel : sanctionLevel > 0 ? paymentLevel / 2 : 0;
  const counted = childOnly ? 0 : Math.round(household.monthlyIncome * 0.25);
  const paid = status === 'ACTIVE' ? Math.max(0, Math.round(paymentLevel - withheld - counted)) : 0;
  const caseNumber = numbers.tanfCase(index);

  const clients = new Map<Member, TanfClientRow>();
  for (const member of childOnly ? [payee, ...assisted] : assisted) {
    const working = !childOnly && member.age >= 18;
    clients.set(member, {
      clientId: numbers.tanfClient(index, member.place),
      caseNumber,
      ...recordedName(random, member),
      // The lifetime limit counts adults only (45 CFR 264.1).
      monthsCounted: working && member.age >= 19 ? random.between(1, 56) : 0,
      sanctionLevel: working ? sanctionLevel : 0,
      serviceActivities: working ? drawActivities(household) : [],
      domesticViolenceExclusion: member === household.violenceVictim,
    });
  }
  return {
    clients,
    tanfCase: {
      caseNumber,
      status,
      payeeClientId: numbers.tanfClient(index, payee.place),
      childOnly,
      approvalDate: isoDate(approval),
      certificationEnd: isoDate(end),
      redeterminationDue: isoDate(end),
      unitSize: assisted.length,
      office: drawOffice(random, household.place.county),
      grantAmount: paid,
      paymentLevel,
      lastPaymentDate:
        paid > 0
          ? isoDate(firstOfMonth(referenceDay, 0))
          : status === 'CANCELLED'
            ? isoDate(firstOfMonth(end, 0))
            : null,
    },
  };
}

function drawActivities({ random }: Household): readonly string[] {
  const first = random.pick(['JOB_SEARCH', 'EMPLOYMENT', 'WORK_EXPERIENCE']);
  const second = random.pick(['BASIC_EDUCATION', 'VOCATIONAL_TRAINING', 'PARENTING']);
  return random.chance(0.5) ? [first] : [first, second];
}
