import type { MutationResolvers, ResolversTypes } from '../../../schema/generated/emou.ts';
import type { Move } from '../agreement/move.ts';
import type { EmouContext } from '../records.ts';
import { type Actor, actorOf } from '../register/commands/actor.ts';
import { draftAgreement } from '../register/commands/draftAgreement.ts';
import { type MoveResult, makeMove } from '../register/commands/makeMove.ts';
import { plainTexts } from '../register/commands/plainTexts.ts';
import { reviseAgreement } from '../register/commands/reviseAgreement.ts';
import { statedText } from '../register/commands/statedText.ts';
import { termsOf } from '../register/commands/termsOf.ts';
import type { LoggedRules, Register } from '../register/register.ts';
import { approvedTermsOf, denialsOf } from './moveInputs.ts';
import { refusalOf } from './refusalOf.ts';

type MoveMutations = Omit<
  MutationResolvers,
  | 'requestAccess'
  | 'approveRequest'
  | 'revokeApproval'
  | 'proclaimDay'
  | 'recordConsent'
  | 'confirmConsent'
  | 'liftEmergencyLimit'
  | 'revokeConsent'
  | 'resendNotice'
>;

interface MoveOn {
  readonly requestId: string;
  readonly expectedSequence: number;
  readonly why: string;
}

/** Mutations that share one payload type, whatever the move. */
export function moveMutations(rules: LoggedRules): MoveMutations {
  const move = (input: MoveOn, what: Move, context: EmouContext) =>
    payload(context, rules, (register, actor) =>
      makeMove(register, actor, {
        agreementId: input.requestId,
        move: plainTexts('input', what),
        why: statedText('why', input.why, 3, 4_000),
        expectedSequence: input.expectedSequence,
      }),
    );
  /** Moves that contain nothing but the reason. */
  const plain =
    (kind: Extract<Move, { kind: PlainKind }>['kind']) =>
    (_: unknown, { input }: { readonly input: MoveOn }, context: EmouContext) =>
      move(input, { kind }, context);

  return {
    draftRequest: (_, { input: { dataset, terms, justification } }, context) =>
      payload(context, rules, (register, actor) =>
        draftAgreement(register, actor, termsOf(dataset, terms), justification),
      ),
    reviseRequest: (_, { input }, context) =>
      payload(context, rules, (register, actor) => reviseAgreement(register, actor, input)),
    submitRequest: plain('SUBMIT'),
    withdrawRequest: plain('WITHDRAW'),
    askInformation: plain('ASK_INFORMATION'),
    giveInformation: plain('GIVE_INFORMATION'),
    extendTime: (_, { input }, context) =>
      move(input, { kind: 'EXTEND', businessDays: input.businessDays, reason: input.reason }, context),
    proposeExtension: (_, { input }, context) =>
      move(input, { kind: 'PROPOSE_EXTENSION', businessDays: input.businessDays, reason: input.reason }, context),
    agreeExtension: plain('AGREE_EXTENSION'),
    denyRequest: (_, { input }, context) =>
      move(
        input,
        {
          kind: 'DENY',
          denials: denialsOf(input.denials),
          offer: input.offer == null ? null : approvedTermsOf(input.offer),
        },
        context,
      ),
    acceptOffer: plain('ACCEPT_OFFER'),
    escalateDenial: plain('ESCALATE'),
    overturnDenial: (_, { input }, context) =>
      move(input, { kind: 'OVERTURN', grant: approvedTermsOf(input) }, context),
    upholdDenial: plain('UPHOLD'),
    appealOverturn: plain('APPEAL'),
    decideAppeal: (_, { input }, context) => move(input, { kind: 'DECIDE', outcome: input.outcome }, context),
    requestFederalApproval: (_, { input }, context) => {
      const { from, rule, reference = null } = input;
      return move(input, { kind: 'REQUEST_FEDERAL_APPROVAL', from, rule, reference }, context);
    },
    recordFederalApproval: (_, { input }, context) =>
      move(input, { kind: 'FEDERAL_APPROVE', reference: input.reference }, context),
    recordFederalRefusal: (_, { input }, context) =>
      move(input, { kind: 'FEDERAL_REFUSE', reference: input.reference }, context),
    suspendAccess: plain('SUSPEND'),
    liftSuspension: plain('LIFT'),
    askRenewal: (_, { input }, context) => move(input, { kind: 'ASK_RENEWAL', months: input.months }, context),
    renewAccess: (_, { input }, context) => move(input, { kind: 'RENEW', months: input.months }, context),
    revokeAccess: (_, { input }, context) =>
      move(
        input,
        {
          kind: 'REVOKE',
          ground: input.ground,
          denial: denialsOf(input.denial == null ? [] : [input.denial])[0] ?? null,
        },
        context,
      ),
  };
}

type PlainKind =
  | 'SUBMIT'
  | 'WITHDRAW'
  | 'ASK_INFORMATION'
  | 'GIVE_INFORMATION'
  | 'AGREE_EXTENSION'
  | 'ACCEPT_OFFER'
  | 'ESCALATE'
  | 'UPHOLD'
  | 'APPEAL'
  | 'SUSPEND'
  | 'LIFT';

async function payload(
  { grant, system: { database, clock } }: EmouContext,
  rules: LoggedRules,
  work: (register: Register, actor: Actor) => Promise<MoveResult>,
): Promise<ResolversTypes['MovePayload']> {
  try {
    const { agreement, revision } = await work({ ...rules, database, clock }, actorOf(grant));
    return { request: agreement, approvalRevision: revision, refusal: null };
  } catch (error) {
    return { request: null, approvalRevision: null, refusal: refusalOf(error) };
  }
}
