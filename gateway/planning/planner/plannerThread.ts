import { Worker } from 'node:worker_threads';
import type { QueryPlan } from '@apollo/query-planner';
import type { SupergraphMetadata } from './queryPlannerCore.ts';
import type {
  FromPlannerThread,
  PlannerQuestion,
  PlannerThreadData,
  ReadInThread,
  ReadMode,
} from './queryPlannerMessages.ts';
import { UnreachableFields } from './unreachableFields.ts';

/** Thread that plans one operation at a time. */
export interface PlannerThread {
  readonly metadata: SupergraphMetadata;
  /** The supergraph, if the thread has read it. */
  readonly graph: ReadInThread | undefined;
  /** Definitions of the API schema, as JSON; empty unless the thread has read the supergraph. */
  readonly api: readonly string[];
  /** Rejects with PlannerThreadEnded if the thread ends first, else with the planner's error. */
  plan(question: PlannerQuestion): Promise<QueryPlan>;
  end(): Promise<void>;
}

export class PlannerThreadEnded extends Error {}

/** Maximum memory of a thread. A plan that needs more ends the thread instead of the process. */
const MAX_HEAP_MB = 1_024;

interface Ready {
  readonly metadata: SupergraphMetadata;
  readonly api: readonly string[];
}

/**
 * Starts a thread. Resolves once it can plan, and rejects if it cannot.
 *
 * @param sdl the executable part of the supergraph, or all of it if the thread reads it
 */
export async function startPlannerThread(sdl: string, reads?: ReadMode): Promise<PlannerThread> {
  const worker = startWorker({ sdl, reads });
  let graph: ReadInThread | undefined;
  let waiting: { readonly resolve: (plan: QueryPlan) => void; readonly reject: (error: Error) => void } | undefined;
  let ended: PlannerThreadEnded | undefined;

  const ready = await new Promise<Ready>((resolve, reject) => {
    const end = (): void => {
      ended ??= new PlannerThreadEnded('The planner thread has ended');
      waiting?.reject(ended);
      reject(ended);
    };
    worker.on('message', (message: FromPlannerThread) => {
      switch (message.kind) {
        case 'read':
          graph = message.graph;
          return undefined;
        case 'ready':
          return resolve(message);
        case 'broken':
          void worker.terminate();
          return reject(new Error(`The supergraph cannot be ${message.at}: ${message.reason}`));
        case 'planned':
          return waiting?.resolve(message.plan);
        case 'unreachable':
          return waiting?.reject(new UnreachableFields(message.fields));
        case 'refused':
          return waiting?.reject(new Error(message.reason));
      }
    });
    worker.on('error', end);
    worker.on('exit', end);
  }).finally(() => worker.unref());

  return {
    metadata: ready.metadata,
    api: ready.api,
    graph,
    plan(question) {
      if (ended !== undefined) return Promise.reject(ended);
      // The thread keeps the process alive only while a plan is pending.
      worker.ref();
      return new Promise<QueryPlan>((resolve, reject) => {
        waiting = { resolve, reject };
        worker.postMessage(question);
      }).finally(() => {
        waiting = undefined;
        worker.unref();
      });
    },
    async end() {
      await worker.terminate();
    },
  };
}

/** Entry of the thread. Compiled, it is a module like any other; from sources it first needs the TypeScript loader. */
function startWorker(workerData: PlannerThreadData): Worker {
  const options = {
    workerData,
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
