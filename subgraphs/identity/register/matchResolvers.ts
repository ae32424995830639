import type { QueryResolvers } from '../../../schema/generated/identity.ts';
import type { IndexDecider } from '../linkage/decide/indexDecider.ts';
import { matchPersons } from './matchPersons.ts';
import { createSearchLimit } from './searchLimit.ts';

export function matchResolvers(deciders: IndexDecider): Pick<Required<QueryResolvers>, 'matchPersons'> {
  const limit = createSearchLimit();
  return {
    matchPersons: (_, { traits, first }, context) =>
      matchPersons({ traits, first: first ?? 10 }, context, { deciders, limit }),
  };
}
