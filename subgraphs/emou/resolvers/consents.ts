import type { ConsentResolvers, MutationResolvers, QueryResolvers } from '../../../schema/generated/emou.ts';
import { confirmConsent } from '../consents/confirmConsent.ts';
import { consentState } from '../consents/consentRecord.ts';
import { readConsentFacts } from '../consents/readConsentFacts.ts';
import { readConsents } from '../consents/readConsents.ts';
import { recordConsent } from '../consents/recordConsent.ts';
import { revokeConsent } from '../consents/revokeConsent.ts';
import type { EmouContext } from '../records.ts';
import { actorOf } from '../register/commands/actor.ts';
import type { LoggedRules, Register } from '../register/register.ts';

export function consentQueries(rules: LoggedRules): Pick<QueryResolvers, 'consents' | 'consentFacts'> {
  return {
    consents: (_, { personId, state }, { grant, facts, system: { database, clock } }) =>
      readConsents(database, grant, { personId: personId ?? null, state: state ?? null }, clock(), facts),
    consentFacts: (_, asked, { grant, system: { database, clock } }) =>
      readConsentFacts({ ...rules, database, clock }, grant, asked),
  };
}

export function consentMutations(
  rules: LoggedRules,
): Pick<MutationResolvers, 'recordConsent' | 'confirmConsent' | 'revokeConsent'> {
  const registerOf = ({ system: { database, clock } }: EmouContext): Register => ({ ...rules, database, clock });
  return {
    recordConsent: async (_, { input }, context) => ({
      consent: await recordConsent(registerOf(context), actorOf(context.grant), input, context.facts),
    }),
    confirmConsent: async (_, { input }, context) => ({
      consent: await confirmConsent(registerOf(context), context.grant, input),
    }),
    revokeConsent: async (_, { input }, context) => ({
      consent: await revokeConsent(registerOf(context), context.grant, input),
    }),
  };
}

export const consentResolvers: ConsentResolvers = {
  recordedAt: ({ recordedAt }) => recordedAt.toISOString(),
  confirmedAt: ({ confirmedAt }) => confirmedAt?.toISOString() ?? null,
  revokedAt: ({ revokedAt }) => revokedAt?.toISOString() ?? null,
  state: (consent, _, { system }) => consentState(consent, system.clock()),
  inForce: (consent, _, { system }) => consentState(consent, system.clock()) === 'IN_FORCE',
};
