import type { Resolvers } from '../../schema/generated/childwelfare.ts';
import { loadReference } from '../kit/database/loadReference.ts';
import { readCaseload } from './caseload/caseload.ts';
import type { ChildWelfareCaseRecord, ChildWelfarePerson } from './records.ts';

const personOf = (cypId: string, record?: ChildWelfareCaseRecord): ChildWelfarePerson => ({ cypId, record });

export const resolvers: Resolvers = {
  Query: {
    childWelfareCase: (_query, { number }, { loaders }) => loaders.caseFile.load(number),
    myCaseload: (_query, _args, context) => readCaseload(context),
  },
  Person: {
    __resolveReference: ({ cypId }, { loaders }) => loadReference(loaders.childCase, cypId, personOf),
    childWelfare: ({ cypId, record }, _args, { loaders }) => record ?? loaders.childCase.load(cypId),
    childWelfareHistory: ({ cypId }, _args, { loaders }) => loaders.events.load(cypId),
  },
  CaseloadCase: { person: ({ cypId }) => personOf(cypId) },
  ChildWelfareCaseFile: {
    children: async ({ number }, _args, { loaders }) =>
      (await loaders.children.load(number)).map(({ cypId }) => personOf(cypId)),
  },
  ChildWelfareCase: {
    /** The department knows siblings by the case they share. */
    siblings: async ({ cypId, caseNumber }, _args, { loaders }) =>
      (await loaders.children.load(caseNumber))
        .filter((child) => child.cypId !== cypId)
        .map((child) => personOf(child.cypId)),
  },
};
