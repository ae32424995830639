import type { MutationResolvers } from '../../../schema/generated/emou.ts';
import type { EmouContext } from '../records.ts';
import { actorOf } from '../register/commands/actor.ts';
import { type MoveRequest, makeMove } from '../register/commands/makeMove.ts';
import { plainTexts } from '../register/commands/plainTexts.ts';
import { proclaimDay } from '../register/commands/proclaimDay.ts';
import { requestAccess } from '../register/commands/requestAccess.ts';
import { statedText } from '../register/commands/statedText.ts';
import type { LoggedRules, Register } from '../register/register.ts';
import { closedDays } from './catalogueQueries.ts';
import { approvedTermsOf, denialsOf } from './moveInputs.ts';
import { refusalOf } from './refusalOf.ts';

type ApprovalMutations = Pick<MutationResolvers, 'requestAccess' | 'approveRequest' | 'revokeApproval' | 'proclaimDay'>;

/** Mutations that each have their own payload type. */
export function approvalMutations(rules: LoggedRules): ApprovalMutations {
  const registerOf = ({ system: { database, clock } }: EmouContext): Register => ({ ...rules, database, clock });
  async function approvalPayload(context: EmouContext, requestOf: () => MoveRequest) {
    try {
      const { agreement, revision } = await makeMove(registerOf(context), actorOf(context.grant), requestOf());
      return { approval: agreement, approvalRevision: revision, refusal: null };
    } catch (error) {
      return { approval: null, approvalRevision: null, refusal: refusalOf(error) };
    }
  }

  return {
    requestAccess: async (_, { input }, context) => {
      try {
        const { requests, revision } = await requestAccess(registerOf(context), actorOf(context.grant), input);
        return { requests, approvalRevision: revision, refusal: null };
      } catch (error) {
        return { requests: null, approvalRevision: null, refusal: refusalOf(error) };
      }
    },
    approveRequest: (_, { input }, context) =>
      approvalPayload(context, () => ({
        agreementId: input.requestId,
        move: plainTexts('input', {
          kind: 'APPROVE',
          grant: approvedTermsOf(input),
          denials: denialsOf(input.denials ?? []),
        }),
        why: statedText('why', input.why ?? 'Approved.', 3, 4_000),
        expectedSequence: input.expectedSequence ?? undefined,
      })),
    revokeApproval: (_, { input }, context) =>
      approvalPayload(context, () => {
        const why = statedText('reason', input.reason, 10, 4_000);
        const [denial = null] = denialsOf(input.denial == null ? [] : [input.denial]);
        return {
          agreementId: input.approvalId,
          move: plainTexts('input', { kind: 'REVOKE', ground: input.ground ?? 'BREACH_OF_TERMS', denial }),
          why,
          expectedSequence: undefined,
        };
      }),
    proclaimDay: async (_, { input }, context) => {
      const { calendar, revision } = await proclaimDay(registerOf(context), actorOf(context.grant), input);
      const year = Number(input.day.slice(0, 4));
      return { calendar: closedDays(calendar, year, year), approvalRevision: revision };
    },
  };
}
