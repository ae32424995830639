import { createKeyedLoader } from '../kit/keyedLoader.ts';
import type { SubgraphSystem } from '../kit/subgraphDefinition.ts';
import type { EmouLoaders } from './records.ts';
import { readApprovalsOfRequests, readRequests } from './register/readRegister.ts';

/** One statement for all approvals, or requests, that an answer refers to. */
export function createEmouLoaders({ database }: SubgraphSystem): EmouLoaders {
  return {
    approvalsByRequest: createKeyedLoader(
      (ids) => readApprovalsOfRequests(database, ids),
      ({ requestId }) => requestId ?? '',
    ),
    requests: createKeyedLoader(
      (ids) => readRequests(database, ids),
      ({ id }) => id,
    ),
  };
}
