import { fileURLToPath } from 'node:url';
import type { DatasetCatalogue } from '../../schema/datasetCatalogue.ts';
import { readSubgraphSchema } from '../../schema/files.ts';
import type { PersonReferenceKey } from '../../schema/personReference.ts';
import type { AdministrationLogSettings } from '../kit/administration/administrationLog.ts';
import type { SubgraphDefinition } from '../kit/subgraphDefinition.ts';
import { indexCheckRoutes } from './indexCheck/indexCheckRoutes.ts';
import { createAuditResolvers } from './resolvers.ts';
import { createSuspensionRegister } from './suspensionRegister.ts';

export const auditMigrationsDirectory: string = fileURLToPath(new URL('./migrations/', import.meta.url));

/** The disclosure log, readable. `personKeys`: every epoch's, so that older references are found too. */
export function createAuditSubgraph(options: {
  readonly catalogue: DatasetCatalogue;
  readonly personKeys: readonly PersonReferenceKey[];
  /** Suspensions are recorded here before they take effect. */
  readonly administration: AdministrationLogSettings;
}): SubgraphDefinition {
  const suspensions = createSuspensionRegister(options.administration);
  return {
    name: 'audit',
    schema: readSubgraphSchema('audit'),
    resolvers: createAuditResolvers(options.catalogue, options.personKeys, suspensions),
    migrationsDirectory: auditMigrationsDirectory,
    createLoaders: () => ({}),
    asksAboutNamedPersons: true,
    async openRoutes(system) {
      try {
        await suspensions.align(system);
      } catch (error) {
        await suspensions.close();
        throw error;
      }
      const indexCheck = indexCheckRoutes(system);
      return {
        router: indexCheck.router,
        async stop() {
          await indexCheck.stop();
          await suspensions.close();
        },
      };
    },
  };
}
