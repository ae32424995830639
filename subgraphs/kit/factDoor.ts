import { Router } from 'express';
import { FactQuestion, type FactsByKey } from '../../schema/personFacts.ts';
import type { GrantVerifier, VerifiedGrant } from './grantVerifier.ts';
import { readBody } from './readBody.ts';

/** Which facts hold, of those persons of whom any does. */
export type AnswerFacts = (grant: VerifiedGrant, keys: readonly string[]) => Promise<FactsByKey>;

const maxBodyBytes = 1_000_000;

/**
 * `POST /facts` (schema/personFacts.ts). The grant that a system was asked under is enough: it names the requester and the
 * facts, so it opens no more here than the gateway decided by, and nothing that a grant does not name is told.
 */
export function createFactDoor(grants: GrantVerifier, answer: AnswerFacts): Router {
  const router = Router();
  router.post('/facts', async (request, response) => {
    const verdict = await grants.verify(request.headers.authorization);
    if (verdict.kind === 'refused') return void response.status(401).end();
    if (verdict.kind === 'unavailable') {
      return void response.status(503).set('retry-after', String(verdict.retryAfterSeconds)).end();
    }
    const body = await readBody(request, maxBodyBytes);
    if (body === 'gone') return undefined;
    if (body === 'too large') return void response.status(413).set('connection', 'close').end();
    const question = FactQuestion.safeParse(parseJson(body.text));
    if (!question.success) return void response.status(400).end();
    const { grant } = verdict;
    const named = new Set(factsNamedIn(grant));
    const persons =
      named.size === 0
        ? []
        : [...(await answer(grant, question.data.keys))].map(([key, facts]) => ({
            key,
            facts: facts.filter((fact) => named.has(fact)),
          }));
    return void response.set('cache-control', 'no-store').json({ persons });
  });
  return router;
}

export function factsNamedIn({ claims }: Pick<VerifiedGrant, 'claims'>): readonly string[] {
  return Object.values(claims.conditions ?? {}).flat(2);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The caller is told 400.
    return undefined;
  }
}
