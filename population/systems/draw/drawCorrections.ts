import { type CalendarDay, calendarDate, isoDate } from '../../calendarDay.ts';
import { recordedName } from '../../clericalErrors.ts';
import type { Household } from '../../household/household.ts';
import type { Member } from '../../household/member.ts';
import type { RandomStream } from '../../random/randomStream.ts';
import { referenceDay } from '../../referenceDay.ts';
import type { CustodyRow, CustodyStatus, SentenceRow } from '../corrections.ts';

export interface CorrectionsRecords {
  readonly member: Member;
  readonly admission: CalendarDay;
  readonly custody: CustodyRow;
  readonly sentences: readonly SentenceRow[];
}

const offenses = [
  ['CLASS_4', 'Possession of a controlled substance', 1, 3],
  ['CLASS_4', 'Aggravated driving under the influence', 1, 3],
  ['CLASS_3', 'Aggravated battery', 2, 5],
  ['CLASS_3', 'Theft above $500', 2, 5],
  ['CLASS_2', 'Burglary', 3, 7],
  ['CLASS_2', 'Robbery', 3, 7],
  ['CLASS_1', 'Residential burglary', 4, 15],
  ['CLASS_1', 'Manufacture or delivery of cocaine', 4, 15],
  ['X', 'Armed robbery', 6, 30],
  ['X', 'Home invasion', 6, 30],
  ['M', 'First degree murder', 20, 45],
] as const;
/** Share of a sentence that is served, and months of supervised release after it (730 ILCS 5/3-6-3, 5-4.5). */
const served = { CLASS_4: 0.5, CLASS_3: 0.5, CLASS_2: 0.5, CLASS_1: 0.5, X: 0.85, M: 1 } as const;
const supervised = { CLASS_4: 6, CLASS_3: 6, CLASS_2: 12, CLASS_1: 12, X: 18, M: 36 } as const;

export const INSTITUTIONS_OF_MEN = [
  'Menard Correctional Center',
  'Pontiac Correctional Center',
  'Sheridan Correctional Center',
  'Dixon Correctional Center',
  'Hill Correctional Center',
  'Lawrence Correctional Center',
  'Pinckneyville Correctional Center',
  'Shawnee Correctional Center',
  'Big Muddy River Correctional Center',
  'Danville Correctional Center',
  'Graham Correctional Center',
  'Western Illinois Correctional Center',
] as const;
export const INSTITUTIONS_OF_WOMEN = ['Logan Correctional Center', 'Decatur Correctional Center'] as const;

/** The record of the one member whom corrections know. Dates run offense, admission, release, discharge. */
export function drawCorrections(household: Household): CorrectionsRecords | null {
  const { random, custody, numbers, index, place } = household;
  if (!custody) return null;
  // Drawn from the living members, so no one in custody is dead.
  const { member, status } = custody;
  const idocNumber = numbers.idoc(index);
  const adultDays = referenceDay - member.birthDay - Math.ceil(18 * 365.25);
  const candidates = offenses.filter(([, , least]) => adultDays > least * 365);
  const [felony, offense, least, most] = random.pick(candidates.length > 0 ? candidates : [offenses[0]]);
  const years = random.between(least, most);
  const months = random.chance(0.25) && years < most ? 6 : 0;
  const servedDays = Math.round((years + months / 12) * 365.25 * served[felony]);
  const releasedDays = supervised[felony] * 30;
  const { admission, release, discharge } = drawTerm(random, status, servedDays, releasedDays, adultDays);
  const inside = status === 'IN_CUSTODY' || status === 'OUT_TO_COURT';
  const onRelease = status === 'MSR' || status === 'PAROLE';
  const arrest = Math.max(admission - random.between(30, 300), referenceDay - adultDays);
  const institutions = member.gender === 'FEMALE' ? INSTITUTIONS_OF_WOMEN : INSTITUTIONS_OF_MEN;

  return {
    member,
    admission,
    custody: {
      idocNumber,
      ...recordedName(random, member),
      status,
      parentInstitution: inside ? random.pick(institutions) : null,
      admissionDate: isoDate(admission),
      admissionType: random.weighted([
        [75, 'COURT'],
        [18, 'TECHNICAL_VIOLATION'],
        [7, 'NEW_SENTENCE_VIOLATOR'],
      ]),
      projectedMsrDate: inside || status === 'ESCAPE' ? isoDate(release) : null,
      projectedDischargeDate: status === 'DISCHARGED' ? null : isoDate(discharge),
      lastParoledDate: onRelease || status === 'DISCHARGED' ? isoDate(release) : null,
      violentOffenderRegistration: felony === 'M' || random.chance(0.04),
      msrConditions: onRelease || inside ? drawConditions(random) : [],
      paroleAgent: onRelease ? `PA-${random.between(1000, 2999)}` : null,
      supervisionLevel: onRelease ? random.pick(['MAXIMUM', 'MEDIUM', 'MEDIUM', 'MINIMUM']) : null,
      visitsAllowed: !random.chance(0.06),
      noContactOrders: random.chance(0.12) ? [random.pick(['FORMER_SPOUSE', 'VICTIM', 'CO_DEFENDANT'])] : [],
      programs: drawPrograms(random),
      highSchoolEquivalency: random.chance(0.4),
      disciplinaryRecord: random.chance(0.35)
        ? [`${isoDate(admission + Math.min(60, Math.max(0, referenceDay - admission)))} ${random.pick(INFRACTIONS)}`]
        : [],
      gangAffiliation: random.chance(0.2) ? random.pick(GANGS) : null,
      grievances: random.chance(0.15) ? [random.pick(GRIEVANCES)] : [],
      mentalHealthTreatment: random.chance(0.3) ? random.pick(TREATMENTS) : null,
    },
    sentences: [
      {
        idocNumber,
        mittimus: `${String(calendarDate(arrest).year % 100).padStart(2, '0')}CF${String(random.between(1, 9999)).padStart(4, '0')}`,
        class: felony,
        counts: random.weighted([
          [80, 1],
          [15, 2],
          [5, 3],
        ]),
        offense,
        custodyDate: isoDate(arrest),
        sentenceYears: years,
        sentenceMonths: months,
        county: place.county.name,
      },
    ],
  };
}

interface Term {
  readonly admission: CalendarDay;
  readonly release: CalendarDay;
  readonly discharge: CalendarDay;
}

/** Admission, release and discharge around the reference day as the status wants it, and never before adulthood. */
function drawTerm(
  random: RandomStream,
  status: CustodyStatus,
  servedDays: number,
  releasedDays: number,
  adultDays: number,
): Term {
  const term = (admission: CalendarDay, inside: number, supervisedDays: number): Term => ({
    admission,
    release: admission + inside,
    discharge: admission + inside + supervisedDays,
  });
  switch (status) {
    case 'IN_CUSTODY':
    case 'OUT_TO_COURT':
    case 'ESCAPE': {
      const since = random.between(1, Math.max(1, Math.min(servedDays - 10, adultDays - 40)));
      return term(referenceDay - since, Math.max(servedDays, since + 10), releasedDays);
    }
    case 'MSR':
    case 'PAROLE': {
      const inside = Math.max(60, Math.min(servedDays, adultDays - releasedDays - 40));
      const since = random.between(1, Math.max(1, Math.min(releasedDays - 5, adultDays - inside - 20)));
      return term(referenceDay - since - inside, inside, releasedDays);
    }
    case 'DISCHARGED': {
      const inside = Math.max(60, Math.min(servedDays, Math.floor(adultDays / 2)));
      const supervisedDays = Math.min(releasedDays, Math.max(30, Math.floor(adultDays / 6)));
      const latest = Math.max(5, adultDays - inside - supervisedDays - 20);
      const since = random.between(1, Math.min(latest, 3650));
      return term(referenceDay - since - supervisedDays - inside, inside, supervisedDays);
    }
    default:
      return status satisfies never;
  }
}

const INFRACTIONS = [
  'contraband, seven days of segregation',
  'fighting, loss of privileges',
  'disobeying an order',
] as const;
const GANGS = [
  'South Side Lords, inactive',
  'West Side Vice, active',
  'Northwest Royals, renounced',
  'Metro East Disciples, suspected',
] as const;
const GRIEVANCES = [
  'Delay of medical care',
  'Lost property on transfer',
  'Denied visit',
  'Food without allergy note',
] as const;
const TREATMENTS = [
  'Weekly group therapy, outpatient level',
  'Psychotropic medication, reviewed monthly',
  'Residential treatment unit',
] as const;

function drawConditions(random: RandomStream): readonly string[] {
  const first = random.pick(['CURFEW', 'ELECTRONIC_MONITORING', 'NO_WEAPONS']);
  return random.chance(0.5)
    ? [first]
    : [first, random.pick(['SUBSTANCE_USE_TREATMENT', 'EMPLOYMENT_SEARCH', 'ANGER_MANAGEMENT'])];
}

function drawPrograms(random: RandomStream): readonly string[] {
  return random.chance(0.5)
    ? [random.pick(['PARENTING', 'WELDING', 'CULINARY_ARTS', 'COLLEGE_COURSES', 'REENTRY_SUMMIT'])]
    : [];
}
