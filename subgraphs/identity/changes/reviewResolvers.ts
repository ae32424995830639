import type { LinkReviewResolvers, QueryResolvers } from '../../../schema/generated/identity.ts';
import { isUuid } from '../../../schema/values/uuid.ts';
import { illinoisDate } from '../../kit/values/illinoisDate.ts';
import type { IndexDecider } from '../linkage/decide/indexDecider.ts';
import { explainPair } from './explainPair.ts';
import { readChangeOfReview } from './linkChanges.ts';
import { needsTwoPersons } from './needsTwoPersons.ts';
import { pageSize } from './pages.ts';
import { requireStewardReader } from './requireSteward.ts';
import { readReviewers } from './reviewers.ts';
import { readReview, readReviews } from './reviews.ts';

export const reviewQueries: Pick<Required<QueryResolvers>, 'linkReview' | 'linkReviewers' | 'linkReviews'> = {
  linkReviews: (_, { status, first, after }, { grant, system }) => {
    requireStewardReader(grant);
    const asked = { status: status ?? 'OPEN', first: pageSize(first), after: after ?? null };
    return readReviews(system.database, asked, illinoisDate(system.clock()));
  },
  linkReview: async (_, { id }, { grant, system }) => {
    requireStewardReader(grant);
    return isUuid(id) ? ((await readReview(system.database, id)) ?? null) : null;
  },
  linkReviewers: (_, _args, { grant, system }) => {
    requireStewardReader(grant);
    return readReviewers(system.database);
  },
};

export function reviewResolvers(deciders: IndexDecider): LinkReviewResolvers {
  return {
    // A steward must not see which pairs have a known answer.
    cause: ({ cause }) => (cause === 'KNOWN' ? 'REVIEW' : cause),
    createdAt: ({ createdAt }) => createdAt.toISOString(),
    one: ({ one }, _args, { loaders }) => loaders.record.load(one),
    other: ({ other }, _args, { loaders }) => loaders.record.load(other),
    explanation: async ({ one, other }, _args, { loaders, system }) => {
      const [a, b] = await Promise.all([loaders.record.load(one), loaders.record.load(other)]);
      if (a === null || b === null) return null;
      const now = system.clock();
      return explainPair(await deciders.current(system.database, now), a, b, now);
    },
    needsTwoPersons: async ({ one, other }, _args, { loaders }) => {
      const records = await Promise.all([loaders.record.load(one), loaders.record.load(other)]);
      return needsTwoPersons(records.flatMap((record) => record?.system ?? []));
    },
    change: async ({ id, cause }, _args, { system }) =>
      cause === 'KNOWN' ? null : ((await readChangeOfReview(system.database, id)) ?? null),
  };
}
