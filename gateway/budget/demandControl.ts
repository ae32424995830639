import type { GraphQLError } from 'graphql';
import type { DisclosurePrepared } from '../disclosure/disclosureRequest.ts';
import type { Operation } from '../model/operation.ts';
import type { Requester } from '../model/requester.ts';
import { operationTooCostly } from './budgetErrors.ts';
import type { CallerAllowance } from './callerAllowance.ts';
import { amountFor, type CostModel, compileCost } from './estimateCost.ts';
import { createIntrospectionSize } from './introspectionSize.ts';
import type { Amount, Variables } from './listSize.ts';

/** Estimates the cost of every operation before it is planned. */
export interface DemandControl {
  /** Undefined when the estimated cost is within the limit. Throws GraphQLError OPERATION_TOO_COMPLEX. */
  check(request: EstimatedRequest): TooCostly | undefined;
}

export interface TooCostly {
  /** For the caller: OPERATION_TOO_COSTLY. */
  readonly error: GraphQLError;
  /** For the record of the request, which was not prepared. */
  readonly requested: DisclosurePrepared;
}

export interface EstimatedRequest {
  /** Estimates are kept for as long as this object is in use. */
  readonly operation: Operation;
  readonly variables: Variables;
  readonly requester: Requester;
}

export interface DemandControlOptions extends Omit<CostModel, 'introspectionSize'> {
  /** Maximum estimated cost. */
  readonly maxCost: number;
  readonly allowance: CallerAllowance;
}

/** The estimate of one operation. */
interface Estimate {
  readonly cost: Amount;
  /** One object for all requests of the operation: what their records are made from is cached by it. */
  readonly requested: DisclosurePrepared;
}

/**
 * Estimates by the operation, its variables, and the schema alone. The sender does not matter, so an estimate reveals
 * nothing about approvals or data. A repeated operation costs one look-up and a comparison.
 */
export function createDemandControl({ maxCost, allowance, ...model }: DemandControlOptions): DemandControl {
  const estimates = new WeakMap<Operation, Estimate>();
  const introspectionSize = createIntrospectionSize(model.schema);

  function estimateOf(operation: Operation): Estimate {
    let estimate = estimates.get(operation);
    if (estimate === undefined) {
      estimate = { cost: compileCost({ ...model, introspectionSize }, operation), requested: requestedOf(operation) };
      estimates.set(operation, estimate);
    }
    return estimate;
  }

  return {
    check({ operation, variables, requester }) {
      const { cost, requested } = estimateOf(operation);
      const amount = amountFor(cost, variables);
      allowance.charge(requester, Math.min(amount, maxCost));
      return amount <= maxCost ? undefined : { error: operationTooCostly(amount, maxCost), requested };
    },
  };
}

function requestedOf(operation: Operation): DisclosurePrepared {
  return {
    operation,
    scopes: undefined,
    closed: new Set(),
    denied: () => [],
    withDefaults: (variables) => ({ ...operation.defaults, ...variables }),
  };
}
