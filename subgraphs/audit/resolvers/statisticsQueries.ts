import type { QueryResolvers } from '../../../schema/generated/audit.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import type { SubgraphContext } from '../../kit/subgraphDefinition.ts';
import { type Reader, readerOf, requireAuditor } from '../reader.ts';
import { accessStatistics } from '../statistics/statistics.ts';
import { statisticsMonth } from '../statistics/statisticsMonth.ts';
import { findUnusualAccess } from '../statistics/unusualAccess.ts';
import { findUnusualDecisions } from '../statistics/unusualDecisions.ts';

const DAY_MS = 86_400_000;
const STATISTICS_MS = 30 * DAY_MS;
const LONGEST_STATISTICS_MS = 366 * DAY_MS;

interface RangeArguments {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** Counts of log entries, and unusual access. */
export const statisticsQueries: Pick<QueryResolvers, 'accessStatistics' | 'unusualAccess'> = {
  accessStatistics: async (_, { by, from, to }, { grant, system: { database, clock } }) => {
    const isAuditor = readerKind(grant) === 'auditor';
    if (!isAuditor && grant.purpose !== 'DATA_GOVERNANCE' && grant.purpose !== 'AUDIT') {
      throw new PublicError('FORBIDDEN', 'Statistics require the purpose AUDIT or DATA_GOVERNANCE.');
    }
    const range = { from: from == null ? null : new Date(from), to: to == null ? null : new Date(to) };
    const counted = isAuditor
      ? statisticsRange({ from: from ?? null, to: to ?? null }, clock())
      : await statisticsMonth(database, range, clock());
    return accessStatistics(database, by, counted, isAuditor);
  },

  unusualAccess: async (_, range, { grant, system }) => {
    requireAuditor(grant);
    const asked = statisticsRange(range, system.clock());
    const found = [findUnusualAccess(system.database, asked), findUnusualDecisions(system.database, asked)];
    return (await Promise.all(found)).flat();
  },
};

function statisticsRange({ from, to }: RangeArguments, now: Date) {
  const end = to == null ? now : new Date(to);
  const start = from == null ? new Date(end.getTime() - STATISTICS_MS) : new Date(from);
  if (end.getTime() - start.getTime() > LONGEST_STATISTICS_MS) {
    throw new PublicError('BAD_USER_INPUT', 'The range is too long. Use at most one year.');
  }
  return { from: start, to: end };
}

function readerKind(grant: SubgraphContext['grant']): Reader['kind'] | undefined {
  try {
    return readerOf(grant).kind;
  } catch (error) {
    if (error instanceof PublicError) return undefined;
    throw error;
  }
}
