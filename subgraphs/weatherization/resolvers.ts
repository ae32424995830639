import type { Resolvers } from '../../schema/generated/weatherization.ts';
import { loadReference } from '../kit/loadReference.ts';
import type { WeatherizationPerson } from './records.ts';

const personOf = (energyClientId: string): WeatherizationPerson => ({ energyClientId });
const personOrNull = (energyClientId: string | null): WeatherizationPerson | null =>
  energyClientId === null ? null : { energyClientId };

export const resolvers: Resolvers = {
  Query: {
    energyApplication: (_query, { number }, { loaders }) => loaders.application.load(number),
  },
  Person: {
    __resolveReference: ({ energyClientId }, { loaders }) =>
      loadReference(loaders.assistance, energyClientId, personOf),
    weatherization: ({ energyClientId }, _args, { loaders }) => loaders.assistance.load(energyClientId),
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
