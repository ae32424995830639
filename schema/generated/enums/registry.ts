export type ApprovalChange =
  /** It opens something else than before. */
  | 'CHANGES'
  /** It opens less than before. */
  | 'CLOSES'
  /** It opens more than before. */
  | 'OPENS'
  /** It is of a dataset that no longer exists. */
  | 'ORPHANED';

export type ChangeSeverity =
  /** Clients that use this have to change. */
  | 'BREAKING'
  /** Clients that use this may behave differently. */
  | 'DANGEROUS'
  | 'SAFE';

export type CheckOutcome =
  | 'PASSED'
  | 'STOPPED';

/** What gateways do with a text of the client that is not published. */
export type ClientDocumentMode =
  /** It is executed, counted, and logged. */
  | 'AUDIT'
  | 'OFF'
  /** It is refused. */
  | 'REQUIRE';

export type FindingLevel =
  /** Stops the publication. */
  | 'ERROR'
  | 'NOTICE'
  | 'WARNING';

export type PublicationKind =
  | 'PUBLISH'
  | 'RETIRE'
  | 'ROLLBACK'
  /** Came with the product. */
  | 'SHIPPED';

export type PublicationOutcome =
  | 'APPROVED'
  | 'REJECTED';

export type PublicationState =
  | 'IN_SERVICE'
  /** Waits for a second person. */
  | 'PENDING'
  | 'REJECTED'
  /** Another publication has taken its place. */
  | 'REPLACED';

export type Link__Purpose =
  | 'EXECUTION'
  | 'SECURITY';
