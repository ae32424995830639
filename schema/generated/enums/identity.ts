export type AdministrativeGender =
  | 'FEMALE'
  | 'MALE'
  | 'OTHER'
  | 'UNKNOWN';

/** HL7 v3 RoleCode of the other person. */
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
