export type AdministrativeGender =
  | 'FEMALE'
  | 'MALE'
  | 'OTHER'
  | 'UNKNOWN';

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
