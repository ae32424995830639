import { z } from 'zod';
import { readAdministrationEntry } from '../../../schema/ledger/administration.ts';
import { isPseudonym } from '../../../schema/ledger/personPseudonym.ts';

const Pseudonym = z.string().refine(isPseudonym);

const Move = z.object({
  system: z.string(),
  /** Null: the record was new. */
  from: Pseudonym.nullable(),
  to: Pseudonym,
  /** When the record had come to `from`. Null: it is not known. */
  since: z.string().nullable(),
});
export type Move = z.infer<typeof Move>;

const Row = z.object({
  link_change_id: z.uuid(),
  kind: z.string(),
  status: z.literal('EFFECTIVE'),
  changed_at: z.string(),
  moves: z.array(Move),
  /** `by` is null: the id is the person's own again. */
  replacements: z.array(z.object({ person: Pseudonym, by: Pseudonym.nullable() })),
});
export type LinkChangeEntry = z.infer<typeof Row>;

/** Reads a change of links that took effect; undefined for every other entry. */
export function readLinkChange(body: Buffer): LinkChangeEntry | undefined {
  const entry = readAdministrationEntry(body);
  if (entry?.event !== 'link-change') return undefined;
  return Row.safeParse(entry.row).data;
}
