import type { Resolvers } from '../../schema/generated/weatherization.ts';
import { loadReference } from '../kit/database/loadReference.ts';
import type { EnergyAssistanceRecord, WeatherizationPerson } from './records.ts';

const personOf = (energyClientId: string, record?: EnergyAssistanceRecord): WeatherizationPerson => ({
  energyClientId,
  record,
});
const personOrNull = (energyClientId: string | null): WeatherizationPerson | null =>
  energyClientId === null ? null : { energyClientId };

export const resolvers: Resolvers = {
  Query: {
    energyApplication: (_query, { number }, { loaders }) => loaders.application.load(number),
  },
  Person: {
    __resolveReference: ({ energyClientId }, { loaders }) =>
      loadReference(loaders.assistance, energyClientId, personOf),
    weatherization: ({ energyClientId, record }, _args, { loaders }) =>
      record ?? loaders.assistance.load(energyClientId),
    weatherizationHistory: ({ energyClientId }, _args, { loaders }) => loaders.events.load(energyClientId),
  },
  EnergyApplication: {
    applicant: ({ applicantClientId }) => personOrNull(applicantClientId),
    occupants: async ({ number }, _args, { loaders }) =>
      (await loaders.occupants.load(number)).map(({ clientId }) => personOf(clientId)),
  },
  EnergyAssistance: {
    applicant: ({ applicantClientId }) => personOrNull(applicantClientId),
  },
};
