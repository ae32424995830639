import type { Resolvers } from '../../schema/generated/tanf.ts';
import { loadReference } from '../kit/database/loadReference.ts';
import type { TanfParticipationRecord, TanfPerson } from './records.ts';

const personOf = (tanfClientId: string, record?: TanfParticipationRecord): TanfPerson => ({ tanfClientId, record });
const personOrNull = (tanfClientId: string | null): TanfPerson | null =>
  tanfClientId === null ? null : { tanfClientId };

export const resolvers: Resolvers = {
  Query: {
    tanfCase: (_query, { number }, { loaders }) => loaders.case.load(number),
  },
  Person: {
    __resolveReference: ({ tanfClientId }, { loaders }) => loadReference(loaders.participation, tanfClientId, personOf),
    tanf: ({ tanfClientId, record }, _args, { loaders }) => record ?? loaders.participation.load(tanfClientId),
    tanfHistory: ({ tanfClientId }, _args, { loaders }) => loaders.events.load(tanfClientId),
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
