import { fileURLToPath } from 'node:url';
import type { DatasetCatalogue } from '../../schema/datasetCatalogue.ts';
import { readSubgraphSchema } from '../../schema/files.ts';
import type { PersonReferenceKey } from '../../schema/personReference.ts';
import type { SubgraphDefinition } from '../kit/subgraphDefinition.ts';
import { indexCheckRoutes } from './indexCheck/indexCheckRoutes.ts';
import { createAuditResolvers } from './resolvers.ts';

export const auditMigrationsDirectory: string = fileURLToPath(new URL('./migrations/', import.meta.url));

/** The disclosure log, readable. `personKeys`: every epoch's, so that older references are found too. */
export function createAuditSubgraph(options: {
  readonly catalogue: DatasetCatalogue;
  readonly personKeys: readonly PersonReferenceKey[];
}): SubgraphDefinition {
  return {
    name: 'audit',
    schema: readSubgraphSchema('audit'),
    resolvers: createAuditResolvers(options.catalogue, options.personKeys),
    migrationsDirectory: auditMigrationsDirectory,
    createLoaders: () => ({}),
    asksAboutNamedPersons: true,
    openRoutes: indexCheckRoutes,
  };
}
