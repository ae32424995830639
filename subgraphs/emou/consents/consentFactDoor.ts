import type { Router } from 'express';
import { createFactDoor, factsNamedIn } from '../../kit/factDoor.ts';
import type { SubgraphSystem } from '../../kit/subgraphDefinition.ts';
import { consentsInForce } from './readConsentFacts.ts';

const prefix = 'CONSENT:';

/** Which consents to the requester hold, by state-wide id. */
export function createConsentFactDoor({ database, anyGrants, clock }: SubgraphSystem): Router {
  return createFactDoor(anyGrants, async (grant, personIds) => {
    const { agency, purpose } = grant.claims;
    const named = factsNamedIn(grant).filter((fact) => fact.startsWith(prefix));
    const datasets = [...new Set(named.map((fact) => fact.slice(prefix.length)))];
    const facts = new Map<string, string[]>();
    for (const row of await consentsInForce(database, { personIds, agency, purpose, datasets }, clock())) {
      facts.set(row.personId, [...(facts.get(row.personId) ?? []), `${prefix}${row.dataset}`]);
    }
    return facts;
  });
}
