import type { ConsentResolvers, MutationResolvers, QueryResolvers } from '../../../schema/generated/emou.ts';
import { readConsentFacts } from '../consents/readConsentFacts.ts';
import { isConsentInForce, readConsents } from '../consents/readConsents.ts';
import { recordConsent } from '../consents/recordConsent.ts';
import { revokeConsent } from '../consents/revokeConsent.ts';
import { actorOf } from '../register/actor.ts';
import type { RegisterRules } from '../register/register.ts';

export const consentQueries: Pick<QueryResolvers, 'consents' | 'consentFacts'> = {
  consents: (_, { personId }, { grant, system: { database } }) =>
    readConsents(database, actorOf(grant), personId ?? null),
  consentFacts: (_, asked, { grant, system: { database, clock } }) => readConsentFacts(database, grant, asked, clock()),
};

export function consentMutations({
  catalogue,
}: RegisterRules): Pick<MutationResolvers, 'recordConsent' | 'revokeConsent'> {
  return {
    recordConsent: async (_, { input }, { grant, system: { database, clock } }) => ({
      consent: await recordConsent(database, catalogue, actorOf(grant), input, clock()),
    }),
    revokeConsent: async (_, { input }, { grant, system: { database, clock } }) => ({
      consent: await revokeConsent(database, actorOf(grant), input, clock),
    }),
  };
}

export const consentResolvers: ConsentResolvers = {
  recordedAt: ({ recordedAt }) => recordedAt.toISOString(),
  revokedAt: ({ revokedAt }) => revokedAt?.toISOString() ?? null,
  inForce: (consent, _, { system }) => isConsentInForce(consent, system.clock()),
};
