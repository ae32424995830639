import { performance } from 'node:perf_hooks';
import type { FetchNode } from '@apollo/query-planner';
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
import type { Caches } from '../../caches.ts';
import { askedCoordinates } from '../../planning/askedCoordinates.ts';
import { createClearKeys } from '../../planning/clearKeys.ts';
import {
  createQueryPlanner,
  defaultPlanningLimits,
  type PlannerFor,
  type PlanningWatch,
} from '../../planning/queryPlanner.ts';
import { createDeadlines } from '../deadlines.ts';
import type { Engine, EngineOperation, PreparedOperation } from '../engine.ts';
import { defaultResponseBudget, type ResponseBudget } from '../responseBudget.ts';
import { createAnswerCompiler } from './answerVariants.ts';
import { compilePlan, subgraphsOf } from './compilePlan.ts';
import { createDisclosureScopes } from './disclosureScopes.ts';
import { entityKeys } from './entityKeys.ts';
import { prepareExecution } from './execution.ts';
import { compilePersonGate } from './personGate.ts';
import { planPlaces } from './plannedPlaces.ts';
import { renameRepresentations } from './representationsVariable.ts';
import { shapeOfSelection } from './responseShape.ts';
import { createSharedExecutions } from './sharedExecutions.ts';
import { createEntityBatches } from './subgraphs/entityBatches.ts';
import { createRootCalls } from './subgraphs/rootCalls.ts';
import { createSubgraphClient } from './subgraphs/subgraphClient.ts';
import { createTypeMembership } from './typeMembership.ts';
import { compileVariables } from './variables.ts';

export interface CompiledEngineOptions {
  readonly supergraphSdl: string;
  /** Where each subgraph is reached; one that is missing counts as unavailable. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  /** Let requests with equal credentials share calls to subgraphs. */
  readonly batching: boolean;
  /** How long a request waits for one answer of a subgraph. */
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  /** Entities asked for in one call. */
  readonly maxRepresentations: number;
  /** Default: `defaultResponseBudget`. */
  readonly budget?: ResponseBudget | undefined;
  readonly connectionsPerSubgraph?: number;
  /** Failures in a row after which a subgraph is left alone, and for how long. */
  readonly breaker?: { readonly failures: number; readonly openMs: number };
  /** Monotonic milliseconds. */
  readonly now?: () => number;
  readonly caches: Caches;
  /** Told of every planning of the planner with a thread of its own. */
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
    options.plannerFor ?? ((sdl: string) => createQueryPlanner(sdl, defaultPlanningLimits, options.planningWatch));
  const planner = await plannerFor(options.supergraphSdl);
  const { facts } = planner;
  const schema = buildSchema(facts.apiSdl, { assumeValid: true, assumeValidSDL: true, noLocation: true });
  const supergraph = parse(options.supergraphSdl, { noLocation: true });
  const supergraphSchema = buildASTSchema(supergraph, { assumeValid: true, assumeValidSDL: true });
  const clearKeys = createClearKeys(supergraph);
  const client = createSubgraphClient({
    subgraphUrls: options.subgraphUrls,
    connectTimeoutMs: options.timeoutMs,
    maxResponseBytes: options.maxResponseBytes,
    connectionsPerSubgraph: options.connectionsPerSubgraph ?? CONNECTIONS_PER_SUBGRAPH,
    breaker: options.breaker ?? BREAKER,
    now,
  });
  const deadlines = createDeadlines({ timeoutMs: options.timeoutMs, now });
  const { batching: together, maxRepresentations } = options;
  const entityBatches = createEntityBatches({ client, deadlines, together, maxRepresentations, now });
  const rootCalls = createRootCalls({ client, deadlines, together, now });
  const budget = options.budget ?? defaultResponseBudget;
  const executions = together ? createSharedExecutions() : undefined;
  let prepared = 0;
  const belongs = createTypeMembership(facts.subtypes);
  const keysOf = entityKeys(facts.keys);
  const interfaceObjects = new Set(facts.interfaceObjects);

  return {
    async prepare(asked: EngineOperation): Promise<PreparedOperation> {
      const operation = operationOf(asked.original, asked.operationName);
      const { pruned, operationName, owner } = asked;
      const cleared = clearKeys(pruned ?? asked.original);
      const planned = pruned === undefined ? undefined : renameRepresentations(cleared.document);
      const plan = planned === undefined ? undefined : await planner.plan(planned.document, operationName, owner);
      const mutation = operation.operation === 'mutation';
      const places = planPlaces(plan?.node?.kind === 'Subscription' ? undefined : plan?.node);
      const gateOf = (fetch: FetchNode) => compilePersonGate(fetch, asked);
      const unites = asked.personType === undefined;
      const context = {
        ...{ entityBatches, rootCalls, belongs, keysOf, places, mutation, gateOf, unites, interfaceObjects },
      };
      const scopes = createDisclosureScopes();
      const asks = plan === undefined ? [] : askedCoordinates(plan, supergraphSchema);
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
        answerFor: createAnswerCompiler({
          schema,
          asked,
          operation,
          rootType: rootTypeOf(schema, operation),
          keyOf: cleared.keyOf,
          interfaceObjects: facts.interfaceObjects,
          scopes,
          caches: options.caches,
        }),
      });
      return { asks, execute, ...(asked.personType === undefined ? {} : { scopes: scopes.list }) };
    },
    async stop() {
      deadlines.stop();
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
