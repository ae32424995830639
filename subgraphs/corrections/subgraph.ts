import { fileURLToPath } from 'node:url';
import { readSubgraphSchema } from '../../schema/files.ts';
import type { SubgraphDefinition } from '../kit/subgraphDefinition.ts';
import { persons } from './persons.ts';
import { type CorrectionsLoaders, createCorrectionsLoaders } from './records.ts';
import { resolvers } from './resolvers.ts';

export const correctionsSubgraph: SubgraphDefinition<CorrectionsLoaders> = {
  name: 'corrections',
  schema: readSubgraphSchema('corrections'),
  resolvers,
  migrationsDirectory: fileURLToPath(new URL('./migrations/', import.meta.url)),
  plansOnce: true,
  encryptedTables: [persons],
  createLoaders: createCorrectionsLoaders,
};
