import { constants, getPriority, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { createQueryPlannerCore } from './queryPlannerCore.ts';
import type { FromPlannerThread, PlannerQuestion } from './queryPlannerMessages.ts';
import { UnreachableFields } from './unreachableFields.ts';

/** Entry of the planner's thread: one supergraph for life, one reply per request, in order. */
if (parentPort === null) throw new Error('queryPlannerThread is the entry of a worker thread');
const port = parentPort;
const send = (message: FromPlannerThread): void => port.postMessage(message);

/**
 * Nice steps below the gateway: where processors are scarce, requests in flight go first, and a new operation waits
 * longer.
 */
const STEPS_BELOW = 5;
// On Linux both apply to the calling thread alone, elsewhere to the whole process. Never raised: only root may.
if (process.platform === 'linux') setPriority(Math.min(getPriority() + STEPS_BELOW, constants.priority.PRIORITY_LOW));

try {
  // Only plannerThread.ts sets this value: the SDL of the supergraph.
  const core = createQueryPlannerCore(workerData as string);
  send({ kind: 'ready', metadata: core.metadata });
  port.on('message', ({ document, operationName, closedInputs }: PlannerQuestion) => {
    try {
      send({ kind: 'planned', plan: core.plan(document, operationName, closedInputs) });
    } catch (error) {
      if (error instanceof UnreachableFields) return send({ kind: 'unreachable', fields: error.fields });
      send({ kind: 'refused', reason: error instanceof Error ? error.message : String(error) });
    }
  });
} catch (error) {
  send({ kind: 'broken', reason: error instanceof Error ? error.message : String(error) });
}
