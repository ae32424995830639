import { parsePersonId } from '../../../schema/persons/personId.ts';
import type { GrantClaims } from '../../../schema/tokens/grant.ts';
import type { LoggedRow } from '../../kit/administration/loggedTable.ts';
import { statement } from '../../kit/database/statement.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { localDate } from '../calendar/localDate.ts';
import { refuseUnlessGateway } from '../register/commands/gatewayOnly.ts';
import { loggedTables } from '../register/log/loggedTables.ts';
import { readRecorded } from '../register/log/readRecorded.ts';
import type { Register } from '../register/register.ts';

export interface ConsentFactRow {
  readonly personId: string;
  readonly dataset: string;
}

const MOST_PERSONS = 2_000;

const holdingConsents = statement<{
  readonly personId: string;
  readonly datasets: readonly string[];
  readonly row: LoggedRow;
}>(
  'holdingConsents',
  `select lower(person_id) as "personId", datasets, logged_row(consent) as row from consent
   where lower(person_id) = any($1) and recipient = $2 and purpose = $3 and datasets && $4
     and confirmed_at is not null and revoked_at is null and given_on <= $5::date and expires_on >= $5::date
   order by lower(person_id)`,
);

/** Reads consents in force for the gateway's decisions. */
export async function readConsentFacts(
  register: Register,
  grant: Pick<GrantClaims, 'roles' | 'sub'>,
  asked: ConsentQuestion,
): Promise<readonly ConsentFactRow[]> {
  refuseUnlessGateway(grant);
  const { personIds } = asked;
  if (personIds.length > MOST_PERSONS) {
    throw new PublicError('BAD_USER_INPUT', `Request at most ${MOST_PERSONS} persons at a time.`);
  }
  return await consentsInForce(register, asked);
}

export interface ConsentQuestion {
  readonly personIds: readonly string[];
  readonly agency: string;
  readonly purpose: string;
  readonly datasets: readonly string[];
}

/**
 * Reads consents to this agency and purpose that are valid today and are in the log, one row per person and dataset.
 */
export async function consentsInForce(
  register: Register,
  { personIds, agency, purpose, datasets }: ConsentQuestion,
): Promise<readonly ConsentFactRow[]> {
  const possible = personIds.flatMap((id) => parsePersonId(id) ?? []);
  const today = localDate(register.clock());
  const consents = await readRecorded(register, loggedTables.consent, () =>
    register.database.rows(holdingConsents, [possible, agency, purpose, datasets, today]),
  );
  const asked = new Set(datasets);
  const facts = new Map<string, ConsentFactRow>();
  for (const { personId, datasets: given } of consents) {
    for (const dataset of given) {
      if (asked.has(dataset)) facts.set(`${personId} ${dataset}`, { personId, dataset });
    }
  }
  return [...facts.keys()].sort().flatMap((key) => facts.get(key) ?? []);
}
