import { PublicError, type PublicErrorCode } from '../../../kit/errors/publicError.ts';
import type { Refusal, RefusalCode } from '../../agreement/checks/refusal.ts';

/** A move that the procedure does not allow. The message begins with the refusal's own code. */
export class MoveRefused extends PublicError {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(errorCodeOf(refusal.code), `${refusal.code}: ${refusal.because} ${refusal.remedy}`);
    this.refusal = refusal;
  }
}

/** Maps a refusal to an error code that all systems share. */
export function errorCodeOf(code: RefusalCode): PublicErrorCode {
  switch (code) {
    case 'STALE_HISTORY':
    case 'CLOCK_BEHIND_HISTORY':
    case 'NOT_POSSIBLE_NOW':
    case 'ANSWER_PERIOD_OVER':
    case 'ALREADY_EXTENDED':
    case 'NOTHING_PROPOSED':
    case 'NO_OFFER':
    case 'OFFER_OVER':
    case 'NOTHING_TO_ESCALATE':
    case 'NOTHING_TO_APPEAL':
    case 'APPEAL_PERIOD_OVER':
    case 'FEDERAL_APPROVAL_NOT_NEEDED':
    case 'ALREADY_SUSPENDED':
    case 'NOT_SUSPENDED':
    case 'TOO_EARLY_TO_RENEW':
    case 'ALREADY_ASKED':
      return 'CONFLICT';
    case 'NOT_YOUR_MOVE':
    case 'CONFLICT_OF_INTEREST':
    case 'REQUESTER_NOT_A_SIGNATORY':
    case 'OWNER_NOT_A_SIGNATORY':
    case 'SUSPENDED_BY_THE_CIO':
    case 'GROUND_NOT_YOURS':
    case 'ORDER_STANDS':
      return 'FORBIDDEN';
    case 'UNKNOWN_DATASET':
      return 'NOT_FOUND';
    case 'REASON_MISSING':
    case 'OWN_DATASET':
    case 'DATASET_NOT_REQUESTABLE':
    case 'NO_FIELDS':
    case 'UNKNOWN_FIELD':
    case 'FIELD_REPEATED':
    case 'HARD_BAR':
    case 'NO_ROLES':
    case 'TRANSFORM_DOES_NOT_FIT':
    case 'EMERGENCY_NOT_ALLOWED':
    case 'CONDITION_OF_ANOTHER_OWNER':
    case 'TERM_NOT_ALLOWED':
    case 'REVIEW_NOT_IN_TERM':
    case 'RETENTION_NOT_ALLOWED':
    case 'LEGAL_BASIS_MISSING':
    case 'POPULATION_MISSING':
    case 'DIFFERENT_DATASET':
    case 'EXTENSION_NOT_ALLOWED':
    case 'FIELDS_LEFT_UNANSWERED':
    case 'WIDER_THAN_ASKED':
    case 'UNKNOWN_DENIAL_CODE':
    case 'NOT_A_LEGAL_REASON':
    case 'DENIAL_DOES_NOT_FIT':
    case 'CITATION_MISSING':
    case 'CITATION_DOES_NOT_FIT':
    case 'FACTUAL_BASIS_MISSING':
    case 'OFFICER_TITLE_MISSING':
    case 'PARTIAL_OFFER_MISSING':
      return 'BAD_USER_INPUT';
  }
}
