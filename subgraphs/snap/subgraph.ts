import { fileURLToPath } from 'node:url';
import { readSubgraphSchema } from '../../schema/files.ts';
import type { SubgraphDefinition } from '../kit/subgraphDefinition.ts';
import { clients } from './clients.ts';
import { createSnapLoaders, type SnapLoaders } from './records.ts';
import { resolvers } from './resolvers.ts';

export const snapSubgraph: SubgraphDefinition<SnapLoaders> = {
  name: 'snap',
  schema: readSubgraphSchema('snap'),
  resolvers,
  migrationsDirectory: fileURLToPath(new URL('./migrations/', import.meta.url)),
  plansOnce: true,
  encryptedTables: [clients],
  createLoaders: createSnapLoaders,
};
