import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import { readSubgraphSchema } from '../../schema/files.ts';
import type { SubgraphDefinition } from '../kit/subgraphDefinition.ts';
import { createIdentityLoaders, type IdentityLoaders } from './loaders.ts';
import { type FactSourceUrls, openPersonFacts } from './personFacts.ts';
import { combinePersonKeys } from './personKeys.ts';
import { createPersonListEndpoint } from './personList.ts';
import { createIdentityResolvers } from './resolvers.ts';

export const identityMigrationsDirectory: string = fileURLToPath(new URL('./migrations/', import.meta.url));

/** The person index. */
export function createIdentitySubgraph(factSources: FactSourceUrls): SubgraphDefinition<IdentityLoaders> {
  const personKeys = combinePersonKeys({});
  return {
    name: 'identity',
    schema: readSubgraphSchema('identity'),
    resolvers: createIdentityResolvers(factSources, personKeys),
    migrationsDirectory: identityMigrationsDirectory,
    plansOnce: true,
    createLoaders: createIdentityLoaders,
    openRoutes(system) {
      const facts = openPersonFacts(system, factSources, () => personKeys);
      return { router: Router().use(facts.router, createPersonListEndpoint(system)), stop: facts.stop };
    },
  };
}
