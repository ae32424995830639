import type { Purpose } from '../../schema/catalog/purposes.ts';
import type { SeededAgreement } from '../../subgraphs/emou/seed/seededAgreements.ts';

/** Purpose of the workloads: everything in the example query is open for the first. */
export const OPEN_PURPOSE: Purpose = 'CARE_COORDINATION';
/** The same, but five systems' data of persons with a consent on file only, and three fields in a lesser form. */
export const CONDITIONAL_PURPOSE: Purpose = 'PROGRAM_INTEGRITY';

const LEGAL_BASIS = 'an agreement of the benchmark over synthetic people';
const IDENTITY = ['identity.demographics', 'identity.household', 'identity.address'];
const programs = [
  ['snap.participation'],
  ['tanf.participation', 'tanf.benefits'],
  ['medicaid.enrollment', 'medicaid.providers'],
  ['education.enrollment'],
  ['corrections.custody'],
  ['weatherization.assistance', 'weatherization.dwelling'],
];

/** Datasets that need a consent for the conditional purpose. */
export const consentedDatasets: readonly string[] = programs.slice(0, 4).flat();

/** Among others: what the register holds of an agreement costs a request nothing. */
export const benchAgreements: readonly SeededAgreement[] = [
  {
    agency: 'DCFS',
    purpose: OPEN_PURPOSE,
    grants: [{ datasets: [...IDENTITY, ...programs.flat()], legalBasis: LEGAL_BASIS }],
  },
  {
    agency: 'DCFS',
    purpose: CONDITIONAL_PURPOSE,
    grants: [
      { datasets: ['identity.household'], legalBasis: LEGAL_BASIS },
      {
        datasets: ['identity.demographics'],
        legalBasis: LEGAL_BASIS,
        transforms: [{ field: 'Person.birthDate', transform: 'YEAR_ONLY' }],
      },
      {
        datasets: ['identity.address'],
        legalBasis: LEGAL_BASIS,
        transforms: [{ field: 'Address.zip', transform: 'ZIP3' }],
      },
      {
        datasets: consentedDatasets.filter((id) => id !== 'medicaid.providers'),
        legalBasis: LEGAL_BASIS,
        conditions: [['CONSENT']],
      },
      {
        datasets: ['medicaid.providers'],
        legalBasis: LEGAL_BASIS,
        conditions: [['CONSENT']],
        transforms: [{ field: 'MedicaidProvider.npi', transform: 'LAST4' }],
      },
      { datasets: programs.slice(4).flat(), legalBasis: LEGAL_BASIS },
    ],
  },
];
