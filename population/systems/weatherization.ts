import type { WeatherizationEventKind } from '../../schema/generated/enums/weatherization.ts';
import type { RecordedName } from '../clericalErrors.ts';
import type { EventRow } from './eventRow.ts';

export type WeatherizationStatus =
  | 'WAITLIST'
  | 'APPLIED'
  | 'AUDITED'
  | 'IN_PROGRESS'
  | 'FINAL_INSPECTION'
  | 'COMPLETE'
  | 'DEFERRED';

export interface EnergyApplicationRow {
  readonly applicationNumber: string;
  readonly applicantClientId: string;
  readonly status: WeatherizationStatus;
  readonly programYear: number;
  readonly localAgency: string;
  readonly benefitType: 'PIPP' | 'DVP' | 'CASH' | 'CRISIS_RECONNECTION' | 'FURNACE' | 'COOLING';
  /** Cents. */
  readonly benefitAmount: number;
  readonly fuelType: 'ELECTRIC' | 'NAT_GAS' | 'PROPANE' | 'OIL' | 'WOOD';
  readonly utilityVendor: string;
  readonly disconnectionStatus: 'CONNECTED' | 'NOTICE' | 'OFF';
  readonly arrearage: number;
  readonly priorityGroups: readonly string[];
  readonly incomePercentOfPoverty: number;
  readonly categoricalBasis: 'LIHEAP' | 'SSI' | 'TANF' | 'AABD' | 'HUD' | 'USDA_RD' | null;
  readonly dwellingType: 'SITE_BUILT' | 'MOBILE' | 'MULTIFAMILY_SMALL' | 'MULTIFAMILY_LARGE';
  readonly tenure: 'OWN' | 'RENT';
  readonly yearBuilt: number;
  readonly occupants: number;
  readonly auditDate: string | null;
  readonly savingsToInvestmentRatio: number | null;
  readonly blowerDoorPre: number | null;
  readonly blowerDoorPost: number | null;
  readonly measures: readonly string[];
  readonly healthSafetyFindings: readonly string[];
  readonly deferralReason: string | null;
  readonly completionDate: string | null;
  readonly fundingSource: 'DOE' | 'HHS' | 'STATE' | 'UTILITY' | null;
}

export interface EnergyClientRow extends RecordedName {
  readonly clientId: string;
  readonly applicationNumber: string;
}

export interface EnergyEventRow extends EventRow {
  readonly clientId: string;
  readonly kind: WeatherizationEventKind;
  readonly measure: string | null;
}
