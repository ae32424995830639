import { GOVERNORS_OFFICE, STEWARD_AGENCY } from './terms/vocabulary.ts';

/** What the agreement leaves open, with the defaults proposed to its parties. */
export interface AgreementSettings {
  readonly responseBusinessDays: number;
  readonly extensionBusinessDays: number;
  /** The most that both sides may agree on, beyond the first ten. */
  readonly agreedExtensionBusinessDays: number;
  /** Time in which the owner may appeal an overturn. */
  readonly appealBusinessDays: number;
  /** Service target of the COO's decision: shown, never a deadline. */
  readonly appealTargetHours: number;
  /** Whether overturned fields close while the appeal runs. */
  readonly appealStaysAccess: boolean;
  readonly maximumMonths: number;
  /** Days before its end from which an agreement can be renewed. */
  readonly renewalWindowDays: number;
  /** Agency of the chief information officer, before whom refusals and revocations are brought first. */
  readonly stewardAgency: string;
  /** Agency of the chief operating officer, who has the last word. It need not be a signatory. */
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
