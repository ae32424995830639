import { PublicError } from '../../kit/errors/publicError.ts';
import type { FactsOfPersons } from '../../kit/facts/personFacts.ts';
import { type Actor, hasRole } from '../register/commands/actor.ts';

/**
 * Throws unless the person exists and the officer may act on their consent: a SUPERVISOR or DATA_OFFICER acts for the
 * whole agency, everyone else for the households of their own cases. An officer without such a case gets the same error
 * as for a person who does not exist. Both facts come from the person index (schema/tokens/factsToken.ts).
 */
export async function requirePerson(facts: FactsOfPersons | undefined, actor: Actor, personId: string): Promise<void> {
  const known = (await facts?.of(personId)) ?? [];
  if (hasRole(actor, 'SUPERVISOR', 'DATA_OFFICER')) {
    if (known.includes('KNOWN')) return;
    throw new PublicError('NOT_FOUND', 'There is no person with this id. Check personId.');
  }
  if (known.includes('HOUSEHOLD_OF_CASELOAD') || known.includes('CASELOAD')) return;
  throw new PublicError('FORBIDDEN', 'This person is not in any of your cases. Ask a supervisor or a data officer.');
}
