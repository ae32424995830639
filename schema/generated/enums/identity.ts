export type AdministrativeGender =
  | 'FEMALE'
  | 'MALE'
  | 'OTHER'
  | 'UNKNOWN';

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

export type Link__Purpose =
  | 'EXECUTION'
  | 'SECURITY';
