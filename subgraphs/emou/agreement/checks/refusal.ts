/** Reason why a move was rejected. Codes are stable: clients and the command line may rely on them. */
export type RefusalCode =
  | 'STALE_HISTORY'
  | 'CLOCK_BEHIND_HISTORY'
  | 'NOT_POSSIBLE_NOW'
  | 'ANSWER_PERIOD_OVER'
  | 'NOT_YOUR_MOVE'
  | 'CONFLICT_OF_INTEREST'
  | 'REASON_MISSING'
  | 'REQUESTER_NOT_A_SIGNATORY'
  | 'OWNER_NOT_A_SIGNATORY'
  | 'UNKNOWN_DATASET'
  | 'OWN_DATASET'
  | 'DATASET_NOT_REQUESTABLE'
  | 'NO_FIELDS'
  | 'UNKNOWN_FIELD'
  | 'FIELD_REPEATED'
  | 'HARD_BAR'
  | 'NO_ROLES'
  | 'TRANSFORM_DOES_NOT_FIT'
  | 'EMERGENCY_NOT_ALLOWED'
  | 'CONDITION_OF_ANOTHER_OWNER'
  | 'TERM_NOT_ALLOWED'
  | 'REVIEW_NOT_IN_TERM'
  | 'RETENTION_NOT_ALLOWED'
  | 'LEGAL_BASIS_MISSING'
  | 'POPULATION_MISSING'
  | 'DIFFERENT_DATASET'
  | 'ALREADY_EXTENDED'
  | 'EXTENSION_NOT_ALLOWED'
  | 'NOTHING_PROPOSED'
  | 'FIELDS_LEFT_UNANSWERED'
  | 'WIDER_THAN_ASKED'
  | 'UNKNOWN_DENIAL_CODE'
  | 'NOT_A_LEGAL_REASON'
  | 'DENIAL_DOES_NOT_FIT'
  | 'CITATION_MISSING'
  | 'CITATION_DOES_NOT_FIT'
  | 'FACTUAL_BASIS_MISSING'
  | 'OFFICER_TITLE_MISSING'
  | 'PARTIAL_OFFER_MISSING'
  | 'NO_OFFER'
  | 'OFFER_OVER'
  | 'NOTHING_TO_ESCALATE'
  | 'NOTHING_TO_APPEAL'
  | 'APPEAL_PERIOD_OVER'
  | 'FEDERAL_APPROVAL_NOT_NEEDED'
  | 'ALREADY_SUSPENDED'
  | 'NOT_SUSPENDED'
  | 'SUSPENDED_BY_THE_CIO'
  | 'TOO_EARLY_TO_RENEW'
  | 'ALREADY_ASKED'
  | 'GROUND_NOT_YOURS'
  | 'ORDER_STANDS';

export interface Refusal {
  readonly accepted: false;
  readonly code: RefusalCode;
  readonly because: string;
  /** What the actor can do instead. */
  readonly remedy: string;
}

export function refuse(code: RefusalCode, because: string, remedy: string): Refusal {
  return { accepted: false, code, because, remedy };
}
