import type { AgencyCode } from '../../schema/catalog/agencies.ts';
import type { Purpose } from '../../schema/catalog/purposes.ts';
import { demonstrationHousehold } from './demonstrationHousehold.ts';

export interface DemonstrationConsent {
  readonly personId: string;
  readonly discloser: AgencyCode;
  readonly recipient: AgencyCode;
  readonly datasets: readonly string[];
  readonly purpose: Purpose;
  readonly description: string;
  readonly signedBy: string;
  /** `given` holds until the end of next year, `expired` held until the end of last year, `revoked` was taken back since. */
  readonly state: 'given' | 'expired' | 'revoked';
}

const [, daughter, , , child] = demonstrationHousehold.persons;
/** Who signed, by their relation to the person: the signed document has the name. */
const PERSON = 'The person';
const MOTHER = 'The mother';
const foster = { recipient: 'DCFS', purpose: 'FOSTER_CARE_CASE' } as const;
const investigation = { recipient: 'DCFS', purpose: 'CHILD_PROTECTION' } as const;

/** Consents of the demonstration household to DCFS: each state that a consent can be in decides what some answer shows. */
export const demonstrationConsents: readonly DemonstrationConsent[] = [
  {
    ...foster,
    personId: daughter.id,
    discloser: 'IDHS',
    datasets: ['snap.participation', 'snap.history'],
    description: 'Participation in SNAP and its history, for the plan to return the child home.',
    signedBy: PERSON,
    state: 'given',
  },
  {
    ...foster,
    personId: child.id,
    discloser: 'IDHS',
    datasets: ['snap.participation', 'snap.history'],
    description: 'Participation in SNAP and its history, for the plan to return the sister home.',
    signedBy: MOTHER,
    state: 'revoked',
  },
  {
    ...investigation,
    personId: child.id,
    discloser: 'HFS',
    datasets: ['medicaid.enrollment', 'medicaid.providers', 'medicaid.history'],
    description: 'Medicaid coverage, its history, and primary care provider.',
    signedBy: MOTHER,
    state: 'given',
  },
  {
    ...investigation,
    personId: daughter.id,
    discloser: 'HFS',
    datasets: ['medicaid.enrollment', 'medicaid.providers', 'medicaid.history'],
    description: 'Medicaid coverage, its history, and primary care provider.',
    signedBy: PERSON,
    state: 'expired',
  },
  {
    ...investigation,
    personId: child.id,
    discloser: 'ISBE',
    datasets: ['education.enrollment', 'education.history'],
    description: 'Enrollment, its history, and attendance.',
    signedBy: MOTHER,
    state: 'given',
  },
];
