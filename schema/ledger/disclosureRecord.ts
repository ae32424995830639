import { z } from 'zod';

/**
 * One record of the disclosure ledger. It names fields, never values. Its entry contains, as canonical JSON (RFC 8785),
 * everything except `disclosed`, `empty` and `refused`. These are nearly always the same for thousands of records, so
 * they have an entry of their own, referenced by `grounds` (see disclosureManifest.ts). The required content is the
 * union of 45 CFR 164.528(b)(2), 34 CFR 99.32, 105 ILCS 10/6(c), 730 ILCS 5/3-5-1(b) and 42 CFR 2.51(c), as far as the
 * gateway knows it; the discloser is the owner named with each dataset.
 */
export const RECORD_KINDS = [
  /** Data of a person, or data about no person, was shown. */
  'disclosure',
  /** The same for the purpose EMERGENCY, or about a person whose data was shown only because of an emergency. */
  'break-glass',
  /** A mutation ran and showed nothing. */
  'change',
  /** Fields were requested and denied. See 34 CFR 99.32(a)(1): each request for access. */
  'refusal',
  /** Persons were searched for, or one was requested by an id that does not exist. */
  'search',
  /** This log was read. */
  'log-reading',
  /** The schema was read. Recorded once a day for each requester. */
  'introspection',
  /** The requester printed what had been shown. Names no fields; the requests in its effects do. */
  'print',
  /** The requester exported what had been shown. */
  'export',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Fields that were shown on the same basis. */
export const DisclosedFields = z.object({
  /** Approvals under which they were shown. The register has the whole procedure. */
  approvals: z.array(z.string()).optional(),
  basis: z.enum(['public', 'key', 'owner', 'approval']),
  /** Empty: the fields belong to no dataset (public ones, keys). */
  datasets: z.array(z.string()),
  /** Type.field, each with a non-null value in the response. */
  fields: z.array(z.string()),
  /** Fields that the approval allows only masked, with the permitted masks. */
  forms: z.record(z.string(), z.array(z.string())).optional(),
  /**
   * Legal basis: the law cited by the approvals (each cut to 300 letters); for the owner's own use, the datasets' law.
   */
  legalBasis: z.array(z.string()).optional(),
  /** Agencies that own the datasets, which are the disclosers. */
  owners: z.array(z.string()),
});
export type DisclosedFields = z.infer<typeof DisclosedFields>;

/**
 * Fields that were requested and came back empty: null or an empty list. The fact that a person was never in custody is
 * data, too.
 */
export const EmptyFields = z.object({
  /** Datasets that guard the fields. Fields without a dataset are not listed. */
  datasets: z.array(z.string()),
  /** Type.field. For an object that is null, the field that leads to it and nothing below it. */
  fields: z.array(z.string()),
});
export type EmptyFields = z.infer<typeof EmptyFields>;

/** Effect of one root field of a mutation. */
export const RecordedEffect = z.object({
  /** Type.field */
  field: z.string(),
  /**
   * Affected ids: in its arguments as `argument:id`, in its response as `Type:id`, persons as `person:<reference>`.
   * Empty if it failed or the system refused it.
   */
  ids: z.array(z.string()),
});
export type RecordedEffect = z.infer<typeof RecordedEffect>;

export const RefusedField = z.object({
  dataset: z.string().nullable(),
  field: z.string(),
  owner: z.string().nullable(),
  reason: z.string(),
});
export type RefusedField = z.infer<typeof RefusedField>;

export const DisclosureRecord = z.object({
  /** Requesting agency: the recipient. */
  agency: z.string(),
  /**
   * HMAC-SHA-256 (key of the operator) over `answer`, the request's id and the JSON text of the response data,
   * separated by NUL.
   */
  answer: z.string().optional(),
  case: z.string().optional(),
  client: z.object({ name: z.string(), version: z.string().optional() }).optional(),
  /** From the manifest. */
  disclosed: z.array(DisclosedFields).optional(),
  /** Effects of a mutation, in all its records of what was shown or changed. */
  effects: z.array(RecordedEffect).optional(),
  /** Set if something was shown only because of an emergency. emou stores the requester's words under the reference. */
  emergency: z.object({ reason: z.string(), reference: z.string() }).optional(),
  /** From the manifest. Excludes what was denied, closed for this person or lost to a failure. */
  empty: z.array(EmptyFields).optional(),
  /** Names the key of `person` and of the search criteria. */
  epoch: z.string(),
  /** Leaf hash, in base64url, of the entry with the fields and the reasons. */
  grounds: z.string().optional(),
  kind: z.enum(RECORD_KINDS),
  /** Hash of the client's document, and the operation's name if it has one. */
  operation: z.object({ hash: z.string(), name: z.string().optional() }),
  /** The person's pseudonym in base64url; absent: the record is about the request, not a person. */
  person: z.string().optional(),
  purpose: z.string(),
  /** From the manifest. */
  refused: z.array(RefusedField).optional(),
  /** The gateway's id of the request, the same in all its records and in the response header x-request-id. */
  request: z.string(),
  /** Subject of the requester's token. */
  requester: z.string(),
  /** Revision of the approvals that the decision was based on. */
  revision: z.number().int(),
  roles: z.array(z.string()),
  search: z
    .object({
      criteria: z.string(),
      /** Datasets that guard the field, whose data was searched. */
      datasets: z.array(z.string()).optional(),
      field: z.string(),
      found: z.number().int(),
      /** The requester's own surname (claim `family_name` of the token) was among the search terms. */
      sameSurname: z.literal(true).optional(),
    })
    .optional(),
  /** Time at which the response was complete, by the gateway's clock; RFC 3339, UTC. */
  time: z.string(),
  v: z.literal(1),
});
export type DisclosureRecord = z.infer<typeof DisclosureRecord>;

/** Joins the datasets or approvals of one record for one index column: a sorted set, separated by spaces. */
export function joinSet(names: Iterable<string>): string | undefined {
  const sorted = [...new Set(names)].sort();
  if (sorted.length === 0) return undefined;
  let joined = '';
  for (const name of sorted) {
    // A B-tree key must be less than 2,704 bytes. A set that does not fit is marked, and is always examined.
    if (joined.length + name.length > 2_000) return `${joined} ${CUT}`;
    joined += joined === '' ? name : ` ${name}`;
  }
  return joined;
}

const CUT = '...';

/** True if a record with this set may match one of the names. The record itself has to be checked. */
export function setMayContain(set: string, names: ReadonlySet<string>): boolean {
  return set.split(' ').some((name) => name === CUT || names.has(name));
}
