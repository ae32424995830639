import { randomUUID } from 'node:crypto';
import type {
  MutationResolvers,
  QueryResolvers,
  UnmaskingPayload,
  Unmasking as UnmaskingShown,
} from '../../../schema/generated/audit.ts';
import { PERSON_LIST_HEADER } from '../../../schema/persons/personList.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import type { SubgraphContext } from '../../kit/subgraphDefinition.ts';
import { requireAuditor, requireOperator } from '../reader.ts';
import type { PseudonymSearch } from './pseudonymSearch.ts';
import { checkRequest, checkText, openUntil, statusOf, type Unmasking } from './unmasking.ts';
import type { Unmaskings } from './unmaskings.ts';

const MOST_LISTED = 200;

export interface UnmaskingResolvers {
  readonly Query: Pick<QueryResolvers, 'unmaskings' | 'unmaskedPersons'>;
  readonly Mutation: Pick<MutationResolvers, 'requestUnmasking' | 'approveUnmasking' | 'refuseUnmasking'>;
}

/** Creates the resolvers. Each one identifies the caller before it reads or writes anything. */
export function createUnmaskingResolvers(unmaskings: Unmaskings, search: PseudonymSearch): UnmaskingResolvers {
  async function decide(
    { grant, system }: SubgraphContext,
    { unmaskingId, comment }: { readonly unmaskingId: string; readonly comment: string },
    approved: boolean,
  ): Promise<UnmaskingPayload> {
    const by = requireOperator(grant, 'DATA_STEWARD');
    checkText('comment', comment);
    const decision = { approved, comment: comment.trim(), decidedBy: by.subject, decidedAt: system.clock() };
    await unmaskings.decide(system, unmaskingId, decision, by);
    return { unmasking: publicUnmasking(await unmaskings.get(unmaskingId), system.clock()) };
  }

  return {
    Query: {
      unmaskings: async (_, { status, first }, { grant, system }) => {
        requireAuditor(grant);
        const now = system.clock();
        return (await unmaskings.all())
          .map((unmasking) => publicUnmasking(unmasking, now))
          .filter((unmasking) => status == null || unmasking.status === status)
          .slice(0, Math.min(Math.max(first ?? 50, 1), MOST_LISTED));
      },

      unmaskedPersons: async (_, { unmaskingId }, { grant, system, headerOf }) => {
        const { subject } = requireOperator(grant, 'AUDITOR');
        const unmasking = await unmaskings.get(unmaskingId);
        requireOpenTo(subject, unmasking, system.clock());
        const persons = await search.find(unmasking, headerOf(PERSON_LIST_HEADER));
        return unmasking.pseudonyms.map((pseudonym) => {
          const id = persons.get(pseudonym);
          return { pseudonym, person: id === undefined ? null : { id } };
        });
      },
    },
    Mutation: {
      requestUnmasking: async (_, { input }, { grant, system }) => {
        const by = requireOperator(grant, 'AUDITOR');
        const pseudonyms = checkRequest(input);
        const unmasking: Unmasking = {
          ...{ id: randomUUID(), pseudonyms, reason: input.reason.trim(), caseReference: input.caseReference },
          ...{ requestedBy: by.subject, requestedAt: system.clock(), decision: undefined },
        };
        await unmaskings.request(system, unmasking, by);
        return { unmasking: publicUnmasking(unmasking, system.clock()) };
      },
      approveUnmasking: (_, { input }, context) => decide(context, input, true),
      refuseUnmasking: (_, { input }, context) => decide(context, input, false),
    },
  };
}

/** Throws FORBIDDEN, so that the attempt is recorded as a refusal. */
function requireOpenTo(subject: string, unmasking: Unmasking, now: Date): void {
  if (unmasking.requestedBy !== subject) {
    throw new PublicError('FORBIDDEN', 'Only the person who requested an unmasking can read it. Request your own.');
  }
  switch (statusOf(unmasking, now)) {
    case 'OPEN':
      return;
    case 'WAITING':
      throw new PublicError('FORBIDDEN', 'The data steward has not approved this unmasking yet.');
    case 'REFUSED':
      throw new PublicError('FORBIDDEN', 'The data steward has refused this unmasking. Its comment has the reason.');
    case 'EXPIRED':
      throw new PublicError('FORBIDDEN', 'This unmasking expired after 24 hours. Request a new one.');
  }
}

function publicUnmasking(unmasking: Unmasking, now: Date): UnmaskingShown {
  const { decision, requestedAt, ...request } = unmasking;
  return {
    ...request,
    status: statusOf(unmasking, now),
    requestedAt: requestedAt.toISOString(),
    decidedBy: decision?.decidedBy ?? null,
    decidedAt: decision?.decidedAt.toISOString() ?? null,
    comment: decision?.comment ?? null,
    openUntil: openUntil(unmasking)?.toISOString() ?? null,
  };
}
