import { fileURLToPath } from 'node:url';
import { readSubgraphSchema } from '../../schema/files.ts';
import type { SubgraphDefinition } from '../kit/subgraphDefinition.ts';
import { openCaseFacts } from './caseFacts.ts';
import { children } from './children.ts';
import { type ChildWelfareLoaders, createChildWelfareLoaders } from './records.ts';
import { resolvers } from './resolvers.ts';

export const childwelfareSubgraph: SubgraphDefinition<ChildWelfareLoaders> = {
  name: 'childwelfare',
  schema: readSubgraphSchema('childwelfare'),
  resolvers,
  migrationsDirectory: fileURLToPath(new URL('./migrations/', import.meta.url)),
  plansOnce: true,
  encryptedTables: [children],
  createLoaders: createChildWelfareLoaders,
  openRoutes: openCaseFacts,
};
