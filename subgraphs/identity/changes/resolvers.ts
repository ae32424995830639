import type { Resolvers } from '../../../schema/generated/identity.ts';
import { createIndexDecider } from '../linkage/decide/indexDecider.ts';
import type { PersonRegister } from '../register/personRegister.ts';
import { changeQueries, changeResolvers, moveResolvers } from './changeResolvers.ts';
import { recordResolvers } from './recordResolvers.ts';
import { reviewQueries, reviewResolvers } from './reviewResolvers.ts';

export type ChangeResolvers = Required<Pick<Resolvers, 'LinkChange' | 'LinkMove' | 'LinkReview' | 'SourceRecord'>> & {
  readonly Query: Resolvers['Query'];
};

/**
 * Records, reviews and changes of links, and what people decide about them.
 * @param register undefined: this person index has no log, so nothing can be decided
 */
export function createChangeResolvers(register: PersonRegister | undefined): ChangeResolvers {
  const deciders = createIndexDecider();
  return {
    Query: { ...reviewQueries, ...changeQueries },
    SourceRecord: recordResolvers,
    LinkReview: reviewResolvers(deciders),
    LinkChange: changeResolvers((personId) => register?.pseudonymOf(personId) ?? ''),
    LinkMove: moveResolvers,
  };
}
