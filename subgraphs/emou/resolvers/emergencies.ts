import type { EmergencyResolvers, MutationResolvers, QueryResolvers } from '../../../schema/generated/emou.ts';
import { liftEmergencyLimit } from '../emergencies/liftEmergencyLimit.ts';
import { openEmergency } from '../emergencies/openEmergency.ts';
import { readEmergencies, readPersonsToTell } from '../emergencies/readEmergencies.ts';
import { recordEmergencyShown } from '../emergencies/recordEmergencyShown.ts';
import { recordPersonTold, reviewEmergency } from '../emergencies/reviewEmergency.ts';
import type { EmouContext } from '../records.ts';
import { actorOf } from '../register/commands/actor.ts';
import { refuseUnlessGateway } from '../register/commands/gatewayOnly.ts';
import type { LoggedRules, Register } from '../register/register.ts';

export function emergencyQueries({ catalogue }: LoggedRules): Pick<QueryResolvers, 'emergencies' | 'personsToTell'> {
  return {
    emergencies: (_, { waiting }, { grant, system: { database } }) =>
      readEmergencies(database, actorOf(grant), waiting ?? true),
    personsToTell: async (_, _arguments, { grant, system: { database } }) =>
      (await readPersonsToTell(database, actorOf(grant), catalogue)).map((row) => ({
        ...row,
        law: [...new Set(row.datasets.flatMap((id) => catalogue.datasets.get(id)?.emergency?.notice ?? []))],
        shownAt: row.shownAt.toISOString(),
      })),
  };
}

export function emergencyMutations(
  rules: LoggedRules,
): Pick<
  MutationResolvers,
  'openEmergency' | 'recordEmergencyShown' | 'reviewEmergency' | 'recordPersonTold' | 'liftEmergencyLimit'
> {
  const registerOf = ({ system: { database, clock } }: EmouContext): Register => ({ ...rules, database, clock });
  return {
    openEmergency: async (_, { input }, context) => {
      refuseUnlessGateway(context.grant);
      const outcome = await openEmergency(registerOf(context), input);
      if ('refusal' in outcome) return { refusal: outcome.refusal, isOpen: false };
      const { emergency, isOpen } = outcome;
      const { openedAt, endsAt } = emergency;
      return { ...emergency, openedAt: openedAt.toISOString(), endsAt: endsAt.toISOString(), isOpen };
    },
    recordEmergencyShown: async (_, { emergencyId, shown }, context) => {
      refuseUnlessGateway(context.grant);
      await recordEmergencyShown(registerOf(context), emergencyId, shown);
      return true;
    },
    reviewEmergency: async (_, { input }, context) => ({
      emergency: await reviewEmergency(registerOf(context), actorOf(context.grant), input),
    }),
    liftEmergencyLimit: async (_, { input }, context) => {
      const actor = actorOf(context.grant);
      const { liftedAt, endsAt, ...lift } = await liftEmergencyLimit(registerOf(context), actor, input);
      return { lift: { ...lift, liftedAt: liftedAt.toISOString(), endsAt: endsAt.toISOString() } };
    },
    recordPersonTold: async (_, { input }, context) => ({
      emergency: await recordPersonTold(registerOf(context), actorOf(context.grant), input),
    }),
  };
}

export const emergencyResolvers: EmergencyResolvers = {
  openedAt: ({ openedAt }) => openedAt.toISOString(),
  endsAt: ({ endsAt }) => endsAt.toISOString(),
  reviewDue: ({ reviewDue }) => reviewDue.toISOString(),
  overdue: ({ reviewDue, reviews }, _, { system: { clock } }) => reviews.length === 0 && clock() >= reviewDue,
  reviews: ({ reviews }) =>
    reviews.map((review) => ({ ...review, reviewedAt: new Date(review.reviewedAt).toISOString() })),
  shown: ({ shown }) => shown.map((subject) => ({ ...subject, shownAt: new Date(subject.shownAt).toISOString() })),
};
