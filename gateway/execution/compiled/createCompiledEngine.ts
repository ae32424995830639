import { performance } from 'node:perf_hooks';
import {
  buildASTSchema,
  buildSchema,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { createPlanCache } from '../../planning/planner/planCache.ts';
import {
  createQueryPlanner,
  type PlannerFor,
  type PlanningWatch,
  planningLimits,
} from '../../planning/planner/queryPlanner.ts';
import { unreachableFor } from '../../planning/planner/unreachableFields.ts';
import { createConflictingAliasRenamer } from '../../planning/renameConflictingAliases.ts';
import type { Caches } from '../../runtime/caches.ts';
import { createDeadlines } from '../../runtime/deadlines.ts';
import type { Engine, EngineOperation, PlannedOperation } from '../contract/engine.ts';
import { planBytes } from '../contract/planBytes.ts';
import { defaultResponseBudget, type ResponseBudget } from '../contract/responseBudget.ts';
import { compileVariables } from '../contract/variableValues.ts';
import { createGraphIndex } from '../gates/graphIndex.ts';
import { createObjectGate } from '../gates/objectGate.ts';
import { gatePlan } from '../gates/planGates.ts';
import { prepareExecution } from './execution.ts';
import { compilePlan, subgraphsOf } from './fetch/compilePlan.ts';
import { entityKeys } from './fetch/entityKeys.ts';
import { planPlaces } from './fetch/plannedPlaces.ts';
import { renameRepresentations } from './fetch/representationsVariable.ts';
import { createTypeMembership } from './json/typeMembership.ts';
import { createDisclosureScopes } from './response/disclosureScopes.ts';
import { shapeOfSelection } from './response/responseShape.ts';
import { createResponseCompiler } from './response/responseVariants.ts';
import { createSingleFlight } from './singleFlight.ts';
import { createEntityBatches } from './transport/entityBatches.ts';
import { createRootCalls } from './transport/rootCalls.ts';
import { createSubgraphClient } from './transport/subgraphClient.ts';

export interface SlowSubgraphs {
  readonly names: ReadonlySet<string>;
  readonly timeoutMs: number;
}

export interface CompiledEngineOptions {
  readonly supergraphSdl: string;
  /** The same, parsed. Default: it is parsed here. */
  readonly supergraph?: DocumentNode | undefined;
  /** The API schema. Default: the planner's. */
  readonly schema?: GraphQLSchema | undefined;
  /** Where each subgraph is reached; one that is missing counts as unavailable. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  /** Let requests with equal credentials share calls to subgraphs. */
  readonly batching: boolean;
  /** Maximum time that a request waits for one response of a subgraph, in milliseconds. */
  readonly timeoutMs: number;
  /** Subgraphs that may take longer, and the time that a request waits for them. */
  readonly slow?: SlowSubgraphs | undefined;
  readonly maxResponseBytes: number;
  /** Maximum number of entities in one call. */
  readonly maxRepresentations: number;
  /** Default: `defaultResponseBudget`. */
  readonly budget?: ResponseBudget | undefined;
  readonly connectionsPerSubgraph?: number;
  /** Failures in a row after which a subgraph is left alone, and for how long. */
  readonly breaker?: { readonly failures: number; readonly openMs: number };
  /** Monotonic milliseconds. */
  readonly now?: () => number;
  /** Default: that of `defaultPlanningLimits`. */
  readonly maxPlanningMs?: number | undefined;
  readonly caches: Caches;
  /** Called with every planning of the planner with a thread of its own. */
  readonly planningWatch?: PlanningWatch | undefined;
  /** Makes the planner; by default one with a thread of its own. */
  readonly plannerFor?: PlannerFor | undefined;
}

const CONNECTIONS_PER_SUBGRAPH = 64;
const BREAKER = { failures: 20, openMs: 1_000 };

/** The engine that compiles each plan once into closures: see design/execution.md for why, and what must hold. */
export async function createCompiledEngine(options: CompiledEngineOptions): Promise<Engine> {
  const now = options.now ?? (() => performance.now());
  const plannerFor =
    options.plannerFor ??
    ((sdl: string) => createQueryPlanner(sdl, planningLimits(options.maxPlanningMs), options.planningWatch));
  const planner = await plannerFor(options.supergraphSdl);
  const { metadata: facts } = planner;
  const schema =
    options.schema ?? buildSchema(facts.apiSdl, { assumeValid: true, assumeValidSDL: true, noLocation: true });
  const supergraph = options.supergraph ?? parse(options.supergraphSdl, { noLocation: true });
  const supergraphSchema = buildASTSchema(supergraph, { assumeValid: true, assumeValidSDL: true });
  const renameConflictingAliases = createConflictingAliasRenamer(facts.addedFields);
  const planOperation = createPlanCache(planner, supergraphSchema, options.caches);
  const client = createSubgraphClient({
    subgraphUrls: options.subgraphUrls,
    connectTimeoutMs: options.timeoutMs,
    maxResponseBytes: options.maxResponseBytes,
    connectionsPerSubgraph: options.connectionsPerSubgraph ?? CONNECTIONS_PER_SUBGRAPH,
    breaker: options.breaker ?? BREAKER,
    now,
  });
  const deadlines = createDeadlines({ timeoutMs: options.timeoutMs, now });
  const { batching, maxRepresentations } = options;
  const entityBatches = createEntityBatches({ client, deadlines, batching, maxRepresentations, now });
  const { slow } = options;
  const slowDeadlines = createDeadlines({ timeoutMs: slow?.timeoutMs ?? options.timeoutMs, now });
  const rootCalls = createRootCalls({
    ...{ client, deadlines, batching, now },
    slow: slow && { names: slow.names, deadlines: slowDeadlines },
  });
  const budget = options.budget ?? defaultResponseBudget;
  const executions = batching ? createSingleFlight() : undefined;
  let prepared = 0;
  const belongs = createTypeMembership(facts.subtypes);
  const keysOf = entityKeys(facts.keys);
  const graph = createGraphIndex(supergraphSchema, facts.keys);
  const interfaceObjects = new Set(facts.interfaceObjects);

  async function plan(asked: EngineOperation): Promise<PlannedOperation> {
    const { pruned, operationName, owner, closedInputs } = asked;
    const cleared = renameConflictingAliases(pruned ?? asked.original);
    const planned = pruned === undefined ? undefined : renameRepresentations(cleared.document);
    const cached =
      planned === undefined
        ? undefined
        : await planOperation(planned.document, operationName, owner, closedInputs).catch(
            unreachableFor(cleared.clientKey),
          );
    return {
      planId: cached?.id,
      coordinates: cached?.coordinates ?? [],
      sends: cached?.sends ?? [],
      compile() {
        const operation = operationOf(asked.original, asked.operationName);
        const gated = cached && gatePlan(cached.plan, cached, asked, cleared.keyOf, graph);
        const plan = gated?.plan;
        const mutation = operation.operation === 'mutation';
        const places = planPlaces(plan?.node?.kind === 'Subscription' ? undefined : plan?.node);
        const { personType } = asked;
        const context = {
          ...{ entityBatches, rootCalls, belongs, keysOf, places, mutation, interfaceObjects, personType },
          gateOf: gated?.gateOf ?? (() => undefined),
          unites: personType === undefined,
          objectGate: createObjectGate(schema, asked),
        };
        const scopes = createDisclosureScopes();
        const coerce = compileVariables(schema, operation);
        const { execute } = prepareExecution({
          sharing:
            executions === undefined || operation.operation !== 'query'
              ? undefined
              : { executions, id: String(prepared++), subgraphs: plan === undefined ? [] : subgraphsOf(plan) },
          step: plan === undefined ? undefined : compilePlan(plan, context),
          coerce: planned === undefined ? coerce : (given) => planned.withValues(coerce(given)),
          shape: shapeOfSelection(operation.selectionSet, asked.original, cleared.keyOf),
          clientKey: cleared.clientKey,
          budget,
          answerFor: createResponseCompiler({
            schema,
            asked: gated === undefined ? asked : { ...asked, accessOf: gated.accessOf },
            operation,
            rootType: rootTypeOf(schema, operation),
            keyOf: cleared.keyOf,
            interfaceObjects: facts.interfaceObjects,
            scopes,
            caches: options.caches,
          }),
        });
        return {
          execute,
          bytes: planBytes(pruned),
          ...(gated !== undefined && { inputs: gated.inputs }),
          ...(personType !== undefined && { scopes: scopes.list }),
        };
      },
    };
  }

  return {
    tracksDisclosures: true,
    plan,
    prepare: async (operation) => (await plan(operation)).compile(),
    async stop() {
      deadlines.stop();
      slowDeadlines.stop();
      await Promise.all([client.stop(), planner.stop()]);
    },
  };
}

function operationOf(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, name);
  if (operation === null || operation === undefined) throw new Error('The document holds no such operation');
  return operation;
}

function rootTypeOf(schema: GraphQLSchema, { operation }: OperationDefinitionNode): GraphQLObjectType {
  if (operation === 'subscription') throw new Error('Subscriptions are not supported');
  const type = schema.getRootType(operation);
  if (type === undefined || type === null) throw new Error(`The schema has no ${operation} type`);
  return type;
}
