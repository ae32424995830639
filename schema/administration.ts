import { z } from 'zod';

/** Kind of a log entry that records a decision about access. It stands in the index column `kind`. */
export const ADMINISTRATION_KIND = 'administration';

/** What was decided. */
export const ADMINISTRATION_EVENTS = [
  /** A move of an agreement: it creates, changes or ends an approval. */
  'agreement-move',
  /** A day on which offices are closed: time limits run longer. */
  'calendar-day',
  /** A consent was recorded, confirmed or revoked. */
  'consent',
  /** An emergency was declared, used, reviewed, its person was told, or the limit of a requester was lifted. */
  'emergency',
  /** Disclosures to an agency stay out of a person's accounting for a time. */
  'suspension',
  /** An auditor asked whom pseudonyms of the log stand for, or the data steward approved or refused that. */
  'unmasking',
] as const;
export type AdministrationEvent = (typeof ADMINISTRATION_EVENTS)[number];

/**
 * One decision about access, as an entry of a tree of its own. The entry is durable before the decision takes effect, and
 * the tables of the system that decides can be rebuilt from the entries: each one holds the whole row as the decision left
 * it. The last entry for a row is the row's state.
 */
export const AdministrationEntry = z.object({
  /** The agreement's id, which is also its approval's: disclosures name it. */
  approval: z.string().optional(),
  /** Who decided. */
  by: z.object({ agency: z.string(), subject: z.string() }),
  event: z.enum(ADMINISTRATION_EVENTS),
  /** The row is older than the log: it was taken over when the log began. */
  imported: z.literal(true).optional(),
  kind: z.literal(ADMINISTRATION_KIND),
  /** The row as PostgreSQL's to_jsonb gives it, with times in UTC. */
  row: z.record(z.string(), z.unknown()),
  /** From 1, without gaps: the entry's index in the tree plus 1. */
  seq: z.number().int().min(1),
  table: z.string(),
  /** When it was decided, by the deciding system's clock; RFC 3339, UTC. */
  time: z.string(),
  v: z.literal(1),
});
export type AdministrationEntry = z.infer<typeof AdministrationEntry>;

/** The entry of these bytes; undefined when they are no administration entry. */
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
