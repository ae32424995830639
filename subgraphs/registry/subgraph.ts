import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import { type FeedKey, readFeedKey } from '../../feed/feedKey.ts';
import { readSubgraphSchema } from '../../schema/files.ts';
import type { Resolvers } from '../../schema/generated/registry.ts';
import type { AdministrationLogSettings } from '../kit/administration/administrationLog.ts';
import { createComparedRegister } from '../kit/administration/comparedRegister.ts';
import { startTableCheckJob } from '../kit/administration/tableCheckJob.ts';
import type { SubgraphDefinition, SubgraphSystem } from '../kit/subgraphDefinition.ts';
import type { KnownApprovals } from './approvals/followApprovals.ts';
import { createCheckRunner } from './checks/runChecks.ts';
import { createContentStore } from './content/contentStore.ts';
import { documentsFeedRouter, registryFeedRouter, startDocumentsFeed, startRegistryFeed } from './feed/feedRoutes.ts';
import type { Registry } from './registry.ts';
import { reportRoutes } from './reports/reportRoutes.ts';
import { registryMutations } from './resolvers/mutations.ts';
import { registryQueries } from './resolvers/queries.ts';
import { publicationResolvers, subgraphResolvers, supergraphResolvers } from './resolvers/typeResolvers.ts';
import { publishShipped } from './seed/publishShipped.ts';
import { readShippedSchema, type ShippedSchema } from './seed/shippedSchema.ts';
import { comparedTables, contentTable } from './tables.ts';

export const registryMigrationsDirectory: string = fileURLToPath(new URL('./migrations/', import.meta.url));

const CHECK_EVERY_MS = 10_000;

export interface RegistryOptions {
  /** ES256, PEM: signs the feed. */
  readonly feedPrivateKeyPem: string;
  /** Publications and decisions are recorded here before they take effect. */
  readonly administration: AdministrationLogSettings;
  /** Follows emou's approvals. Stopped when the system stops. */
  readonly openApprovals: (system: SubgraphSystem, key: FeedKey) => KnownApprovals;
  /** Published on the first start. Default: the schema folder of the product. */
  readonly shipped?: ShippedSchema;
}

/** The registry of subgraphs: what agencies publish, and the supergraph that is composed of it. */
export function createRegistrySubgraph(options: RegistryOptions): SubgraphDefinition {
  const key = readFeedKey(options.feedPrivateKeyPem);
  const register = createComparedRegister(options.administration, comparedTables, [contentTable]);
  let approvals: Registry['approvals'] = () => undefined;
  let announce: () => Promise<void> = () => Promise.resolve();
  let announceDocuments = announce;
  const registry: Registry = {
    ...{ register, contents: createContentStore(), checks: createCheckRunner() },
    approvals: () => approvals(),
    announce: () => announce(),
    announceDocuments: () => announceDocuments(),
  };
  const resolvers: Resolvers = {
    Query: registryQueries(registry),
    Mutation: registryMutations(registry),
    Subgraph: subgraphResolvers(),
    Publication: publicationResolvers(registry),
    SupergraphVersion: supergraphResolvers(registry),
  };
  return {
    name: 'registry',
    schema: readSubgraphSchema('registry'),
    resolvers,
    migrationsDirectory: registryMigrationsDirectory,
    createLoaders: () => ({}),
    async openRoutes(system) {
      try {
        await register.align(system);
        await publishShipped(registry, system, options.shipped ?? readShippedSchema());
      } catch (error) {
        await register.close();
        throw error;
      }
      const feed = startRegistryFeed(system, { registry, key });
      announce = () => feed.refresh().catch(() => undefined);
      const documents = startDocumentsFeed(system, { registry, key });
      announceDocuments = () => documents.refresh().catch(() => undefined);
      const known = options.openApprovals(system, key);
      approvals = known.current;
      const tableCheck = startTableCheckJob(register, system, CHECK_EVERY_MS);
      return {
        router: Router()
          .use(registryFeedRouter(system, feed, key), reportRoutes(system))
          .use('/documents', documentsFeedRouter(system, documents, key)),
        async stop() {
          const parts = [feed, known, documents, tableCheck, registry.checks];
          await Promise.all(parts.map((part) => part.stop()));
          await register.close();
        },
      };
    },
  };
}
