import { Worker } from 'node:worker_threads';
import type { QueryPlan } from '@apollo/query-planner';
import type { SupergraphMetadata } from './queryPlannerCore.ts';
import type {
  FromPlannerThread,
  PlannerQuestion,
  PlannerSupergraph,
  ReadInThread,
  ToPlannerThread,
} from './queryPlannerMessages.ts';
import { UnreachableFields } from './unreachableFields.ts';

/** What a thread says about a supergraph that it can plan. */
export interface LoadedInThread {
  readonly metadata: SupergraphMetadata;
  /** The supergraph, if the thread has read it. */
  readonly graph: ReadInThread | undefined;
  /** Definitions of the API schema, as JSON; empty unless the thread has read the supergraph. */
  readonly api: readonly string[];
}

/** Thread that has one supergraph at a time and plans one operation at a time. */
export interface PlannerThread {
  /**
   * Resolves once the thread can plan. Rejects if it cannot; the thread has ended then.
   */
  load(supergraph: PlannerSupergraph): Promise<LoadedInThread>;
  /** Rejects with PlannerThreadEnded if the thread ends first, else with the planner's error. */
  plan(question: PlannerQuestion): Promise<QueryPlan>;
  /** Releases the supergraph, so that another can be loaded. Rejects with PlannerThreadEnded if the thread ends first. */
  unload(): Promise<void>;
  end(): Promise<void>;
}

export class PlannerThreadEnded extends Error {}

/** Maximum memory of a thread. A plan that needs more ends the thread instead of the process. */
const MAX_HEAP_MB = 1_024;

/** What the thread's next message settles. */
interface Waiting {
  readonly settle: (message: FromPlannerThread) => void;
  readonly reject: (error: Error) => void;
}

/** Starts a thread. It keeps the process alive only while a reply is pending. */
export function startPlannerThread(): PlannerThread {
  const worker = startWorker();
  worker.unref();
  let graph: ReadInThread | undefined;
  let waiting: Waiting | undefined;
  let ended: PlannerThreadEnded | undefined;

  const end = (): void => {
    ended ??= new PlannerThreadEnded('The planner thread has ended');
    waiting?.reject(ended);
  };
  worker.on('message', (message: FromPlannerThread) => {
    if (message.kind === 'read') graph = message.graph;
    else waiting?.settle(message);
  });
  worker.on('error', end);
  worker.on('exit', end);

  function ask<Result>(
    message: ToPlannerThread,
    resultOf: (reply: FromPlannerThread) => Result | Error,
  ): Promise<Result> {
    if (ended !== undefined) return Promise.reject(ended);
    worker.ref();
    return new Promise<Result>((resolve, reject) => {
      const settle = (reply: FromPlannerThread): void => {
        const result = resultOf(reply);
        if (result instanceof Error) reject(result);
        else resolve(result);
      };
      waiting = { settle, reject };
      worker.postMessage(message);
    }).finally(() => {
      waiting = undefined;
      worker.unref();
    });
  }

  return {
    load: (supergraph) =>
      ask({ kind: 'load', ...supergraph }, (reply) => {
        if (reply.kind === 'ready') {
          const read = graph;
          graph = undefined;
          return { metadata: reply.metadata, api: reply.api, graph: read };
        }
        void worker.terminate();
        return reply.kind === 'broken'
          ? new Error(`The supergraph cannot be ${reply.at}: ${reply.reason}`)
          : unexpected(reply);
      }),
    plan: (question) =>
      ask({ kind: 'plan', ...question }, (reply) => {
        if (reply.kind === 'planned') return reply.plan;
        if (reply.kind === 'unreachable') return new UnreachableFields(reply.fields);
        return reply.kind === 'refused' ? new Error(reply.reason) : unexpected(reply);
      }),
    unload: () => ask({ kind: 'unload' }, (reply) => (reply.kind === 'unloaded' ? undefined : unexpected(reply))),
    async end() {
      await worker.terminate();
    },
  };
}

const unexpected = ({ kind }: FromPlannerThread): Error => new Error(`The planner thread sent ${kind} out of turn.`);

/** Entry of the thread. Compiled, it is a module like any other; from sources it first needs the TypeScript loader. */
function startWorker(): Worker {
  const options = {
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  };
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./queryPlannerThread.js', import.meta.url), options);
  }
  const loader = import.meta.resolve('tsx/esm/api');
  const entry = new URL('./queryPlannerThread.ts', import.meta.url).href;
  // Hooks of the loader of this file (tsx, the test runner) do not reach a thread of Node 20.
  const source = `import { register } from ${JSON.stringify(loader)}; register(); await import(${JSON.stringify(entry)});`;
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), options);
}
