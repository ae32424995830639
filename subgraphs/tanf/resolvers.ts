import type { Resolvers } from '../../schema/generated/tanf.ts';
import { loadReference } from '../kit/loadReference.ts';
import type { TanfPerson } from './records.ts';

const personOf = (tanfClientId: string): TanfPerson => ({ tanfClientId });
const personOrNull = (tanfClientId: string | null): TanfPerson | null =>
  tanfClientId === null ? null : { tanfClientId };

export const resolvers: Resolvers = {
  Query: {
    tanfCase: (_query, { number }, { loaders }) => loaders.case.load(number),
  },
  Person: {
    __resolveReference: ({ tanfClientId }, { loaders }) => loadReference(loaders.participation, tanfClientId, personOf),
    tanf: ({ tanfClientId }, _args, { loaders }) => loaders.participation.load(tanfClientId),
  },
  TanfCase: {
    payee: ({ payeeClientId }) => personOrNull(payeeClientId),
    members: async ({ number }, _args, { loaders }) =>
      (await loaders.members.load(number)).map(({ clientId }) => personOf(clientId)),
  },
  TanfParticipation: {
    payee: ({ payeeClientId }) => personOrNull(payeeClientId),
  },
};
