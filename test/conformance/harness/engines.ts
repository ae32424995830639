import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { type DocumentNode, type GraphQLSchema, getOperationAST, parse, print, validate } from 'graphql';
import {
  type CompiledEngineOptions,
  createCompiledEngine,
} from '../../../gateway/execution/compiled/createCompiledEngine.ts';
import type {
  Engine,
  EngineOperation,
  EngineRequest,
  PreparedOperation,
} from '../../../gateway/execution/contract/engine.ts';
import { createInlineQueryPlanner } from '../../../gateway/planning/planner/queryPlanner.ts';
import { createCaches } from '../../../gateway/runtime/caches.ts';

/** An answer as a client sees it. */
export interface Answer {
  readonly data: unknown;
  /** What subgraphs reported, or that they did not answer. */
  readonly errors: readonly AnswerError[];
  /** What the engine itself found wrong with the values it was given. */
  readonly invalid: readonly AnswerError[];
}

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly code?: unknown;
}

export type Ask = (query: string, variables?: Record<string, unknown>, operationName?: string) => Promise<Answer>;

export const LIMITS = { batching: true, timeoutMs: 5_000, maxResponseBytes: 4_000_000, maxRepresentations: 1_000 };

/** Everything is shown: for tests of execution alone. */
export function openOperation(document: DocumentNode, operationName?: string): EngineOperation {
  return {
    operationName,
    original: document,
    pruned: document,
    personType: undefined,
    rulesOf: () => undefined,
    accessOf: () => ({ kind: 'show' }),
  };
}

export function credentials(key = 'tester'): EngineRequest['credentials'] {
  return { keyFor: () => key, headersFor: () => ({ 'x-grant': key }) };
}

export interface CompiledUnderTest {
  readonly engine: Engine;
  readonly prepare: (query: string, operationName?: string) => Promise<PreparedOperation>;
  readonly run: (prepared: PreparedOperation, variables?: Record<string, unknown>) => Promise<Answer>;
  readonly ask: Ask;
}

/** The compiled engine; the planner runs inline, so that a test needs no thread. */
export async function startCompiled(
  from: Pick<CompiledEngineOptions, 'supergraphSdl' | 'subgraphUrls'> & Partial<CompiledEngineOptions>,
): Promise<CompiledUnderTest> {
  const plannerFor = async (sdl: string) => createInlineQueryPlanner(sdl);
  const engine = await createCompiledEngine({ ...LIMITS, caches: createCaches(), plannerFor, ...from });
  const prepare: CompiledUnderTest['prepare'] = (query, operationName) =>
    engine.prepare(openOperation(parse(query), operationName));
  const run: CompiledUnderTest['run'] = async ({ execute }, variables = {}) =>
    answerOf(await execute({ variables, credentials: credentials(), signal: new AbortController().signal }));
  return {
    engine,
    prepare,
    run,
    ask: async (query, variables, operationName) => run(await prepare(query, operationName), variables),
  };
}

export function answerOf({ data, errors }: Awaited<ReturnType<PreparedOperation['execute']>>): Answer {
  const all = errors.map(({ message, path, extensions }) => ({
    service: extensions.service,
    error: { message, code: extensions.code, ...(path && { path }) },
  }));
  return {
    data: JSON.parse(data ?? 'null'),
    errors: all.filter(({ service }) => service !== undefined).map(({ error }) => error),
    invalid: all.filter(({ service }) => service === undefined).map(({ error }) => error),
  };
}

export interface Oracle {
  readonly schema: GraphQLSchema;
  readonly ask: Ask;
  stop(): Promise<void>;
}

/**
 * The stock engine, driven directly. It writes the name of an interface object over the name of the object type that it
 * already has, and then loses the object; the name is taken out before it gets there.
 */
export async function startOracle(supergraphSdl: string): Promise<Oracle> {
  const interfaceObjects = new Set(
    [...supergraphSdl.matchAll(/^interface (\w+)[^{]*isInterfaceObject: true/gm)].map(([, name]) => name),
  );
  const gateway = new ApolloGateway({
    queryPlannerConfig: { reuseQueryFragments: false },
    supergraphSdl,
    logger: SILENT,
    buildService: ({ url }) =>
      new RemoteGraphQLDataSource({
        ...(url === undefined ? {} : { url }),
        didReceiveResponse({ response }) {
          for (const entity of response.data?._entities ?? []) {
            if (interfaceObjects.has(entity?.__typename)) delete entity.__typename;
          }
          return response;
        },
      }),
  });
  const { schema, executor } = await gateway.load();
  return {
    schema,
    async ask(query, variables = {}, operationName) {
      const document = parse(query);
      const invalid = validate(schema, document);
      if (invalid.length > 0) throw new Error(`Not valid: ${invalid[0]?.message}\n${query}`);
      const operation = getOperationAST(document, operationName);
      // The parts of a request context the gateway's executor reads.
      const context = {
        request: { query, variables, operationName },
        document,
        operation,
        operationName: operationName ?? null,
        queryHash: print(document),
        source: query,
        schema,
        logger: SILENT,
        metrics: {},
        context: {},
        overallCachePolicy: undefined,
      };
      const result = await executor(context as unknown as Parameters<typeof executor>[0]);
      const errors = (result.errors ?? []).map((error) => ({
        message: error.message,
        code: error.extensions?.code,
        ...(error.path && { path: error.path }),
      }));
      const extensions: Record<string, unknown> = result.extensions ?? {};
      const completion = Array.isArray(extensions.valueCompletion) ? extensions.valueCompletion : [];
      return { data: result.data ?? null, errors, invalid: completion };
    },
    stop: () => gateway.stop(),
  };
}

const silence = (): void => undefined;
const SILENT = { debug: silence, info: silence, warn: silence, error: silence };
