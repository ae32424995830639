import type { Resolvers } from '../../../schema/generated/identity.ts';
import type { IndexDecider } from '../linkage/decide/indexDecider.ts';
import type { PersonRegister } from '../register/personRegister.ts';
import { carryOutRestored } from './carryOutRestored.ts';
import { changeQueries, changeResolvers, moveResolvers } from './changeResolvers.ts';
import { type DecisionResolvers, decisionResolvers } from './decisionResolvers.ts';
import { createLinkDecisions } from './linkDecisions.ts';
import { recordResolvers } from './recordResolvers.ts';
import { reviewQueries, reviewResolvers } from './reviewResolvers.ts';

export type ChangeResolvers = Required<Pick<Resolvers, 'LinkChange' | 'LinkMove' | 'LinkReview' | 'SourceRecord'>> & {
  readonly Query: Resolvers['Query'];
  readonly Mutation: DecisionResolvers;
};

/**
 * Records, reviews and changes of links, and what people decide about them.
 * @param register undefined: this person index has no log, so nothing can be decided
 */
export function createChangeResolvers(register: PersonRegister | undefined, deciders: IndexDecider): ChangeResolvers {
  const decisions = register === undefined ? undefined : createLinkDecisions(register, deciders);
  if (decisions !== undefined) register?.onRestored(carryOutRestored(decisions));
  return {
    Query: { ...reviewQueries, ...changeQueries },
    Mutation: decisionResolvers(decisions),
    SourceRecord: recordResolvers,
    LinkReview: reviewResolvers(deciders),
    LinkChange: changeResolvers((personId) => register?.pseudonymOf(personId) ?? ''),
    LinkMove: moveResolvers,
  };
}
