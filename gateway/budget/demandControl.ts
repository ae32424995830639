import type { DocumentNode, GraphQLError } from 'graphql';
import type { DisclosurePrepared } from '../disclosure/disclosureStage.ts';
import { selectOperation } from '../documents/selectOperation.ts';
import { operationTooCostly } from './budgetErrors.ts';
import { amountFor, type CostModel, compileCost, defaultsOf } from './estimateCost.ts';
import { createIntrospectionSize } from './introspectionSize.ts';
import type { Amount, Variables } from './listSize.ts';

/** Estimates the cost of every operation before it is planned. */
export interface DemandControl {
  /** Undefined when the estimated cost is within the limit. Throws GraphQLError OPERATION_TOO_COMPLEX. */
  check(operation: EstimatedOperation): TooCostly | undefined;
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
}

/**
 * The estimate depends on the operation, its variables and the schema alone, never on who sends it: it tells nothing
 * about approvals or data. A repeated operation costs two look-ups and a comparison.
 */
export function createDemandControl({ maxCost, ...model }: DemandControlOptions): DemandControl {
  const costs = new WeakMap<DocumentNode, Map<string, Amount>>();
  const introspectionSize = createIntrospectionSize(model.schema);

  function costOf({ document, operationName }: EstimatedOperation): Amount {
    const ofDocument = costs.get(document) ?? new Map<string, Amount>();
    costs.set(document, ofDocument);
    const key = operationName ?? '';
    let cost = ofDocument.get(key);
    if (cost === undefined) {
      cost = compileCost({ ...model, introspectionSize }, document, selectOperation(document, operationName));
      ofDocument.set(key, cost);
    }
    return cost;
  }

  return {
    check(operation) {
      const cost = amountFor(costOf(operation), operation.variables);
      if (cost <= maxCost) return undefined;
      const selected = selectOperation(operation.document, operation.operationName);
      const defaults = defaultsOf(selected);
      return {
        error: operationTooCostly(cost, maxCost),
        requested: {
          operation: selected,
          scopes: undefined,
          deniedCoordinates: () => [],
          withDefaults: (variables) => ({ ...defaults, ...variables }),
        },
      };
    },
  };
}
