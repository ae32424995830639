import { constants, getPriority, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { parse } from 'graphql';
import { createQueryPlannerCore } from './queryPlannerCore.ts';
import type { FromPlannerThread, PlannerQuestion, PlannerThreadData, ReadMode } from './queryPlannerMessages.ts';
import { jsonPieces, readChecked } from './readChecked.ts';
import { UnreachableFields } from './unreachableFields.ts';

/**
 * Entry of the planner's thread: one supergraph for life, which it reads first if it is to, and then one reply per
 * request, in order.
 */
if (parentPort === null) throw new Error('queryPlannerThread is the entry of a worker thread');
const port = parentPort;
const send = (message: FromPlannerThread): void => port.postMessage(message);

/**
 * Nice steps below the gateway: where processors are scarce, requests in flight go first, and a new operation waits
 * longer.
 */
const STEPS_BELOW = 5;

/** On Linux both apply to the calling thread alone, elsewhere to the whole process. Never raised: only root may. */
function lowerPriority(): void {
  if (process.platform !== 'linux') return;
  setPriority(Math.min(getPriority() + STEPS_BELOW, constants.priority.PRIORITY_LOW));
}

let at: 'read' | 'planned' = 'read';
try {
  // Only plannerThread.ts sets this value.
  const { sdl, reads } = workerData as PlannerThreadData;
  // At the start of the gateway there are no requests yet, and everything waits for this thread.
  const isFirst = reads?.isServing === false;
  if (!isFirst) lowerPriority();
  const executableSdl = reads === undefined ? sdl : read(sdl, reads);
  at = 'planned';
  const core = createQueryPlannerCore(executableSdl);
  const api = reads === undefined ? [] : jsonPieces(parse(core.metadata.apiSdl, { noLocation: true }));
  if (isFirst) lowerPriority();
  send({ kind: 'ready', metadata: core.metadata, api });
  port.on('message', ({ document, operationName, closedInputs }: PlannerQuestion) => {
    try {
      send({ kind: 'planned', plan: core.plan(document, operationName, closedInputs) });
    } catch (error) {
      if (error instanceof UnreachableFields) return send({ kind: 'unreachable', fields: error.fields });
      send({ kind: 'refused', reason: error instanceof Error ? error.message : String(error) });
    }
  });
} catch (error) {
  send({ kind: 'broken', at, reason: error instanceof Error ? error.message : String(error) });
}

/** Reads and sends the supergraph, and returns its executable part. */
function read(sdl: string, { checkedWith }: ReadMode): string {
  const { document, facts } = readChecked(sdl, checkedWith);
  send({ kind: 'read', graph: { facts, definitions: jsonPieces(document) } });
  return facts.executableSdl;
}
