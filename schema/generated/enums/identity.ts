export type AdministrativeGender =
  | 'FEMALE'
  | 'MALE'
  | 'OTHER'
  | 'UNKNOWN';

export type LinkChangeKind =
  | 'LINK'
  | 'MERGE'
  | 'NOT_LINK'
  /** The index linked records that were registered. */
  | 'REGISTER'
  | 'SEPARATE'
  | 'UNMERGE';

export type LinkChangeProblemKind =
  /** It contradicts an earlier decision, which the message names. */
  | 'CONTRADICTS_DECISION'
  | 'INVALID_DATE'
  | 'INVALID_REASON'
  /** It is done already, or was decided. */
  | 'NOTHING_TO_CHANGE'
  /** The same steward proposed it or answered before. */
  | 'SAME_PERSON'
  | 'UNKNOWN_CHANGE'
  | 'UNKNOWN_PERSON'
  | 'UNKNOWN_RECORD'
  | 'UNKNOWN_REVIEW';

export type LinkChangeStatus =
  | 'EFFECTIVE'
  /** Waits for a second steward. */
  | 'PROPOSED'
  | 'REFUSED';

export type LinkReviewCause =
  /** The record would bring two persons together. */
  | 'BRIDGE'
  /** The evidence contradicts what people decided. */
  | 'DECISION'
  /** A guard stops the link: they may be twins, or parent and child. */
  | 'GUARD'
  /** The weight is between the thresholds. */
  | 'REVIEW'
  /** The person would have too many records. */
  | 'SIZE';

export type LinkReviewStatus =
  | 'DECIDED'
  /** The records changed, or came together or apart in another way. */
  | 'OBSOLETE'
  | 'OPEN'
  /** One steward has answered; a second one has to. */
  | 'PROPOSED';

/** What the comparison of two records says. */
export type MatchDecision =
  /** They are of one person. */
  | 'AUTO_LINK'
  /** They are not of one person, as far as the traits tell. */
  | 'NEW'
  /** They may be of one person: people decide. */
  | 'REVIEW';

export type PersonLinkProblemKind =
  /** The number is empty, too long, or has hidden characters or spaces around it. */
  | 'INVALID_NUMBER'
  /** Another person has this number in this system. */
  | 'NUMBER_OF_ANOTHER'
  /** The call gives one number to two persons. */
  | 'TWO_PERSONS'
  /** The person index does not know this person. */
  | 'UNKNOWN_PERSON';

/** What the other person is to this person, as an HL7 v3 RoleCode. */
export type RelationshipKind =
  /** Child */
  | 'CHILD'
  /** Foster child */
  | 'CHLDFOST'
  /** Domestic partner */
  | 'DOMPART'
  /** Father */
  | 'FTH'
  /** Grandchild */
  | 'GRCHILD'
  /** Grandparent */
  | 'GRPRN'
  /** Legal guardian, by order of a court */
  | 'GUARD'
  /** Mother */
  | 'MTH'
  /** Foster parent */
  | 'PRNFOST'
  /** Sibling */
  | 'SIB'
  /** Spouse */
  | 'SPS';

export type ReviewAnswer =
  /** Not now; `until` says when again. */
  | 'DEFER'
  | 'LINK'
  | 'NOT_LINK';

export type Link__Purpose =
  | 'EXECUTION'
  | 'SECURITY';
