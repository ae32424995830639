import { Router } from 'express';
import { FactQuestion, type FactsByKey, factName } from '../../../schema/persons/personFacts.ts';
import type { FactsVerifier, VerifiedFactsToken } from '../grants/grantVerifier.ts';
import { readSystemRequest } from '../http/readSystemRequest.ts';

/**
 * Returns the facts of each person who has any, or `refused` if the token is not about these persons. Returns only
 * facts that the token names.
 */
export type FactsHandler = (token: VerifiedFactsToken, keys: readonly string[]) => Promise<FactsByKey | 'refused'>;

const MAX_BODY_BYTES = 1_000_000;

/**
 * `POST /facts` (schema/persons/personFacts.ts) with a facts token (schema/tokens/factsToken.ts). The token names the requester, the
 * facts and the persons, so this endpoint reveals no more than the gateway based its decisions on. Grants are rejected:
 * no caller has a reason to send one.
 */
export function createFactsEndpoint(tokens: FactsVerifier, answer: FactsHandler): Router {
  const router = Router();
  router.post('/facts', async (request, response) => {
    const asked = await readSystemRequest(request, response, {
      tokens,
      shape: FactQuestion,
      maxBodyBytes: MAX_BODY_BYTES,
    });
    if (asked === undefined) return undefined;
    const { grant, question } = asked;
    const named = new Set(grant.claims.facts);
    const answered = await answer(grant, question.keys);
    if (answered === 'refused') return void response.status(403).end();
    const persons = [...answered]
      .map(([key, facts]) => ({ key, facts: facts.filter((fact) => named.has(factName(fact))) }))
      .filter(({ facts }) => facts.length > 0);
    return void response.set('cache-control', 'no-store').json({ persons });
  });
  return router;
}
