import type { RecordDetails, SourceRecord } from './sourceRecord.ts';

/** A record by its system and its number there. */
export type RecordName = Pick<SourceRecord, 'system' | 'number'>;

/** A record as its system sends it to the person index. */
export interface SentRecord extends SourceRecord, RecordDetails {
  /** True if the system has given the person another number since, and keeps this one for old files. */
  readonly isFormer: boolean;
}

/** Where people live, as a program recorded it: never a placement of child welfare. */
export interface SentHousehold {
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly county: string;
  /** Five digits. */
  readonly countyFips: string;
  /** True if a system protects the address (750 ILCS 61). */
  readonly addressProtected: boolean;
  readonly members: readonly RecordName[];
}

export interface SentRelationship {
  readonly one: RecordName;
  readonly other: RecordName;
  /** What the person of the other record is to the person of the one: an HL7 v3 RoleCode. */
  readonly kind: string;
}

/** Identifiers that the index gave out before it had records: who has such a record keeps them. */
export interface IssuedId {
  readonly record: RecordName;
  readonly personId: string;
  readonly householdId: string;
}

/**
 * What systems send about some people, all of whose records, households, and relationships are in it. Nothing in it says
 * which records are of one person.
 */
export interface IdentityInput {
  readonly records: readonly SentRecord[];
  readonly households: readonly SentHousehold[];
  readonly relationships: readonly SentRelationship[];
  readonly issuedIds: readonly IssuedId[];
}
