import type { AccessRule } from './accessRule.ts';

/** Why a field may be shown. */
export type Basis =
  | { readonly kind: 'public' }
  | { readonly kind: 'key' }
  | { readonly kind: 'owner'; readonly agency: string }
  | { readonly kind: 'approval'; readonly approvalIds: readonly string[] };

/** Why a field may not be shown; the first that holds, in this order. */
export type DenialReason =
  /** The field has no guard and is not public, or its dataset is not in the catalogue. */
  | 'UNKNOWN_DATASET'
  /** No approval, timer or office opens this field. */
  | 'HARD_BAR'
  /** The dataset is for its owner's own staff. */
  | 'OWNER_ONLY'
  /** The approvals are not known to be current: nothing that needs one is shown. */
  | 'APPROVALS_UNAVAILABLE'
  /** No approval for this agency, dataset and purpose. */
  | 'NO_APPROVAL'
  /** The approval's time has not come or is over. */
  | 'NOT_IN_FORCE'
  /** The approval does not open this field. */
  | 'FIELD_NOT_COVERED'
  /** The person does not meet what the approval asks for. */
  | 'CONDITION_NOT_MET'
  /** Whose data it would be cannot be learned on this path, so that it could not be recorded. */
  | 'PERSON_UNKNOWN'
  /** The approval does not cover the requester's roles. */
  | 'ROLE_NOT_COVERED';

/** What the requester can do about it. */
export interface Remedy {
  readonly action: 'REQUEST_ACCESS' | 'ASK_FOR_ROLE' | 'MEET_CONDITION' | 'TRY_LATER' | 'NONE';
  readonly message: string;
  /**
   * Input of the mutation `requestAccess` that asks for what is missing; a justification and a legal basis are to be
   * added. `fields` where an approval in force leaves them out: those of several errors can be asked for at once.
   */
  readonly requestAccess?: {
    readonly datasets: readonly string[];
    readonly purpose: string;
    readonly fields?: readonly string[];
  };
}

/** The answer to «may this requester see this field now»: never a boolean. */
export type Decision =
  | {
      readonly kind: 'allow';
      readonly basis: Basis;
      /**
       * In which forms, and for which persons, in the order in which they are tried; a person who meets none sees nothing.
       * Undefined: unmasked and without a condition.
       */
      readonly rules?: readonly AccessRule[];
    }
  | {
      readonly kind: 'deny';
      readonly reason: DenialReason;
      /** Undefined when the field belongs to no known dataset. */
      readonly dataset: string | undefined;
      readonly owner: string | undefined;
      readonly remedy: Remedy;
      /** Code of the hard bar, such as IMM-1. */
      readonly bar?: string;
    };

export type Denied = Extract<Decision, { kind: 'deny' }>;
