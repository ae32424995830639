import { fileURLToPath } from 'node:url';
import { readSubgraphSchema } from '../../schema/files.ts';
import type { SubgraphDefinition } from '../kit/subgraphDefinition.ts';
import { createEducationLoaders, type EducationLoaders } from './records.ts';
import { resolvers } from './resolvers.ts';
import { students } from './students.ts';

export const educationSubgraph: SubgraphDefinition<EducationLoaders> = {
  name: 'education',
  schema: readSubgraphSchema('education'),
  resolvers,
  migrationsDirectory: fileURLToPath(new URL('./migrations/', import.meta.url)),
  plansOnce: true,
  encryptedTables: [students],
  createLoaders: createEducationLoaders,
};
