import { fileURLToPath } from 'node:url';
import { readSubgraphSchema } from '../../schema/files.ts';
import type { SubgraphDefinition } from '../kit/subgraphDefinition.ts';
import { recipients } from './recipients.ts';
import { createMedicaidLoaders, type MedicaidLoaders } from './records.ts';
import { resolvers } from './resolvers.ts';

export const medicaidSubgraph: SubgraphDefinition<MedicaidLoaders> = {
  name: 'medicaid',
  schema: readSubgraphSchema('medicaid'),
  resolvers,
  migrationsDirectory: fileURLToPath(new URL('./migrations/', import.meta.url)),
  plansOnce: true,
  encryptedTables: [recipients],
  createLoaders: createMedicaidLoaders,
};
