import { z } from 'zod';

/** Kind of a log entry that records a decision about access. Stored in the index column `kind`. */
export const ADMINISTRATION_KIND = 'administration';

/** Kinds of decisions. */
export const ADMINISTRATION_EVENTS = [
  /** A move in an agreement: creates, changes or ends an approval. */
  'agreement-move',
  /** A day on which offices are closed, which extends deadlines. */
  'calendar-day',
  /** A consent was recorded, confirmed or revoked. */
  'consent',
  /** An emergency was declared, used or reviewed, its person was notified, or a requester's limit was lifted. */
  'emergency',
  /** Disclosures to an agency stay out of a person's accounting for a period. */
  'suspension',
  /** An auditor requested to resolve pseudonyms of the log, or the data steward approved or refused that. */
  'unmasking',
  /** The data steward recorded numbers of persons in a system. */
  'person-link',
  /** Records came to another person, or a person proposed or refused that. */
  'link-change',
  /** A subgraph was published, rolled back or retired, a second person decided about that, or a finding was accepted. */
  'publication',
] as const;
export type AdministrationEvent = (typeof ADMINISTRATION_EVENTS)[number];

/**
 * One decision about access, as an entry in its own tree. The entry is durable before the decision takes effect, and
 * the deciding system's tables can be rebuilt from the entries: each contains the whole row as the decision left it.
 * The last entry for a row is its state.
 */
export const AdministrationEntry = z.object({
  /** The agreement's id, which is also the approval id in disclosures. */
  approval: z.string().optional(),
  /** The person who decided. */
  by: z.object({ agency: z.string(), subject: z.string() }),
  event: z.enum(ADMINISTRATION_EVENTS),
  /** The row is older than the log and was imported when the log began. */
  imported: z.literal(true).optional(),
  kind: z.literal(ADMINISTRATION_KIND),
  /** The row as returned by PostgreSQL's to_jsonb, with times in UTC. */
  row: z.record(z.string(), z.unknown()),
  /** From 1, without gaps: the entry's index in the tree plus 1. */
  seq: z.number().int().min(1),
  table: z.string(),
  /** Time of the decision, by the deciding system's clock; RFC 3339, UTC. */
  time: z.string(),
  v: z.literal(1),
});
export type AdministrationEntry = z.infer<typeof AdministrationEntry>;

/** Parses an entry; undefined if the bytes are not an administration entry. */
export function readAdministrationEntry(body: Buffer): AdministrationEntry | undefined {
  let json: unknown;
  try {
    json = JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
  const entry = AdministrationEntry.safeParse(json);
  return entry.success ? entry.data : undefined;
}
