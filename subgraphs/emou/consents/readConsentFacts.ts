import type { GrantClaims } from '../../../schema/grant.ts';
import type { Queries } from '../../kit/database.ts';
import { PublicError } from '../../kit/publicError.ts';
import { statement } from '../../kit/statement.ts';
import { localDate } from '../calendar/localDate.ts';
import { refuseUnlessGateway } from '../register/gatewayOnly.ts';

export interface ConsentFactRow {
  readonly personId: string;
  readonly dataset: string;
}

const mostPersons = 2_000;

const consentFacts = statement<ConsentFactRow>(
  'consentFacts',
  `SELECT DISTINCT person_id AS "personId", dataset FROM consent, unnest(datasets) AS dataset
   WHERE person_id = ANY($1) AND recipient = $2 AND purpose = $3 AND dataset = ANY($4)
     AND confirmed_at IS NOT NULL AND revoked_at IS NULL AND given_on <= $5::date AND expires_on >= $5::date
   ORDER BY 1, 2`,
);

/** Who has consented to what, for the gateway's decisions. */
export async function readConsentFacts(
  queries: Queries,
  grant: Pick<GrantClaims, 'roles' | 'sub'>,
  asked: ConsentQuestion,
  now: Date,
): Promise<readonly ConsentFactRow[]> {
  refuseUnlessGateway(grant);
  const { personIds } = asked;
  if (personIds.length > mostPersons) {
    throw new PublicError('BAD_USER_INPUT', `Ask for at most ${mostPersons} persons at once.`);
  }
  return await consentsInForce(queries, asked, now);
}

export interface ConsentQuestion {
  readonly personIds: readonly string[];
  readonly agency: string;
  readonly purpose: string;
  readonly datasets: readonly string[];
}

/** Consents to this agency and purpose that hold today, one row for each person and dataset. */
export async function consentsInForce(
  queries: Queries,
  { personIds, agency, purpose, datasets }: ConsentQuestion,
  now: Date,
): Promise<readonly ConsentFactRow[]> {
  const possible = personIds.filter((id) => !id.includes('\0'));
  return await queries.rows(consentFacts, [possible, agency, purpose, datasets, localDate(now)]);
}
