import { fileURLToPath } from 'node:url';
import { readSubgraphSchema } from '../../schema/files.ts';
import type { SubgraphDefinition } from '../kit/subgraphDefinition.ts';
import { createIdentityLoaders, type IdentityLoaders } from './loaders.ts';
import { resolvers } from './resolvers.ts';

export const identitySubgraph: SubgraphDefinition<IdentityLoaders> = {
  name: 'identity',
  schema: readSubgraphSchema('identity'),
  resolvers,
  migrationsDirectory: fileURLToPath(new URL('./migrations/', import.meta.url)),
  createLoaders: createIdentityLoaders,
};
