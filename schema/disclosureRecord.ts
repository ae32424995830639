import { z } from 'zod';

/**
 * One record of the disclosure ledger. It names fields, never values. Its entry holds, as canonical JSON (RFC 8785), all
 * of it but `disclosed`, `empty` and `refused`, which nearly always are the same for thousands of records: they stand in an entry
 * of their own that `grounds` names (see disclosureGrounds.ts).
 * What a record must hold is the union of 45 CFR 164.528(b)(2), 34 CFR 99.32, 105 ILCS 10/6(c), 730 ILCS 5/3-5-1(b) and
 * 42 CFR 2.51(c), as far as the gateway knows it; who released the data is the owner named beside each dataset.
 */
export const RECORD_KINDS = [
  /** A person's data, or data that is about no person, was shown. */
  'disclosure',
  /** The same for the purpose EMERGENCY, or of a person of whom something was shown only because of an emergency. */
  'break-glass',
  /** A mutation was carried out and showed nothing. */
  'change',
  /** Fields that were asked for and denied (34 CFR 99.32(a)(1): each request for access). */
  'refusal',
  /** Persons were looked for; or one was asked for by id and there is none. */
  'search',
  /** This log was read. */
  'log-reading',
  /** The schema was read, once a day for each requester. */
  'introspection',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Fields that were shown on one ground. */
export const DisclosedFields = z.object({
  /** Approvals of the register by which it was shown; the whole procedure stands there. */
  approvals: z.array(z.string()).optional(),
  basis: z.enum(['public', 'key', 'owner', 'approval']),
  /** None: the fields belong to no dataset (public ones, keys). */
  datasets: z.array(z.string()),
  /** Type.field, each with a non-null value in the answer. */
  fields: z.array(z.string()),
  /** Fields whose approval lets them be shown in a lesser form, with the forms it allows. */
  forms: z.record(z.string(), z.array(z.string())).optional(),
  /** What permits it: the law that the approvals cite (each cut to 300 letters); of the owner's own use, the datasets' law. */
  legalBasis: z.array(z.string()).optional(),
  /** Agencies that own the datasets: who disclosed. */
  owners: z.array(z.string()),
});
export type DisclosedFields = z.infer<typeof DisclosedFields>;

/** Fields that were asked for and came back empty: null or an empty list. That nobody was ever in custody is data, too. */
export const EmptyFields = z.object({
  /** That guard the fields. Fields of no dataset are not named. */
  datasets: z.array(z.string()),
  /** Type.field. Of an object that is null, the field that leads to it; nothing below it. */
  fields: z.array(z.string()),
});
export type EmptyFields = z.infer<typeof EmptyFields>;

/** What one root field of a mutation did. */
export const RecordedEffect = z.object({
  /** Type.field */
  field: z.string(),
  /**
   * What it touched: ids in its arguments as `argument:id`, in its answer as `Type:id`, persons as `person:<reference>`.
   * None when it failed or the system refused it.
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
  /** Agency that asked: the recipient. */
  agency: z.string(),
  /**
   * HMAC-SHA-256 (key of the operator) over `answer`, the request's id and the JSON text of the answer's data, with a
   * NUL between each.
   */
  answer: z.string().optional(),
  case: z.string().optional(),
  client: z.object({ name: z.string(), version: z.string().optional() }).optional(),
  /** From the grounds. */
  disclosed: z.array(DisclosedFields).optional(),
  /** Of a mutation, in all its records of what was shown or changed. */
  effects: z.array(RecordedEffect).optional(),
  /** Only because of it something was shown; what the requester wrote stands in emou under the reference. */
  emergency: z.object({ reason: z.string(), reference: z.string() }).optional(),
  /** From the grounds. What was denied, closed for this person or lost to a failure is not in it. */
  empty: z.array(EmptyFields).optional(),
  /** Names the key of `person` and of the search criteria. */
  epoch: z.string(),
  /** The leaf hash of the entry that says which fields, and why, in base64url. */
  grounds: z.string().optional(),
  kind: z.enum(RECORD_KINDS),
  /** Hash of the client's document, and the operation's name if it has one. */
  operation: z.object({ hash: z.string(), name: z.string().optional() }),
  /** personReference in base64url; absent: the record is about the request, not a person. */
  person: z.string().optional(),
  purpose: z.string(),
  /** From the grounds. */
  refused: z.array(RefusedField).optional(),
  /** The gateway's id of the request, the same in all its records and in the answer's header x-request-id. */
  request: z.string(),
  /** Subject of the requester's token. */
  requester: z.string(),
  /** Revision of the approvals by which it was decided. */
  revision: z.number().int(),
  roles: z.array(z.string()),
  search: z
    .object({
      criteria: z.string(),
      /** That guard the field: whose data was looked through. */
      datasets: z.array(z.string()).optional(),
      field: z.string(),
      found: z.number().int(),
      /** The requester's own surname (claim `family_name` of the token) was among the words searched for. */
      sameSurname: z.literal(true).optional(),
    })
    .optional(),
  /** When the answer was complete, by the gateway's clock; RFC 3339, UTC. */
  time: z.string(),
  v: z.literal(1),
});
export type DisclosureRecord = z.infer<typeof DisclosureRecord>;

/** Datasets or approvals of one record in one index column: a sorted set, with a space between the names. */
export function joinSet(names: Iterable<string>): string | undefined {
  const sorted = [...new Set(names)].sort();
  if (sorted.length === 0) return undefined;
  let joined = '';
  for (const name of sorted) {
    // A B-tree key has less than 2,704 bytes. What does not fit is marked, and such sets are always looked into.
    if (joined.length + name.length > 2_000) return `${joined} ${CUT}`;
    joined += joined === '' ? name : ` ${name}`;
  }
  return joined;
}

const CUT = '...';

/** Whether a record with this set may be about one of the names; the record itself says whether it is. */
export function setMayHold(set: string, names: ReadonlySet<string>): boolean {
  return set.split(' ').some((name) => name === CUT || names.has(name));
}
