import type { EmergencyResolvers, MutationResolvers, QueryResolvers } from '../../../schema/generated/emou.ts';
import { liftEmergencyLimit } from '../emergencies/liftEmergencyLimit.ts';
import { openEmergency } from '../emergencies/openEmergency.ts';
import { readEmergencies, readPersonsToTell } from '../emergencies/readEmergencies.ts';
import { recordEmergencyShown } from '../emergencies/recordEmergencyShown.ts';
import { recordPersonTold, reviewEmergency } from '../emergencies/reviewEmergency.ts';
import { actorOf } from '../register/actor.ts';
import { refuseUnlessGateway } from '../register/gatewayOnly.ts';
import type { LoggedRules } from '../register/register.ts';

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
  return {
    openEmergency: async (_, { input }, { grant, system: { database, clock } }) => {
      refuseUnlessGateway(grant);
      const outcome = await openEmergency({ ...rules, database }, input, clock);
      if ('refusal' in outcome) return { refusal: outcome.refusal, isOpen: false };
      const { emergency, isOpen } = outcome;
      const { openedAt, endsAt } = emergency;
      return { ...emergency, openedAt: openedAt.toISOString(), endsAt: endsAt.toISOString(), isOpen };
    },
    recordEmergencyShown: async (_, { emergencyId, shown }, { grant, system: { database, clock } }) => {
      refuseUnlessGateway(grant);
      await recordEmergencyShown(database, emergencyId, shown, clock());
      return true;
    },
    reviewEmergency: async (_, { input }, { grant, system: { database, clock } }) => ({
      emergency: await reviewEmergency(database, actorOf(grant), input, clock),
    }),
    liftEmergencyLimit: async (_, { input }, { grant, system: { database, clock } }) => {
      const { liftedAt, endsAt, ...lift } = await liftEmergencyLimit(
        { ...rules, database, clock },
        actorOf(grant),
        input,
      );
      return { lift: { ...lift, liftedAt: liftedAt.toISOString(), endsAt: endsAt.toISOString() } };
    },
    recordPersonTold: async (_, { input }, { grant, system: { database, clock } }) => ({
      emergency: await recordPersonTold(database, actorOf(grant), input, clock),
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
