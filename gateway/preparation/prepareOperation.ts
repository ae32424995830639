import { createHash } from 'node:crypto';
import { print } from 'graphql';
import type { Denial, FieldDecision } from '../authorization/pruning/decisionLog.ts';
import { filteredSchema } from '../authorization/pruning/filteredSchema.ts';
import { type PlanViolation, verifyPlan } from '../authorization/verifyPlan.ts';
import { type IntrospectionSetting, refuseIntrospection } from '../documents/introspection.ts';
import { refuseNulls } from '../documents/nullConditions.ts';
import { operationError } from '../errors/createErrors.ts';
import type { PreparedOperation } from '../execution/contract/engine.ts';
import type { PipelineRequest } from '../model/request.ts';
import { createDenialErrors } from '../response/denialErrors.ts';
import type { Caches } from '../runtime/caches.ts';
import { operationTerms } from './operationTerms.ts';
import type { PrepareRequest } from './preparedRequest.ts';
import { introspectionOf } from './prepareIntrospection.ts';
import { createPruneAndPlan, type PruneAndPlanOptions } from './pruneAndPlan.ts';

export interface PrepareOperationOptions extends PruneAndPlanOptions {
  /** Maximum number of compiled operations, over all requesters. */
  readonly maxPrepared: number;
  readonly caches: Caches;
  readonly introspection: IntrospectionSetting;
  /** Systems by root field. See supergraph/requesterFields.ts. */
  readonly requesterFields?: ReadonlyMap<string, readonly string[]>;
  readonly onPrepare: (outcome: 'pruned' | 'planned') => void;
  /**
   * Reports a plan that reads or sends what is not allowed. The plan is rejected: this is an incident, whatever the
   * cause.
   */
  readonly onPlanViolation: (violation: PlanViolation) => void;
}

/**
 * Prunes, plans, verifies the plan, and compiles. Compiled operations are cached by the terms of everything that the
 * plan displays, reads, or sends. Never by the text alone, or plans would cross requesters.
 */
export function createPrepareOperation(options: PrepareOperationOptions): PrepareRequest {
  const { inTurn } = options;
  const pruneAndPlan = createPruneAndPlan(options);
  const operations = options.caches.lru<string, PreparedOperation>('plans', {
    max: options.maxPrepared,
    bytesOf: ({ bytes }) => bytes,
  });

  return async ({ operation, requester }, decisions) => {
    const { definition, documentHash, defaults, selects } = operation;
    if (selects !== 'data' && options.introspection === 'off') refuseIntrospection('off');
    if (selects === 'both' && options.introspection === 'filtered') refuseIntrospection('mixed');
    if (selects === 'schema') {
      const isFiltered = options.introspection === 'filtered';
      return introspectionOf(isFiltered ? filteredSchema(options.schema, decisions) : options.schema, operation);
    }
    const { pruned, denials, fieldDecisions, planned } = await pruneAndPlan(operation, requester, decisions);
    const denialErrors = createDenialErrors(denials, defaults);
    const disclosure = {
      operation,
      denied: denialErrors.denied,
      closed: new Set(denials.map(({ coordinate }) => coordinate)),
      withDefaults: (variables: PipelineRequest['variables']) => ({ ...defaults, ...variables }),
    };
    if (planned === undefined) {
      return {
        mutates: false,
        denialErrors,
        fieldDecisions,
        needs: new Set(),
        namedAt: new Set(),
        disclosure: { ...disclosure, scopes: undefined },
        maskedFields: '',
        execute: async () => ({ data: undefined, errors: [] }),
      };
    }
    const violation = verifyPlan(planned, decisions);
    if (violation !== undefined) {
      options.onPlanViolation(violation);
      throw violation;
    }

    const terms = operationTerms(fieldDecisions, planned, decisions);
    const key = createHash('sha256')
      .update(
        JSON.stringify([
          documentHash,
          definition.name?.value ?? null,
          pruned === undefined ? null : print(pruned),
          places(denials),
          planned.planId ?? null,
          terms.key,
        ]),
      )
      .digest('base64url');
    let compiled = operations.get(key);
    options.onPrepare(compiled === undefined ? 'planned' : 'pruned');
    if (compiled === undefined) {
      compiled = await inTurn(() => planned.compile());
      operations.set(key, compiled);
    }
    return {
      mutates: definition.operation === 'mutation',
      denialErrors,
      fieldDecisions,
      needs: terms.needs,
      namedAt: new Set(
        operation.rootFields.flatMap(({ nodes: [{ name }] }) => options.requesterFields?.get(name.value) ?? []),
      ),
      maskedFields: maskedFieldsOf(fieldDecisions),
      disclosure: { ...disclosure, scopes: compiled.scopes },
      ...(compiled.inputs && { inputs: compiled.inputs }),
      execute: executeOf(compiled, operation.nullableConditions),
    };
  };
}

function executeOf(operation: PreparedOperation, conditions: readonly string[]): PreparedOperation['execute'] {
  return async (request) => {
    refuseNulls(conditions, request.variables);
    const response = await operation.execute(request);
    // A variable that does not fit its type is an error of the request, not of a field, so there is no data.
    const [refusal] = response.errors;
    if (response.data === undefined && refusal?.extensions.code === 'BAD_USER_INPUT' && refusal.path === undefined) {
      throw operationError('BAD_USER_INPUT', refusal.message);
    }
    return response;
  };
}

/** JSON text of the places that approvals may show in a masked form, with the masks; empty when there are none. */
function maskedFieldsOf(fieldDecisions: readonly FieldDecision[]): string {
  const masked = fieldDecisions.flatMap(({ path, coordinate, decision }) => {
    const rules = decision.kind === 'allow' ? (decision.rules ?? []) : [];
    const masks = [...new Set(rules.flatMap(({ transform }) => transform ?? []))];
    return masks.length === 0 ? [] : [{ path, coordinate, masks }];
  });
  return masked.length === 0 ? '' : JSON.stringify(masked);
}

function places(denials: readonly Denial[]): readonly (readonly [string, readonly string[]])[] {
  return denials.map(({ coordinate, path }) => [coordinate, path]);
}
