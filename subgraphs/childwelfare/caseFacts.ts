import { MOST_OF_A_HOUSEHOLD, MOST_PERSONS_OF_A_CALL } from '../../schema/tokens/factsToken.ts';
import { statement } from '../kit/database/statement.ts';
import { createFactsEndpoint, type FactsHandler } from '../kit/facts/factsEndpoint.ts';
import type { SubgraphRoutes, SubgraphSystem } from '../kit/subgraphDefinition.ts';
import { illinoisDate } from '../kit/values/illinoisDate.ts';

/** Agency whose case assignments they are: a worker of another agency may have the same subject. */
const OWNER = 'DCFS';

interface CaseFactRow {
  readonly cypId: string;
  readonly isWard: boolean;
  readonly isAssigned: boolean;
}

const caseFacts = statement<CaseFactRow>(
  'childwelfare.caseFacts',
  `select c.cyp_id as "cypId", c.legal_status in ('TEMPORARY_CUSTODY', 'GUARDIANSHIP') as "isWard",
     exists (
       select 1 from case_assignment a
       where a.case_number = c.case_number and f.status = 'OPEN' and a.worker = $2 and a.assigned_on <= $3
         and (a.ended_on is null or a.ended_on > $3)
     ) as "isAssigned"
   from child c join child_welfare_case f using (case_number)
   where c.cyp_id = any($1)`,
);

/** Persons who are wards of the state or in a case assigned to the requester, by this system's own numbers. */
export function openCaseFacts({ database, factsTokens, clock }: SubgraphSystem): SubgraphRoutes {
  const answer: FactsHandler = async ({ claims }, keys) => {
    // The index asks about every person in the households of the call's persons.
    if (keys.length > (claims.persons?.count ?? MOST_PERSONS_OF_A_CALL) * MOST_OF_A_HOUSEHOLD) return 'refused';
    const worker = claims.agency === OWNER ? (claims.sub ?? null) : null;
    const possible = keys.filter((key) => !key.includes('\0'));
    const rows = await database.rows(caseFacts, [possible, worker, illinoisDate(clock())]);
    return new Map(
      rows.map(({ cypId, isWard, isAssigned }) => [
        cypId,
        // A caseworker with one case of a household carries the whole household; the person index knows who lives together.
        [...(isWard ? ['WARD'] : []), ...(isAssigned ? ['CASELOAD', 'HOUSEHOLD_OF_CASELOAD'] : [])],
      ]),
    );
  };
  return { router: createFactsEndpoint(factsTokens, answer), stop: () => undefined };
}
