import type { DatasetCatalogue } from '../../schema/datasetCatalogue.ts';
import type { Resolvers } from '../../schema/generated/audit.ts';
import type { PersonReferenceKey } from '../../schema/personReference.ts';
import { disclosureQueries } from './resolvers/disclosureQueries.ts';
import { createEntryAccess } from './resolvers/entryAccess.ts';
import { disclosureConnection, logQueries } from './resolvers/logQueries.ts';
import { statisticsQueries } from './resolvers/statisticsQueries.ts';
import { suspensionMutations, suspensionQueries } from './resolvers/suspensionResolvers.ts';
import type { SuspensionRegister } from './suspensions/suspensionRegister.ts';

/** Creates the resolvers. Each one determines the reader before it reads anything. */
export function createAuditResolvers(
  catalogue: DatasetCatalogue,
  personKeys: readonly PersonReferenceKey[],
  suspensions: SuspensionRegister,
): Resolvers {
  const entries = createEntryAccess(catalogue, personKeys, suspensions);
  return {
    Query: {
      ...disclosureQueries(entries),
      ...statisticsQueries,
      ...logQueries,
      ...suspensionQueries(suspensions, entries),
    },
    DisclosureConnection: disclosureConnection,
    Mutation: suspensionMutations(suspensions, entries),
  };
}
