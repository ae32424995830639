import type { EmergencyReason } from '../../schema/approvals/emergency.ts';

/** What an answer shows only because an emergency was declared. */
export interface EmergencyDisclosure {
  /** Names the emergency in emou, where the requester's own words are: those are in no record. */
  readonly reference: string;
  readonly reason: EmergencyReason;
  /** Datasets by the id of the person whose data is shown. */
  readonly datasets: ReadonlyMap<string, readonly string[]>;
}

/** What a requester says to declare an emergency. */
export interface EmergencyDeclaration {
  readonly reason: EmergencyReason;
  readonly words: string;
  /** Whose household it is for. */
  readonly personId: string;
}
