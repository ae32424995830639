import { fileURLToPath } from 'node:url';
import { readSubgraphSchema } from '../../schema/files.ts';
import type { SubgraphDefinition } from '../kit/subgraphDefinition.ts';
import { clients } from './clients.ts';
import { createTanfLoaders, type TanfLoaders } from './records.ts';
import { resolvers } from './resolvers.ts';

export const tanfSubgraph: SubgraphDefinition<TanfLoaders> = {
  name: 'tanf',
  schema: readSubgraphSchema('tanf'),
  resolvers,
  migrationsDirectory: fileURLToPath(new URL('./migrations/', import.meta.url)),
  plansOnce: true,
  encryptedTables: [clients],
  createLoaders: createTanfLoaders,
};
