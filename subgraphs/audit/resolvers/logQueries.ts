import type { DisclosureConnectionResolvers, QueryResolvers } from '../../../schema/generated/audit.ts';
import { readCheckpoints } from '../entries/proofs.ts';
import { readCompleteness } from '../indexCheck/completeness.ts';
import { readerOf } from '../reader.ts';
import { MAX_FIRST } from './entryAccess.ts';

/** Queries on the log as a whole: its checkpoints, and whether its index is complete. */
export const logQueries: Pick<QueryResolvers, 'ledgerCheckpoints' | 'logCompleteness'> = {
  ledgerCheckpoints: async (_, { origin, first }, { grant, system }) => {
    // Checkpoints contain no data, and more copies make them more useful, but only readers of the log get them.
    readerOf(grant);
    const checkpoints = await readCheckpoints(
      system.database,
      origin ?? null,
      Math.min(Math.max(first ?? 20, 1), MAX_FIRST),
    );
    return checkpoints.map((checkpoint) => ({ ...checkpoint, keptAt: checkpoint.keptAt.toISOString() }));
  },

  logCompleteness: (_, _arguments, { grant, system }) => {
    readerOf(grant);
    return readCompleteness(system.database, system.clock);
  },
};

export const disclosureConnection: Pick<DisclosureConnectionResolvers, 'completeness'> = {
  // Runs after the entries were read, so that it sees changes made before that.
  completeness: (_, _arguments, { system }) => readCompleteness(system.database, system.clock),
};
