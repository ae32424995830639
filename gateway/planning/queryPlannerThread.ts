import { parentPort, workerData } from 'node:worker_threads';
import { createQueryPlannerCore } from './queryPlannerCore.ts';
import type { FromPlannerThread, ToPlannerThread } from './queryPlannerMessages.ts';

/** Entry of the planner's thread: one supergraph for life, one answer per question, in order. */
if (parentPort === null) throw new Error('queryPlannerThread is the entry of a worker thread');
const port = parentPort;
const send = (message: FromPlannerThread): void => port.postMessage(message);

try {
  // The only producer of this value is queryPlanner.ts, which passes the supergraph's SDL.
  const core = createQueryPlannerCore(workerData as string);
  send({ kind: 'ready', facts: core.facts });
  port.on('message', ({ id, document, operationName }: ToPlannerThread) => {
    try {
      send({ kind: 'planned', id, plan: core.plan(document, operationName) });
    } catch (error) {
      send({ kind: 'refused', id, reason: error instanceof Error ? error.message : String(error) });
    }
  });
} catch (error) {
  send({ kind: 'broken', reason: error instanceof Error ? error.message : String(error) });
}
