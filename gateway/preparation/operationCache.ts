import { GraphQLError } from 'graphql';
import type { DecisionTable } from '../authorization/decisions/decisionTable.ts';
import type { CallerAllowance } from '../budget/callerAllowance.ts';
import type { Caches } from '../runtime/caches.ts';
import type { BusyOperation, Preparation, PreparedRequest, PrepareRequest } from './preparedRequest.ts';

/** Codes of refusals that cost as much as the most expensive operation. */
const COSTLY: ReadonlySet<unknown> = new Set(['OPERATION_TOO_COMPLEX', 'PLANNING_TIMEOUT']);

/** Estimated heap of an entry until its size is known. */
const IN_PREPARATION_BYTES = 10_000;
/** Estimated heap of a prepared operation without its plan, of each decision, and of each denial with its error. */
const REQUEST_BYTES = 5_000;
const DECISION_BYTES = 350;
const DENIAL_BYTES = 3_000;

function bytesOfRequest({ fieldDecisions, denialErrors }: PreparedRequest): number {
  return REQUEST_BYTES + DECISION_BYTES * fieldDecisions.length + DENIAL_BYTES * denialErrors.count;
}

/** An entry of the cache: an operation for one kind of requester. */
interface CachedOperation extends BusyOperation {
  readonly made: Promise<PreparedRequest>;
  /** Requests so far. A plain number, because every request adds to it. */
  uses: number;
}

export interface OperationCacheOptions {
  readonly prepareOperation: PrepareRequest;
  readonly allowance: CallerAllowance;
  /** Maximum number of prepared operations, over all requesters. */
  readonly maxPrepared: number;
  readonly caches: Caches;
  readonly onHit: () => void;
}

/**
 * Caches prepared operations by document, operation, and decisions. Never by the text alone, or plans would cross
 * requesters.
 */
export function createOperationCache(options: OperationCacheOptions): Preparation {
  const { prepareOperation, allowance, maxPrepared, caches, onHit } = options;
  const ids = new WeakMap<DecisionTable['identity'], number>();
  let nextId = 0;
  const prepared = caches.lru<string, CachedOperation>('prepared operations', {
    max: maxPrepared,
    bytesOf: () => IN_PREPARATION_BYTES,
  });

  const prepare: PrepareRequest = (request, decisions) => {
    const { operation, requester } = request;
    let id = ids.get(decisions.identity);
    if (id === undefined) {
      id = nextId++;
      ids.set(decisions.identity, id);
    }
    const key = `${id}:${operation.documentHash}:${operation.definition.name?.value ?? ''}`;
    const cached = prepared.get(key);
    if (cached !== undefined) {
      cached.uses++;
      onHit();
      return cached.made;
    }
    const made = prepareOperation(request, decisions);
    const entry: CachedOperation = { operation, requester, made, uses: 1 };
    prepared.set(key, entry);
    // A failure rejects every waiting request and is not cached: the next request tries again.
    made.then(
      (ready) => prepared.resize(key, entry, bytesOfRequest(ready)),
      (error: unknown) => {
        prepared.delete(key);
        if (error instanceof GraphQLError && COSTLY.has(error.extensions.code)) allowance.chargeRefused(requester);
      },
    );
    return made;
  };

  return {
    prepare,
    busiest: (most) => [...prepared.values()].sort((one, other) => other.uses - one.uses).slice(0, most),
  };
}
