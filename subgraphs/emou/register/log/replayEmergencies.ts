import { z } from 'zod';
import type { AdministrationEntry } from '../../../../schema/ledger/administration.ts';
import { loggedTables } from './loggedTables.ts';

/** The declared emergencies of a register, reconstructed from the entries of its log alone. */
export interface ReplayedEmergencies {
  /** Applies the next entry. Returns a description of what is wrong with it. Ignores entries of other decisions. */
  add(entry: AdministrationEntry): string | undefined;
  /** Returns why an emergency opened nothing to them at any instant from `from` to `to`, or undefined if it did. */
  problemOf(
    reference: string,
    by: { readonly agency: string; readonly purpose: string },
    from: Date,
    to: Date,
  ): { readonly kind: 'unknown' } | { readonly kind: 'closed'; readonly why: string } | undefined;
}

const instant = z
  .string()
  .transform((text) => new Date(text))
  .refine((at) => !Number.isNaN(at.getTime()), 'no time');
const EmergencyRow = z.object({
  emergency_id: z.string(),
  agency: z.string(),
  purpose: z.string(),
  opened_at: instant,
  ends_at: instant,
});
const ReviewRow = z.object({ emergency_id: z.string(), outcome: z.string(), reviewed_at: instant });

export function replayEmergencies(): ReplayedEmergencies {
  const declared = new Map<string, z.infer<typeof EmergencyRow>>();

  function addReview(row: unknown): string | undefined {
    const review = ReviewRow.safeParse(row);
    if (!review.success) return 'its row is no review of an emergency';
    const { emergency_id: id, outcome, reviewed_at: at } = review.data;
    const emergency = declared.get(id);
    if (emergency === undefined) return `it reviews the emergency ${id}, which nobody has declared before`;
    // If one owner finds it not justified, it ends for all of them.
    if (outcome === 'NOT_JUSTIFIED' && at < emergency.ends_at) declared.set(id, { ...emergency, ends_at: at });
    return undefined;
  }

  return {
    add({ table, row }) {
      if (table === loggedTables.emergencyReview.name) return addReview(row);
      if (table !== loggedTables.emergency.name) return undefined;
      const emergency = EmergencyRow.safeParse(row);
      if (!emergency.success) return 'its row is no declared emergency';
      declared.set(emergency.data.emergency_id, emergency.data);
      return undefined;
    },
    problemOf(reference, by, from, to) {
      const emergency = declared.get(reference);
      if (emergency === undefined) return { kind: 'unknown' };
      const { agency, purpose, opened_at: opened, ends_at: ends } = emergency;
      if (agency !== by.agency || purpose !== by.purpose) {
        return {
          kind: 'closed',
          why: `was declared by ${agency} for ${purpose}, not by ${by.agency} for ${by.purpose}`,
        };
      }
      if (opened <= to && ends > from) return undefined;
      return { kind: 'closed', why: `was open from ${opened.toISOString()} to ${ends.toISOString()}` };
    },
  };
}
