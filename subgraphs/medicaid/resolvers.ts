import type { Resolvers } from '../../schema/generated/medicaid.ts';
import { loadReference } from '../kit/database/loadReference.ts';
import type { MedicaidCoverageRecord, MedicaidPerson } from './records.ts';

const personOf = (medicaidRin: string, record?: MedicaidCoverageRecord): MedicaidPerson => ({ medicaidRin, record });

export const resolvers: Resolvers = {
  Query: {
    medicaidRecipient: (_query, { rin }, { loaders }) => loaders.coverage.load(rin),
  },
  Person: {
    __resolveReference: ({ medicaidRin }, { loaders }) => loadReference(loaders.coverage, medicaidRin, personOf),
    medicaid: ({ medicaidRin, record }, _args, { loaders }) => record ?? loaders.coverage.load(medicaidRin),
    medicaidHistory: ({ medicaidRin }, _args, { loaders }) => loaders.events.load(medicaidRin),
  },
  MedicaidRecipient: {
    person: ({ rin }) => personOf(rin),
  },
  MedicaidCoverage: {
    primaryCareProvider: ({ providerName, providerNpi }) =>
      providerName === null && providerNpi === null ? null : { name: providerName, npi: providerNpi },
  },
};
