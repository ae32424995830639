import { createHash } from 'node:crypto';
import { ApolloGateway } from '@apollo/gateway';
import {
  buildASTSchema,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
  print,
} from 'graphql';
import { Pool } from 'undici';
import { responseError } from '../../errors/createErrors.ts';
import type { EngineResponse } from '../../model/engineResponse.ts';
import { type CachedPlan, createPlanCache } from '../../planning/planner/planCache.ts';
import {
  createQueryPlanner,
  type PlannerFor,
  type PlanningWatch,
  planningLimits,
} from '../../planning/planner/queryPlanner.ts';
import { unreachableFor } from '../../planning/planner/unreachableFields.ts';
import { withoutTypeConditions } from '../../planning/planPath.ts';
import { createConflictingAliasRenamer } from '../../planning/renameConflictingAliases.ts';
import type { Caches } from '../../runtime/caches.ts';
import type { Engine, EngineOperation, PlannedOperation, PreparedOperation } from '../contract/engine.ts';
import { inOrderOfPlace } from '../contract/errorOrder.ts';
import { asSent } from '../contract/leftOut.ts';
import { planBytes } from '../contract/planBytes.ts';
import {
  BudgetSpent,
  defaultResponseBudget,
  isTooLong,
  type ResponseBudget,
  responseTooLarge,
  Spending,
} from '../contract/responseBudget.ts';
import { compileVariables } from '../contract/variableValues.ts';
import { createGraphIndex } from '../gates/graphIndex.ts';
import { createObjectGate } from '../gates/objectGate.ts';
import { gatePlan } from '../gates/planGates.ts';
import { errorsOfFailures } from './failureErrors.ts';
import { createGatedFetches } from './gatedFetches.ts';
import { createShape } from './shapeResponse.ts';
import type { ApolloRequestContext } from './subgraphCall.ts';
import { createSubgraphDataSource } from './subgraphDataSource.ts';
import { createVerifiedPlans } from './verifiedPlans.ts';

export interface ApolloEngineOptions {
  /** Supergraph SDL without guards, which are enforced before this engine runs. */
  readonly supergraphSdl: string;
  /** The same, parsed. Default: it is parsed here. */
  readonly supergraph?: DocumentNode | undefined;
  /** Address of each subgraph's GraphQL endpoint. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  readonly schema: GraphQLSchema;
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  /** Default: `defaultResponseBudget`. */
  readonly budget?: ResponseBudget | undefined;
  /** Default: that of `defaultPlanningLimits`. */
  readonly maxPlanningMs?: number | undefined;
  readonly caches: Caches;
  /** Called with every planning of the planner with a thread of its own. */
  readonly planningWatch?: PlanningWatch | undefined;
  /** Makes the planner; by default one with a thread of its own. */
  readonly plannerFor?: PlannerFor | undefined;
}

/** The stock engine: runs plans through Apollo's own gateway library. */
export async function createApolloEngine(options: ApolloEngineOptions): Promise<Engine> {
  // The library reports usage to its maker unless this is set; a state's gateway talks to nobody but its agencies.
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  const supergraph = options.supergraph ?? parse(options.supergraphSdl, { noLocation: true });
  const supergraphSchema = buildASTSchema(supergraph, { assumeValid: true, assumeValidSDL: true });
  const plannerFor =
    options.plannerFor ??
    ((sdl: string) => createQueryPlanner(sdl, planningLimits(options.maxPlanningMs), options.planningWatch));
  const planner = await plannerFor(options.supergraphSdl);
  const renameConflictingAliases = createConflictingAliasRenamer(planner.metadata.addedFields);
  const interfaceObjects = new Set(planner.metadata.interfaceObjects);
  const planOperation = createPlanCache(planner, supergraphSchema, options.caches);
  const graph = createGraphIndex(supergraphSchema, planner.metadata.keys);
  const plans = createVerifiedPlans();
  const budget = options.budget ?? defaultResponseBudget;
  const pools = new Map<string, Pool>();
  const limits = { timeoutMs: options.timeoutMs, maxResponseBytes: options.maxResponseBytes };
  const gateway = new ApolloGateway({
    supergraphSdl: options.supergraphSdl,
    logger: silentLogger,
    // The library would plan on the thread that answers, and keep the plan to itself. It is given those that were
    // proved.
    queryPlannerConfig: { cache: plans.cache },
    // Plans name fields and systems; nobody outside may ask for them with a header.
    __exposeQueryPlanExperimental: false,
    buildService({ name }) {
      const url = new URL(options.subgraphUrls.get(name ?? '') ?? unknownSubgraph(name));
      const pool = pools.get(url.origin) ?? new Pool(url.origin, { connections: 128 });
      pools.set(url.origin, pool);
      const path = url.pathname + url.search;
      return createSubgraphDataSource(name ?? '', pool, path, limits, options.caches, interfaceObjects);
    },
  });
  const { executor } = await gateway.load({ apollo: {} });

  async function plan(operation: EngineOperation): Promise<PlannedOperation> {
    const { document: pruned, keyOf, clientKey } = renameConflictingAliases(operation.pruned ?? operation.original);
    const cached =
      operation.pruned === undefined
        ? undefined
        : await planOperation(
            pruned,
            operationOf(pruned, undefined).name?.value,
            operation.owner,
            operation.closedInputs,
          ).catch(unreachableFor(clientKey));
    return {
      planId: cached?.id,
      coordinates: cached?.coordinates ?? [],
      sends: cached?.sends ?? [],
      compile: () => compile(operation, { pruned, keyOf, clientKey }, cached),
    };
  }

  function compile(
    operation: EngineOperation,
    { pruned, keyOf, clientKey }: CompileInput,
    cached: CachedPlan | undefined,
  ): PreparedOperation {
    const original = operationOf(operation.original, operation.operationName);
    const coerce = compileVariables(options.schema, original);
    const gated = cached && gatePlan(cached.plan, cached, operation, keyOf, graph);
    const shape = createShape({
      schema: options.schema,
      document: operation.original,
      operation: original,
      accessOf: gated?.accessOf ?? operation.accessOf,
      objectAccessOf: operation.objectAccessOf,
      personType: operation.personType,
      subjectKeys: operation.subjectKeys,
      keepsHiddenKeys: operation.keepsHiddenKeys === true,
      keyOf,
      maxObjects: budget.maxObjects,
    });
    if (gated === undefined) {
      return {
        bytes: planBytes(undefined),
        async execute({ variables }) {
          const given = coerce(variables);
          if (given.kind === 'refused') return refuse(given.messages);
          return { data: JSON.stringify(shape.shape({}, given.values).data), errors: [] };
        },
      };
    }
    const objectGate = createObjectGate(options.schema, operation);
    const query = print(pruned);
    const withoutTypes = withoutTypeConditions(gated.plan);
    const gates = createGatedFetches(withoutTypes, gated.gateOf, operation.personType);
    const executable = gates?.plan ?? withoutTypes;
    // The library asks for plans by this hash. One text has several plans, by what may be sent: a hash of the text
    // alone would let a plan cross requesters.
    const queryHash = createHash('sha256').update(query).update(JSON.stringify(executable)).digest('hex');
    const prunedOperation = operationOf(pruned, undefined);

    return {
      inputs: gated.inputs,
      bytes: planBytes(pruned),
      async execute({ variables, credentials, persons, signal }) {
        const given = coerce(variables);
        if (given.kind === 'refused') return refuse(given.messages);
        const ended = new AbortController();
        const end = (): void => ended.abort();
        if (signal.aborted) end();
        else signal.addEventListener('abort', end);
        const spending = new Spending(budget, end);
        const context: ApolloRequestContext & Record<string, unknown> = {
          credentials,
          signal: ended.signal,
          spending,
          gates,
          persons,
          failures: [],
          data: objectGate && { roots: [], gate: objectGate, persons },
        };
        // The library reads only these parts of the server's context.
        const request = {
          request: { query, variables: { ...given.values } },
          document: pruned,
          operation: prunedOperation,
          operationName: prunedOperation.name?.value ?? null,
          queryHash,
          source: query,
          schema: options.schema,
          context,
          logger: silentLogger,
          metrics: {},
        } as unknown as Parameters<typeof executor>[0];
        const result = await plans.during(queryHash, executable, () => executor(request));
        signal.removeEventListener('abort', end);
        if (spending.isOver) return responseTooLarge(budget);
        const errors = [
          ...errorsOfFailures(context.failures, clientKey, objectGate === undefined),
          ...(result.errors ?? []).map(() => INTERNAL_ERROR),
        ];
        try {
          let shaped = shape.shape(result.data, given.values, persons);
          if (shaped.missing.size > 0 && persons !== undefined) {
            await persons.load([...shaped.missing]);
            shaped = shape.shape(result.data, given.values, persons);
          }
          const data = shaped.data === null ? undefined : JSON.stringify(shaped.data);
          if (isTooLong(data, budget.maxResponseBytes)) return responseTooLarge(budget);
          const { leftOut } = shaped;
          return {
            data,
            errors: inOrderOfPlace(asSent(errors, leftOut)),
            withheld: asSent(shaped.withheld, leftOut),
            unsaid: asSent(shaped.unsaid, leftOut),
          };
        } catch (error) {
          if (error instanceof BudgetSpent) return responseTooLarge(budget);
          throw error;
        }
      },
    };
  }

  return {
    tracksDisclosures: false,
    plan,
    prepare: async (operation) => (await plan(operation)).compile(),
    async stop() {
      await gateway.stop();
      await planner.stop();
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}

interface CompileInput {
  readonly pruned: DocumentNode;
  readonly keyOf: (field: FieldNode) => string;
  readonly clientKey: (key: string) => string;
}

/** The library's own words may hold addresses and values. */
const INTERNAL_ERROR = responseError('INTERNAL_SERVER_ERROR');

/** Response to a variable that does not fit its type: nothing is fetched. See GraphQL 6.1.2, CoerceVariableValues. */
function refuse(messages: readonly string[]): EngineResponse {
  return { data: undefined, errors: messages.map((message) => responseError('BAD_USER_INPUT', message)) };
}

function operationOf(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, name);
  if (!operation) throw new Error('The document does not hold the operation to execute.');
  return operation;
}

function unknownSubgraph(name: string | undefined): never {
  throw new Error(`No address is configured for the subgraph ${name}.`);
}

/** The library logs addresses and errors of subgraphs; ours are in the gateway's own log and metrics. */
const silentLogger = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // nothing to keep
}
