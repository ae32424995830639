import type { LinkChangePayload, MutationResolvers } from '../../../schema/generated/identity.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import type { IdentityContext } from '../loaders.ts';
import type { DecisionStep, LinkDecisions, StepOutcome } from './linkDecisions.ts';
import { decideProposal, proposeMerge, proposePair, proposeUnmerge } from './proposals.ts';
import { requireSteward } from './requireSteward.ts';
import { answerReview } from './reviewAnswers.ts';

export type DecisionResolvers = Pick<
  Required<MutationResolvers>,
  'answerLinkReview' | 'decideLinkChange' | 'linkRecords' | 'mergePersons' | 'separateRecords' | 'unmergePerson'
>;

/** @param decisions undefined: this person index has no log, so nothing can be decided */
export function decisionResolvers(decisions: LinkDecisions | undefined): DecisionResolvers {
  function decide(
    { grant, system }: IdentityContext,
    work: (decisions: LinkDecisions, step: DecisionStep) => Promise<StepOutcome>,
  ): Promise<LinkChangePayload> {
    const by = requireSteward(grant);
    if (decisions === undefined) {
      throw new PublicError('AUDIT_UNAVAILABLE', 'This person index has no log to record decisions.');
    }
    return decisions.decide(system, by, (step) => work(decisions, step));
  }
  return {
    answerLinkReview: (_, { input }, context) => decide(context, (all, step) => answerReview(all, step, input)),
    linkRecords: (_, { input }, context) => decide(context, (all, step) => proposePair(all, step, 'LINK', input)),
    separateRecords: (_, { input }, context) =>
      decide(context, (all, step) => proposePair(all, step, 'SEPARATE', input)),
    mergePersons: (_, { input }, context) => decide(context, (all, step) => proposeMerge(all, step, input)),
    unmergePerson: (_, { input }, context) => decide(context, (all, step) => proposeUnmerge(all, step, input)),
    decideLinkChange: (_, { input }, context) => decide(context, (all, step) => decideProposal(all, step, input)),
  };
}
