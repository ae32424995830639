import { GOVERNORS_OFFICE, STEWARD_AGENCY } from './terms/vocabulary.ts';

/** Settings that the agreement leaves open, with the defaults proposed to its parties. */
export interface AgreementSettings {
  readonly responseBusinessDays: number;
  readonly extensionBusinessDays: number;
  /** Maximum extension that both sides may agree on, beyond the first ten days. */
  readonly agreedExtensionBusinessDays: number;
  /** Time in which the owner may appeal an overturn. */
  readonly appealBusinessDays: number;
  /** Service target for the COO's decision: displayed, never a deadline. */
  readonly appealTargetHours: number;
  /** If true, overturned fields close while an appeal is pending. */
  readonly appealStaysAccess: boolean;
  readonly maximumMonths: number;
  /** Number of days before its end from which an agreement can be renewed. */
  readonly renewalWindowDays: number;
  /** Agency of the chief information officer, who reviews refusals and revocations first. */
  readonly stewardAgency: string;
  /** Agency of the chief operating officer, whose decision is final. It need not be a signatory. */
  readonly appealAgency: string;
}

export const DEFAULT_SETTINGS: AgreementSettings = {
  responseBusinessDays: 10,
  extensionBusinessDays: 5,
  agreedExtensionBusinessDays: 60,
  appealBusinessDays: 5,
  appealTargetHours: 48,
  appealStaysAccess: true,
  maximumMonths: 36,
  renewalWindowDays: 90,
  stewardAgency: STEWARD_AGENCY,
  appealAgency: GOVERNORS_OFFICE,
};
