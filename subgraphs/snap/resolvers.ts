import type { Resolvers } from '../../schema/generated/snap.ts';
import { loadReference } from '../kit/database/loadReference.ts';
import type { SnapParticipationRecord, SnapPerson } from './records.ts';

const personOf = (snapClientId: string, record?: SnapParticipationRecord): SnapPerson => ({ snapClientId, record });
const personOrNull = (snapClientId: string | null): SnapPerson | null =>
  snapClientId === null ? null : { snapClientId };

export const resolvers: Resolvers = {
  Query: {
    snapCase: (_query, { number }, { loaders }) => loaders.case.load(number),
  },
  Person: {
    __resolveReference: ({ snapClientId }, { loaders }) => loadReference(loaders.participation, snapClientId, personOf),
    snap: ({ snapClientId, record }, _args, { loaders }) => record ?? loaders.participation.load(snapClientId),
    snapHistory: ({ snapClientId }, _args, { loaders }) => loaders.events.load(snapClientId),
  },
  SnapCase: {
    headOfHousehold: ({ headClientId }) => personOrNull(headClientId),
    members: async ({ number }, _args, { loaders }) =>
      (await loaders.members.load(number)).map(({ clientId }) => personOf(clientId)),
  },
  SnapParticipation: {
    headOfHousehold: ({ headClientId }) => personOrNull(headClientId),
    assistanceUnit: ({ caseNumber }, _args, { loaders }) => loaders.members.load(caseNumber),
    grossIncome: ({ grossIncomeAmount, grossIncomeSource }) => ({
      amount: grossIncomeAmount,
      source: grossIncomeSource,
    }),
    netIncome: ({ netIncomeAmount, netIncomeSource }) => ({ amount: netIncomeAmount, source: netIncomeSource }),
  },
  SnapUnitMember: {
    person: ({ clientId }) => personOf(clientId),
  },
};
