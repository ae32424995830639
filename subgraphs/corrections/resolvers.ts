import type { Resolvers } from '../../schema/generated/corrections.ts';
import { loadReference } from '../kit/database/loadReference.ts';
import type { CorrectionsPerson, CustodyRecordRow } from './records.ts';

const personOf = (idocNumber: string, record?: CustodyRecordRow): CorrectionsPerson => ({ idocNumber, record });

export const resolvers: Resolvers = {
  Query: {
    custodyRecord: (_query, { idocNumber }, { loaders }) => loaders.custodyRecord.load(idocNumber),
  },
  Person: {
    __resolveReference: ({ idocNumber }, { loaders }) => loadReference(loaders.custodyRecord, idocNumber, personOf),
    corrections: ({ idocNumber, record }, _args, { loaders }) => record ?? loaders.custodyRecord.load(idocNumber),
    correctionsHistory: ({ idocNumber }, _args, { loaders }) => loaders.events.load(idocNumber),
  },
  CustodyLookup: {
    person: ({ idocNumber }) => personOf(idocNumber),
  },
  CustodyRecord: {
    sentences: ({ idocNumber }, _args, { loaders }) => loaders.sentences.load(idocNumber),
  },
};
