import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
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

/** From sources the thread needs the TypeScript loader, whatever loaded this file; compiled, it needs nothing. */
function startThread(supergraphSdl: string): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  const entry = new URL(`./queryPlannerThread.${fromSource ? 'ts' : 'js'}`, import.meta.url);
  const execArgv = fromSource ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [];
  return new Worker(entry, { workerData: supergraphSdl, execArgv, env: {} });
}
