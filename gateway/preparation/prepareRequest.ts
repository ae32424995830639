import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  print,
  valueFromASTUntyped,
} from 'graphql';
import type { Attribution } from '../authorization/attribution.ts';
import { decideUse } from '../authorization/decisions/decideUse.ts';
import type { DecisionTable } from '../authorization/decisions/decisionTable.ts';
import { type PlanViolation, violationOf } from '../authorization/provePlan.ts';
import { filteredSchema } from '../authorization/pruning/filteredSchema.ts';
import {
  type Denial,
  type PrunedOperation,
  pruneOperation,
  type Use,
} from '../authorization/pruning/pruneOperation.ts';
import { type CallerAllowance, unlimitedAllowance } from '../budget/callerAllowance.ts';
import { personIdKey } from '../documents/hiddenKeys.ts';
import { type IntrospectionSetting, introspects, refuseIntrospection } from '../documents/introspection.ts';
import { nullableConditions, refuseNulls } from '../documents/nullConditions.ts';
import { selectOperation } from '../documents/selectOperation.ts';
import type { Engine, EngineOperation, PlannedOperation, PreparedOperation } from '../execution/contract/engine.ts';
import type { PipelineRequest } from '../model/request.ts';
import type { Requester } from '../model/requester.ts';
import { type UnreachableField, UnreachableFields } from '../planning/planner/unreachableFields.ts';
import { createDenialErrors } from '../response/denialErrors.ts';
import type { Transforms } from '../response/transforms.ts';
import type { Caches } from '../runtime/caches.ts';
import { createTurns } from '../runtime/turns.ts';
import { PERSON_TYPE } from '../supergraph/policyTable.ts';
import { treatmentOf, waysOf } from './fieldTreatments.ts';
import { operationTerms } from './operationTerms.ts';
import type { PreparedRequest, PrepareRequest } from './preparedRequest.ts';
import { dataOf, introspectionOf } from './prepareIntrospection.ts';

/** Refusals that cost the gateway or the planner as much as an operation may. */
const COSTLY: ReadonlySet<unknown> = new Set(['OPERATION_TOO_COMPLEX', 'PLANNING_TIMEOUT']);

/** What an entry counts for until its size is known. */
const IN_PREPARATION_BYTES = 10_000;
/** Estimated heap of a prepared operation without its plan, of each decision, and of each denial with its error. */
const REQUEST_BYTES = 5_000;
const DECISION_BYTES = 350;
const DENIAL_BYTES = 3_000;

function bytesOfRequest({ uses, denialErrors }: PreparedRequest): number {
  return REQUEST_BYTES + DECISION_BYTES * uses.length + DENIAL_BYTES * denialErrors.count;
}

export interface PrepareOptions {
  readonly engine: Engine;
  /** What clients may write: the supergraph's API schema. */
  readonly schema: GraphQLSchema;
  readonly maxSelections: number;
  /** Charged for preparing new operations. Default: nobody is charged. */
  readonly allowance?: CallerAllowance;
  /** Object type of persons; undefined for graphs without persons. */
  readonly personType: string | undefined;
  /** Whose data guarded fields are; undefined: nothing is recorded, so nobody has to be known. */
  readonly attribution?: Attribution | undefined;
  readonly transforms: Transforms;
  /** Prepared operations that are kept, over all requesters. */
  readonly maxPrepared: number;
  readonly caches: Caches;
  readonly introspection: IntrospectionSetting;
  readonly onPrepare: (outcome: 'hit' | 'pruned' | 'planned') => void;
  /** A plan asked for what was not allowed, and is refused: an incident, whatever the cause. */
  readonly onPlanViolation: (violation: PlanViolation) => void;
}

/**
 * Prunes, plans and compiles once per (document, operation, decisions), whatever their revision. Two levels of caches
 * serve a second agency with other approvals: the engine caches bare plans by the pruned text and what may be sent, and
 * compiled operations are cached here by the terms of everything that the plan displays, reads or sends. Never keyed by
 * the client's text alone, or plans would cross requesters.
 */
export function createPrepareRequest(options: PrepareOptions): PrepareRequest {
  const { allowance = unlimitedAllowance } = options;
  const inTurn = createTurns();
  const ids = new WeakMap<DecisionTable['decided'], number>();
  let nextId = 0;
  const prepared = options.caches.lru<string, Promise<PreparedRequest>>('prepared operations', {
    max: options.maxPrepared,
    bytesOf: () => IN_PREPARATION_BYTES,
  });
  const operations = options.caches.lru<string, PreparedOperation>('plans', {
    max: options.maxPrepared,
    bytesOf: ({ bytes }) => bytes,
  });

  return ({ document, documentHash, operationName, requester }, decisions) => {
    let id = ids.get(decisions.decided);
    if (id === undefined) {
      id = nextId++;
      ids.set(decisions.decided, id);
    }
    const key = `${id}:${documentHash}:${operationName ?? ''}`;
    const known = prepared.get(key);
    if (known !== undefined) {
      options.onPrepare('hit');
      return known;
    }
    const made = prepareOne(document, documentHash, operationName, requester, decisions);
    prepared.set(key, made);
    // A failure is told to everyone who waits for it now, and tried again by the next.
    made.then(
      (request) => prepared.resize(key, made, bytesOfRequest(request)),
      (error: unknown) => {
        prepared.delete(key);
        if (error instanceof GraphQLError && COSTLY.has(error.extensions.code)) allowance.chargeRefused(requester);
      },
    );
    return made;
  };

  async function prepareOne(
    document: PipelineRequest['document'],
    documentHash: string,
    operationName: string | undefined,
    requester: Requester,
    decisions: DecisionTable,
  ): Promise<PreparedRequest> {
    const operation = selectOperation(document, operationName);
    const fragments = fragmentsOf(document);
    const asksFor = introspects(operation, fragments);
    if (asksFor !== 'data' && options.introspection === 'off') refuseIntrospection('off');
    if (asksFor === 'both' && options.introspection === 'filtered') refuseIntrospection('mixed');
    if (asksFor === 'schema') {
      const isFiltered = options.introspection === 'filtered';
      return introspectionOf(
        isFiltered ? filteredSchema(options.schema, decisions) : options.schema,
        document,
        operation,
      );
    }
    const { pruned, denials, uses, planned } = await pruneAndPlan(document, operation, asksFor, requester, decisions);
    const defaults = defaultsOf(operation);
    const denialErrors = createDenialErrors(denials, defaults);
    const disclosed = {
      operation,
      denied: denialErrors.denied,
      closed: new Set(denials.map(({ coordinate }) => coordinate)),
      withDefaults: (variables: PipelineRequest['variables']) => ({ ...defaults, ...variables }),
    };
    const isMutation = operation.operation === 'mutation';
    if (planned === undefined) {
      return {
        isMutation: false,
        denialErrors,
        uses,
        needs: new Set(),
        disclosed: { ...disclosed, scopes: undefined },
        lesserForms: '',
        execute: async () => ({ data: 'null', errors: [] }),
      };
    }
    const violation = violationOf(planned, decisions);
    if (violation !== undefined) {
      options.onPlanViolation(violation);
      throw violation;
    }

    const terms = operationTerms(uses, planned, decisions);
    const key = createHash('sha256')
      .update(
        JSON.stringify([
          documentHash,
          operationName ?? null,
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
      isMutation,
      denialErrors,
      uses,
      needs: terms.needs,
      lesserForms: lesserFormsOf(uses),
      disclosed: { ...disclosed, scopes: compiled.scopes },
      ...(compiled.inputs && { inputs: compiled.inputs }),
      execute: executeOf(compiled, nullableConditions(operation, fragments)),
    };
  }

  /**
   * Prunes and plans until nothing is left that needs a closed input: a field that cannot be planned without one is denied
   * for that input. Undefined `planned`: a mutation that is refused.
   */
  async function pruneAndPlan(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    asksFor: ReturnType<typeof introspects>,
    requester: Requester,
    decisions: DecisionTable,
  ): Promise<Omit<PrunedOperation, 'selections'> & { readonly planned: PlannedOperation | undefined }> {
    const owner = JSON.stringify([requester.agency, requester.subject]);
    const unreachable: UnreachableField[] = [];
    for (let round = 1; ; round++) {
      const { pruned: rest, ...others } = await inTurn(() =>
        pruneOperation({
          schema: options.schema,
          document,
          operation,
          decisions,
          person: options.personType === undefined ? undefined : { typeName: options.personType, idKey: personIdKey },
          unreachable,
          attribution: options.attribution,
          maxSelections: options.maxSelections,
        }),
      );
      allowance.chargePreparing(requester, others.selections / options.maxSelections);
      const result = { ...others, pruned: asksFor === 'both' ? dataOf(rest) : rest };
      // A mutation with a part missing is another mutation: one denied root field refuses all of it.
      if (operation.operation === 'mutation' && result.denials.some(refusesMutation)) {
        return { ...result, planned: undefined };
      }
      try {
        const asked = engineOperation(document, operation, result.pruned, owner, decisions);
        return { ...result, planned: await inTurn(() => options.engine.plan(asked)) };
      } catch (error) {
        if (!(error instanceof UnreachableFields) || round === MAX_PLANNING_ROUNDS) throw error;
        unreachable.push(...error.fields);
      }
    }
  }

  function engineOperation(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    pruned: DocumentNode | undefined,
    owner: string,
    decisions: DecisionTable,
  ): EngineOperation {
    const { decide, decideInput, decideType, closedInputs } = decisions;
    return {
      operationName: operation.name?.value,
      owner,
      original: document,
      pruned,
      personType: options.personType,
      closedInputs,
      waysOf: (typeName, fieldName) => waysOf(decide(typeName, fieldName), options.transforms),
      inputWaysOf: (typeName, fieldName) => waysOf(decideInput(typeName, fieldName), options.transforms),
      treatmentOf: (runtimeType, field) =>
        field.name.value.startsWith('__')
          ? { kind: 'show' }
          : treatmentOf(decideUse(decisions, runtimeType, field), options.transforms),
      objectTreatmentOf: (runtimeType, isAbstract) =>
        isAbstract || runtimeType === PERSON_TYPE
          ? treatmentOf(decideType(runtimeType), options.transforms)
          : { kind: 'show' },
    };
  }
}

/** A denied root field, but not a type of which some objects are left out because of a person. */
function refusesMutation({ path, decision }: Denial): boolean {
  return path.length === 1 && decision.reason !== 'CONDITION_NOT_MET';
}

/** Each round denies at least one field more; an operation that needs more rounds than this is refused. */
const MAX_PLANNING_ROUNDS = 8;

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
}

function executeOf(operation: PreparedOperation, conditions: readonly string[]): PreparedOperation['execute'] {
  return async (request) => {
    refuseNulls(conditions, request.variables);
    const response = await operation.execute(request);
    // A variable that does not fit its type is an error of the request, not of a field: there is no data at all.
    const [refusal] = response.errors;
    if (response.data === 'null' && refusal?.extensions.code === 'BAD_USER_INPUT' && refusal.path === undefined) {
      throw new GraphQLError(refusal.message, { extensions: { code: 'BAD_USER_INPUT' } });
    }
    return response;
  };
}

function lesserFormsOf(uses: readonly Use[]): string {
  const forms: Record<string, readonly string[]> = Object.create(null);
  for (const { coordinate, decision } of uses) {
    const ways = decision.kind === 'allow' ? (decision.ways ?? []) : [];
    const transforms = ways.flatMap(({ transform }) => transform ?? []);
    if (transforms.length > 0) forms[coordinate] = [...new Set(transforms)];
  }
  return Object.keys(forms).length === 0 ? '' : JSON.stringify(forms);
}

function places(denials: readonly Denial[]): readonly (readonly [string, readonly string[]])[] {
  return denials.map(({ coordinate, path }) => [coordinate, path]);
}

function defaultsOf(operation: OperationDefinitionNode): Readonly<Record<string, unknown>> {
  const defaults: Record<string, unknown> = Object.create(null);
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue !== undefined) defaults[variable.name.value] = valueFromASTUntyped(defaultValue);
  }
  return defaults;
}
