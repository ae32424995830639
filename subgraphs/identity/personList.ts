import { Router } from 'express';
import { PERSONS_A_PAGE, PersonListQuestion } from '../../schema/persons/personList.ts';
import { statement } from '../kit/database/statement.ts';
import { readSystemRequest } from '../kit/http/readSystemRequest.ts';
import type { SubgraphSystem } from '../kit/subgraphDefinition.ts';

const MOST_BODY_BYTES = 1_000;
/** Sorts below every id and belongs to nobody. */
const NIL_ID = '00000000-0000-0000-0000-000000000000';

const personIds = statement<{ readonly id: string }>(
  'identity.personIds',
  'select person_id::text as id from person where person_id > $1::uuid order by person_id limit $2',
);

/**
 * `POST /person-list` with a person list token (schema/persons/personList.ts): returns the ids of all persons, one page at a
 * time, and nothing else about them. Audit uses them to resolve the pseudonyms in its log.
 */
export function createPersonListEndpoint({ database, personListTokens: tokens }: SubgraphSystem): Router {
  const router = Router();
  router.post('/person-list', async (request, response) => {
    const options = { tokens, shape: PersonListQuestion, maxBodyBytes: MOST_BODY_BYTES };
    const asked = await readSystemRequest(request, response, options);
    if (asked === undefined) return;
    const rows = await database.rows(personIds, [asked.question.after ?? NIL_ID, PERSONS_A_PAGE]);
    response.set('cache-control', 'no-store').json({ ids: rows.map(({ id }) => id) });
  });
  return router;
}
