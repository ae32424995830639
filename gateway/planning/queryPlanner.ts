import { Worker } from 'node:worker_threads';
import type { QueryPlan } from '@apollo/query-planner';
import { type DocumentNode, print } from 'graphql';
import { createQueryPlannerCore, type SupergraphFacts } from './queryPlannerCore.ts';
import type { FromPlannerThread, ToPlannerThread } from './queryPlannerMessages.ts';

/** Plans operations of one supergraph. */
export interface QueryPlanner {
  readonly facts: SupergraphFacts;
  plan(document: DocumentNode, operationName: string | undefined): Promise<QueryPlan>;
  stop(): Promise<void>;
}

/**
 * A planner in a thread of its own. Planning one operation takes 5 to 50 ms of CPU during which nothing else on that
 * thread moves: on the gateway's event loop every request in flight would wait for it.
 */
export async function createQueryPlanner(supergraphSdl: string): Promise<QueryPlanner> {
  const worker = startThread(supergraphSdl);
  // An idle planner must not keep the process alive.
  worker.unref();
  const waiting = new Map<number, { resolve: (plan: QueryPlan) => void; reject: (error: Error) => void }>();
  let nextId = 0;
  let over: Error | undefined;

  const end = (reason: Error): void => {
    over ??= reason;
    for (const { reject } of waiting.values()) reject(over);
    waiting.clear();
  };

  const facts = await new Promise<SupergraphFacts>((resolve, reject) => {
    worker.on('message', (message: FromPlannerThread) => {
      switch (message.kind) {
        case 'ready':
          return resolve(message.facts);
        case 'broken':
          return reject(new Error(`The supergraph cannot be planned: ${message.reason}`));
        case 'planned':
          waiting.get(message.id)?.resolve(message.plan);
          break;
        case 'refused':
          waiting.get(message.id)?.reject(new Error(message.reason));
          break;
      }
      waiting.delete(message.id);
      if (waiting.size === 0) worker.unref();
    });
    worker.on('error', (error) => {
      end(error);
      reject(error);
    });
    worker.on('exit', () => {
      end(new Error('The planner has stopped'));
      reject(new Error('The planner stopped before it was ready'));
    });
    worker.ref();
  }).finally(() => worker.unref());

  return {
    facts,
    plan(document, operationName) {
      if (over !== undefined) return Promise.reject(over);
      return new Promise<QueryPlan>((resolve, reject) => {
        const id = nextId++;
        waiting.set(id, { resolve, reject });
        worker.ref();
        const question: ToPlannerThread = { id, document: print(document), operationName };
        worker.postMessage(question);
      });
    },
    async stop() {
      end(new Error('The planner has stopped'));
      await worker.terminate();
    },
  };
}

/** The same planner on the caller's own thread: for tools and tests, where nobody waits. */
export function createInlineQueryPlanner(supergraphSdl: string): QueryPlanner {
  const core = createQueryPlannerCore(supergraphSdl);
  return {
    facts: core.facts,
    plan: async (document, operationName) => core.plan(print(document), operationName),
    stop: async () => undefined,
  };
}

/** Compiled, the thread's entry is a module like any other; from sources it first needs the TypeScript loader. */
function startThread(supergraphSdl: string): Worker {
  const options = { workerData: supergraphSdl, execArgv: [], env: {} };
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./queryPlannerThread.js', import.meta.url), options);
  }
  const loader = import.meta.resolve('tsx/esm/api');
  const entry = new URL('./queryPlannerThread.ts', import.meta.url).href;
  // Whatever loaded this file (tsx, the test runner), its hooks do not reach into a thread of Node 20.
  const source = `import { register } from ${JSON.stringify(loader)}; register(); await import(${JSON.stringify(entry)});`;
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), options);
}
