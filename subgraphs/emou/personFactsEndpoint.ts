import type { Router } from 'express';
import { factAt } from '../../schema/persons/personFacts.ts';
import { MOST_PERSONS_OF_A_CALL } from '../../schema/tokens/factsToken.ts';
import { createFactsEndpoint } from '../kit/facts/factsEndpoint.ts';
import type { SubgraphSystem } from '../kit/subgraphDefinition.ts';
import { consentsInForce } from './consents/readConsentFacts.ts';
import { householdInEmergency } from './emergencies/householdInEmergency.ts';
import type { LoggedRules } from './register/register.ts';

const PREFIX = 'CONSENT:';

/** Serves consents to the requester and persons in the requester's declared emergency, by state-wide id. */
export function createPersonFactsEndpoint(
  { database, factsTokens, clock }: SubgraphSystem,
  rules: LoggedRules,
): Router {
  const register = { ...rules, database, clock };
  return createFactsEndpoint(factsTokens, async ({ claims }, personIds) => {
    const { agency, purpose, facts: named } = claims;
    if (personIds.length > (claims.persons?.count ?? MOST_PERSONS_OF_A_CALL)) return 'refused';
    const consents = named.filter((fact) => fact.startsWith(PREFIX));
    const datasets = [...new Set(consents.map((fact) => fact.slice(PREFIX.length)))];
    const facts = new Map<string, string[]>();
    const add = (personId: string, fact: string) => facts.set(personId, [...(facts.get(personId) ?? []), fact]);
    if (datasets.length > 0) {
      const rows = await consentsInForce(register, { personIds, agency, purpose, datasets });
      for (const { personId, dataset } of rows) add(personId, `${PREFIX}${dataset}`);
    }
    if (named.includes('EMERGENCY')) {
      rules.log.assertTrusted();
      const { persons, openedAt } = await householdInEmergency(database, claims, clock());
      for (const personId of personIds) {
        if (!persons.has(personId) || openedAt === undefined) continue;
        add(personId, 'EMERGENCY');
        // The person index knows who became the same person only later.
        add(personId, factAt('EMERGENCY', openedAt));
      }
    }
    return facts;
  });
}
