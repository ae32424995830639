import type { Resolvers } from '../../schema/generated/medicaid.ts';
import { loadReference } from '../kit/loadReference.ts';
import type { MedicaidPerson } from './records.ts';

const personOf = (medicaidRin: string): MedicaidPerson => ({ medicaidRin });

export const resolvers: Resolvers = {
  Query: {
    medicaidRecipient: (_query, { rin }, { loaders }) => loaders.coverage.load(rin),
  },
  Person: {
    __resolveReference: ({ medicaidRin }, { loaders }) => loadReference(loaders.coverage, medicaidRin, personOf),
    medicaid: ({ medicaidRin }, _args, { loaders }) => loaders.coverage.load(medicaidRin),
  },
  MedicaidRecipient: {
    person: ({ rin }) => personOf(rin),
  },
  MedicaidCoverage: {
    primaryCareProvider: ({ providerName, providerNpi }) =>
      providerName === null && providerNpi === null ? null : { name: providerName, npi: providerNpi },
  },
};
