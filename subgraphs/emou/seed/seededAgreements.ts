import type { AgencyCode } from '../../../schema/catalog/agencies.ts';
import type { Purpose } from '../../../schema/catalog/purposes.ts';
import type { RequestTerms } from '../agreement/terms/terms.ts';

/** Initial access of one agency for one purpose. */
export interface SeededAgreement {
  readonly agency: AgencyCode;
  readonly purpose: Purpose;
  readonly grants: readonly SeededGrant[];
}

export interface SeededGrant {
  /** Dataset ids, or `<system>.*` for every dataset of the system that can be requested. */
  readonly datasets: readonly string[];
  readonly legalBasis: string;
  /** Conditions on the persons. Absent: everyone. */
  readonly conditions?: RequestTerms['conditions'];
  /** Masks. Absent: all values unmasked. */
  readonly transforms?: RequestTerms['transforms'];
}

const PERSON = 'Linking of persons under the agreement; 20 ILCS 1370; 815 ILCS 530';
const CUSTODY = '730 ILCS 5/3-5-1: access of welfare agencies, and facts of the public search';
const CHILD_WELFARE_TANF = '45 CFR 205.50(a)(1)(i): administration of title IV-B and IV-E plans; 305 ILCS 5/11-9';
const ENERGY = 'Application consent for energy assistance; 42 USC 8621-8630; 305 ILCS 20';

/**
 * Initial agreements. A child under investigation without custody opens less than a ward: no SNAP; TANF for the
 * worker's own cases; Medicaid and school records with consent, or in a declared emergency.
 */
export const seededAgreements: readonly SeededAgreement[] = [
  {
    agency: 'DCFS',
    purpose: 'FOSTER_CARE_CASE',
    grants: [
      { datasets: ['identity.demographics', 'identity.household', 'identity.address'], legalBasis: PERSON },
      {
        datasets: ['snap.participation', 'snap.history'],
        legalBasis: '7 CFR 272.1(c)(1): administration of a federal assistance program (title IV-E eligibility)',
        conditions: [['WARD'], ['CONSENT']],
      },
      { datasets: ['tanf.participation', 'tanf.benefits', 'tanf.history'], legalBasis: CHILD_WELFARE_TANF },
      {
        datasets: ['medicaid.enrollment', 'medicaid.providers', 'medicaid.history'],
        legalBasis: '42 CFR 431.302: providing services for beneficiaries; 45 CFR 164.502(g): representative of a ward',
        conditions: [['WARD']],
      },
      {
        datasets: ['education.enrollment', 'education.history'],
        legalBasis: '20 USC 1232g(b)(1)(L) (Uninterrupted Scholars Act): agency responsible for a student in placement',
        conditions: [['WARD']],
      },
      { datasets: ['corrections.custody', 'corrections.history'], legalBasis: CUSTODY },
      {
        datasets: ['weatherization.assistance', 'weatherization.dwelling', 'weatherization.history'],
        legalBasis: ENERGY,
      },
    ],
  },
  {
    agency: 'DCFS',
    purpose: 'CHILD_PROTECTION',
    grants: [
      { datasets: ['identity.*'], legalBasis: PERSON },
      {
        datasets: ['tanf.participation', 'tanf.history'],
        legalBasis: '45 CFR 205.50(a)(1)(i): title IV-B plan and reports of child abuse; 305 ILCS 5/11-9',
        conditions: [['HOUSEHOLD_OF_CASELOAD']],
      },
      {
        datasets: ['medicaid.enrollment', 'medicaid.providers', 'medicaid.history'],
        legalBasis:
          '42 CFR 431.306(d): permission of the family before a disclosure to an outside source, or an emergency',
        conditions: [['CONSENT'], ['EMERGENCY']],
      },
      {
        datasets: ['education.enrollment', 'education.history'],
        legalBasis: '34 CFR 99.30: written consent of the parent; 34 CFR 99.36: health or safety emergency',
        conditions: [['CONSENT'], ['EMERGENCY']],
      },
      { datasets: ['corrections.custody', 'corrections.history'], legalBasis: CUSTODY },
      { datasets: ['weatherization.*'], legalBasis: ENERGY },
    ],
  },
  {
    agency: 'ISBE',
    purpose: 'EDUCATION_SUPPORT',
    grants: [
      { datasets: ['identity.demographics'], legalBasis: PERSON },
      {
        datasets: ['snap.participation', 'snap.history'],
        legalBasis: '7 CFR 272.1(c)(1): local educational agencies, for free school meals; 42 USC 1758(b)',
      },
      {
        datasets: ['tanf.participation', 'tanf.history'],
        legalBasis: '45 CFR 205.50(a)(1)(i): federally assisted need-based program (school meals)',
      },
    ],
  },
  {
    agency: 'IDOC',
    purpose: 'REENTRY_PLANNING',
    grants: [
      { datasets: ['identity.demographics'], legalBasis: PERSON },
      {
        datasets: ['medicaid.enrollment', 'medicaid.history'],
        legalBasis: '42 CFR 431.302: establishing eligibility for beneficiaries who leave custody',
      },
      {
        datasets: ['snap.participation', 'snap.history'],
        legalBasis: "7 CFR 272.1(c)(1): administration of SNAP, by the household's own application at release",
      },
    ],
  },
  {
    agency: 'DCEO',
    purpose: 'ENERGY_ASSISTANCE',
    grants: [
      {
        datasets: ['identity.demographics'],
        legalBasis: PERSON,
        transforms: [{ field: 'Person.birthDate', transform: 'AGE_BAND' }],
      },
      { datasets: ['identity.household', 'identity.address'], legalBasis: PERSON },
      {
        datasets: ['snap.participation', 'snap.history'],
        legalBasis: '7 CFR 272.1(c)(1): federally assisted means-tested program (LIHEAP); 42 USC 8624(b)(2)(A)',
      },
      {
        datasets: ['tanf.participation', 'tanf.history'],
        legalBasis: '45 CFR 205.50(a)(1)(i): federally assisted need-based program (LIHEAP)',
      },
    ],
  },
];
