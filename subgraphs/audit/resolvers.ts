import type { Resolvers } from '../../schema/generated/audit.ts';
import type { PseudonymKey } from '../../schema/ledger/personPseudonym.ts';
import { impactQueries } from './impact/impactQueries.ts';
import type { KnownDatasets } from './knownDatasets.ts';
import { createMergedPersons } from './linkChanges/mergedPersons.ts';
import { wrongLinkConnection, wrongLinkQueries } from './linkChanges/wrongLinkDisclosures.ts';
import { questionResolvers } from './questions/questionResolvers.ts';
import { disclosureQueries } from './resolvers/disclosureQueries.ts';
import { createEntryAccess } from './resolvers/entryAccess.ts';
import { disclosureConnection, logQueries } from './resolvers/logQueries.ts';
import { statisticsQueries } from './resolvers/statisticsQueries.ts';
import { suspensionMutations, suspensionQueries } from './resolvers/suspensionResolvers.ts';
import type { SuspensionRegister } from './suspensions/suspensionRegister.ts';
import { ticketResolvers } from './tickets/ticketResolvers.ts';

/**
 * Creates the resolvers. Each one determines the reader before it reads anything.
 *
 * @param personIndexLog origin of the log in which the person index records changes of links
 */
export function createAuditResolvers(
  known: KnownDatasets,
  pseudonymKeys: readonly PseudonymKey[],
  suspensions: SuspensionRegister,
  personIndexLog: string | undefined,
): Resolvers {
  const entries = createEntryAccess(known, pseudonymKeys, suspensions, createMergedPersons(personIndexLog));
  const tickets = ticketResolvers(entries);
  const questions = questionResolvers(entries);
  return {
    Query: {
      ...disclosureQueries(entries),
      ...statisticsQueries,
      ...impactQueries(known),
      ...logQueries,
      ...wrongLinkQueries(known, entries, personIndexLog),
      ...suspensionQueries(suspensions, entries),
      ...tickets.Query,
      ...questions.Query,
    },
    DisclosureConnection: disclosureConnection,
    WrongLinkDisclosureConnection: wrongLinkConnection,
    Mutation: { ...suspensionMutations(suspensions, entries), ...tickets.Mutation, ...questions.Mutation },
  };
}
