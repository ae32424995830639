import { demonstrationHousehold } from '../../population/demonstration/demonstrationHousehold.ts';
import type { AgencyCode } from '../../schema/catalog/agencies.ts';
import type { Purpose } from '../../schema/catalog/purposes.ts';

/** Claims of a token: requester, agency, and purpose. */
export interface Who {
  readonly agency: AgencyCode;
  readonly purpose: Purpose;
  readonly roles: readonly string[];
  /** Absent for a requester without a case. */
  readonly subject?: string | undefined;
}

const caseworker = ['CASEWORKER'];
const dataOfficer = ['DATA_OFFICER'];

/** Requesters of the seeded approvals. */
export const fosterCare: Who = { agency: 'DCFS', purpose: 'FOSTER_CARE_CASE', roles: caseworker };
export const childProtection: Who = {
  agency: 'DCFS',
  purpose: 'CHILD_PROTECTION',
  roles: caseworker,
  subject: demonstrationHousehold.caseworker,
};
export const schoolSupport: Who = { agency: 'ISBE', purpose: 'EDUCATION_SUPPORT', roles: caseworker };
export const reentry: Who = { agency: 'IDOC', purpose: 'REENTRY_PLANNING', roles: caseworker };
export const energyAssistance: Who = { agency: 'DCEO', purpose: 'ENERGY_ASSISTANCE', roles: caseworker };

/** A signatory that owns nothing here and has no approval. */
export const aging: Who = { agency: 'IDOA', purpose: 'CARE_COORDINATION', roles: caseworker };

export const snapWorker: Who = { agency: 'IDHS', purpose: 'BENEFIT_ELIGIBILITY', roles: caseworker };
export const medicaidWorker: Who = { agency: 'HFS', purpose: 'BENEFIT_ELIGIBILITY', roles: caseworker };
export const indexSteward: Who = { agency: 'DOIT', purpose: 'DATA_GOVERNANCE', roles: ['DATA_STEWARD'] };

/** Officers who ask for, approve and revoke access. */
export const dcfsOfficer: Who = { agency: 'DCFS', purpose: 'DATA_GOVERNANCE', roles: dataOfficer };
export const idhsOfficer: Who = { agency: 'IDHS', purpose: 'DATA_GOVERNANCE', roles: dataOfficer };
export const agingOfficer: Who = { agency: 'IDOA', purpose: 'DATA_GOVERNANCE', roles: dataOfficer };
