import type { GrantClaims } from '../../../schema/tokens/grant.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import type { FactsOfPersons } from '../../kit/facts/personFacts.ts';
import { requirePersonId } from '../../kit/values/requirePersonId.ts';
import { STEWARD_AGENCY } from '../agreement/terms/vocabulary.ts';
import { localDate } from '../calendar/localDate.ts';
import { actorOf, hasRole } from '../register/commands/actor.ts';
import { CONSENT_COLUMNS, type ConsentRecord, type ConsentState, consentStateAt } from './consentRecord.ts';
import { personOfGrant } from './mayHandleConsent.ts';
import { requirePerson } from './requirePerson.ts';

/** $1: person, null for all; $2: agency named in the consent, null for any; $3: state, null for all; $4: today. */
const consentList = statement<ConsentRecord>(
  'consentList',
  `select ${CONSENT_COLUMNS} from consent
   where ($1::text is null or lower(person_id) = $1) and ($2::text is null or discloser = $2 or recipient = $2)
     and ($3::text is null or ${consentStateAt('$4')} = $3)
   order by recorded_at desc, consent_id limit 200`,
);

/**
 * Lists consents that name the reader's agency or concern the reader; the data steward sees all. A caseworker or
 * investigator must name a person in their own caseload.
 */
export async function readConsents(
  queries: Queries,
  grant: GrantClaims,
  asked: { readonly personId: string | null; readonly state: ConsentState | null },
  now: Date,
  facts: FactsOfPersons | undefined,
): Promise<readonly ConsentRecord[]> {
  const personId = asked.personId === null ? null : requirePersonId('personId', asked.personId);
  const own = personOfGrant(grant);
  const list = (person: string | null, agency: string | null) =>
    queries.rows(consentList, [person, agency, asked.state, localDate(now)]);
  if (own !== undefined) return personId === null || personId === own ? await list(own, null) : [];
  const actor = actorOf(grant);
  const isSteward = actor.agency === STEWARD_AGENCY && hasRole(actor, 'DATA_STEWARD');
  if (!isSteward && !hasRole(actor, 'CASEWORKER', 'INVESTIGATOR', 'SUPERVISOR', 'DATA_OFFICER')) {
    throw new PublicError('FORBIDDEN', 'Only the staff of the agencies that a consent names can read it.');
  }
  if (!isSteward && !hasRole(actor, 'SUPERVISOR', 'DATA_OFFICER')) {
    if (personId === null) {
      throw new PublicError('BAD_USER_INPUT', 'Give personId: you can read the consents of persons in your own cases.');
    }
    await requirePerson(facts, actor, personId);
  }
  return await list(personId, isSteward ? null : actor.agency);
}
