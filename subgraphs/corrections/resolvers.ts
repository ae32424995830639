import type { Resolvers } from '../../schema/generated/corrections.ts';
import { loadReference } from '../kit/loadReference.ts';
import type { CorrectionsPerson } from './records.ts';

const personOf = (idocNumber: string): CorrectionsPerson => ({ idocNumber });

export const resolvers: Resolvers = {
  Query: {
    custodyRecord: (_query, { idocNumber }, { loaders }) => loaders.custodyRecord.load(idocNumber),
  },
  Person: {
    __resolveReference: ({ idocNumber }, { loaders }) => loadReference(loaders.custodyRecord, idocNumber, personOf),
    corrections: ({ idocNumber }, _args, { loaders }) => loaders.custodyRecord.load(idocNumber),
  },
  CustodyLookup: {
    person: ({ idocNumber }) => personOf(idocNumber),
  },
  CustodyRecord: {
    sentences: ({ idocNumber }, _args, { loaders }) => loaders.sentences.load(idocNumber),
  },
};
