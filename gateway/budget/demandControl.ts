import type { DocumentNode, GraphQLError, OperationDefinitionNode } from 'graphql';
import type { DisclosurePrepared } from '../disclosure/disclosureStage.ts';
import { selectOperation } from '../documents/selectOperation.ts';
import type { Requester } from '../model/requester.ts';
import { operationTooCostly } from './budgetErrors.ts';
import type { CallerAllowance } from './callerAllowance.ts';
import { amountFor, type CostModel, compileCost, defaultsOf } from './estimateCost.ts';
import { createIntrospectionSize } from './introspectionSize.ts';
import type { Amount, Variables } from './listSize.ts';

/** Estimates the cost of every operation before it is planned. */
export interface DemandControl {
  /** Undefined when the estimated cost is within the limit. Throws GraphQLError OPERATION_TOO_COMPLEX. */
  check(operation: EstimatedOperation & { readonly requester: Requester }): TooCostly | undefined;
}

export interface TooCostly {
  /** For the caller: OPERATION_TOO_COSTLY. */
  readonly error: GraphQLError;
  /** For the record of the request, which was not prepared. */
  readonly requested: DisclosurePrepared;
}

export interface EstimatedOperation {
  /** Validated. Estimates are kept for as long as this object is in use. */
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Variables;
}

export interface DemandControlOptions extends Omit<CostModel, 'introspectionSize'> {
  /** The highest estimated cost that is served. */
  readonly maxCost: number;
  readonly allowance: CallerAllowance;
}

/** What is known of one operation of a document. */
interface Estimate {
  readonly cost: Amount;
  /** One object for all requests of the operation: their records are made from what is kept for it. */
  readonly requested: DisclosurePrepared;
}

/**
 * The estimate depends on the operation, its variables and the schema alone, never on who sends it: it tells nothing
 * about approvals or data. A repeated operation costs two look-ups and a comparison.
 */
export function createDemandControl({ maxCost, allowance, ...model }: DemandControlOptions): DemandControl {
  const estimates = new WeakMap<DocumentNode, Map<string, Estimate>>();
  const introspectionSize = createIntrospectionSize(model.schema);

  function estimateOf({ document, operationName }: EstimatedOperation): Estimate {
    let ofDocument = estimates.get(document);
    if (ofDocument === undefined) {
      ofDocument = new Map();
      estimates.set(document, ofDocument);
    }
    const key = operationName ?? '';
    let estimate = ofDocument.get(key);
    if (estimate === undefined) {
      const operation = selectOperation(document, operationName);
      const cost = compileCost({ ...model, introspectionSize }, document, operation);
      estimate = { cost, requested: requestedOf(operation) };
      ofDocument.set(key, estimate);
    }
    return estimate;
  }

  return {
    check(operation) {
      const { cost, requested } = estimateOf(operation);
      const amount = amountFor(cost, operation.variables);
      allowance.charge(operation.requester, Math.min(amount, maxCost));
      return amount <= maxCost ? undefined : { error: operationTooCostly(amount, maxCost), requested };
    },
  };
}

function requestedOf(operation: OperationDefinitionNode): DisclosurePrepared {
  const defaults = defaultsOf(operation);
  return {
    operation,
    scopes: undefined,
    closed: new Set(),
    denied: () => [],
    withDefaults: (variables) => ({ ...defaults, ...variables }),
  };
}
