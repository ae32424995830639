import type { DisclosureConnectionResolvers, QueryResolvers } from '../../../schema/generated/audit.ts';
import { readCheckpoints } from '../entries/proofs.ts';
import { readCompleteness } from '../indexCheck/completeness.ts';
import { readerOf } from '../reader.ts';
import { MAX_FIRST } from './entryAccess.ts';

/** The log as a whole: its checkpoints, and whether its index is complete. */
export const logQueries: Pick<QueryResolvers, 'ledgerCheckpoints' | 'logCompleteness'> = {
  ledgerCheckpoints: async (_, { origin, first }, { grant, system }) => {
    // They hold no data, and the more people keep them the better; but only those who may read anything here.
    readerOf(grant);
    const kept = await readCheckpoints(system.database, origin ?? null, Math.min(Math.max(first ?? 20, 1), MAX_FIRST));
    return kept.map((checkpoint) => ({ ...checkpoint, keptAt: checkpoint.keptAt.toISOString() }));
  },

  logCompleteness: (_, _arguments, { grant, system }) => {
    readerOf(grant);
    return readCompleteness(system.database, system.clock);
  },
};

export const disclosureConnection: Pick<DisclosureConnectionResolvers, 'completeness'> = {
  // Runs after the entries were read, so a change made before that is seen.
  completeness: (_, _arguments, { system }) => readCompleteness(system.database, system.clock),
};
