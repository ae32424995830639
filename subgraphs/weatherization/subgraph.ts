import { fileURLToPath } from 'node:url';
import { readSubgraphSchema } from '../../schema/files.ts';
import type { SubgraphDefinition } from '../kit/subgraphDefinition.ts';
import { clients } from './clients.ts';
import { createWeatherizationLoaders, type WeatherizationLoaders } from './records.ts';
import { resolvers } from './resolvers.ts';

export const weatherizationSubgraph: SubgraphDefinition<WeatherizationLoaders> = {
  name: 'weatherization',
  schema: readSubgraphSchema('weatherization'),
  resolvers,
  migrationsDirectory: fileURLToPath(new URL('./migrations/', import.meta.url)),
  plansOnce: true,
  encryptedTables: [clients],
  createLoaders: createWeatherizationLoaders,
};
