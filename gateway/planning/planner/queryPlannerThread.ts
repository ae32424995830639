import { constants, getPriority, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { parse } from 'graphql';
import { createQueryPlannerCore, type QueryPlannerCore } from './queryPlannerCore.ts';
import type {
  FromPlannerThread,
  PlannerQuestion,
  PlannerSupergraph,
  ReadMode,
  ToPlannerThread,
} from './queryPlannerMessages.ts';
import { jsonPieces, readChecked } from './readChecked.ts';
import { UnreachableFields } from './unreachableFields.ts';

/** Entry of the planner's thread: one supergraph at a time, and one reply per request, in order. */
if (parentPort === null) throw new Error('queryPlannerThread is the entry of a worker thread');
const port = parentPort;
const send = (message: FromPlannerThread): void => port.postMessage(message);

/**
 * Nice steps below the gateway: where processors are scarce, requests in flight go first, and a new operation waits
 * longer.
 */
const STEPS_BELOW = 5;
let isLowered = false;

/** On Linux this applies to the calling thread alone, elsewhere to the whole process. Never raised: only root may. */
function lowerPriority(): void {
  if (isLowered || process.platform !== 'linux') return;
  isLowered = true;
  setPriority(Math.min(getPriority() + STEPS_BELOW, constants.priority.PRIORITY_LOW));
}

let core: QueryPlannerCore | undefined;

function load({ sdl, reads }: PlannerSupergraph): void {
  let at: 'read' | 'planned' = 'read';
  try {
    // At the start of the gateway there are no requests yet, and everything waits for this thread.
    if (reads?.isServing !== false) lowerPriority();
    const executableSdl = reads === undefined ? sdl : read(sdl, reads);
    at = 'planned';
    core = createQueryPlannerCore(executableSdl);
    const api = reads === undefined ? [] : jsonPieces(parse(core.metadata.apiSdl, { noLocation: true }));
    lowerPriority();
    send({ kind: 'ready', metadata: core.metadata, api });
  } catch (error) {
    send({ kind: 'broken', at, reason: reasonOf(error) });
  }
}

/** Reads and sends the supergraph, and returns its executable part. */
function read(sdl: string, { checkedWith }: ReadMode): string {
  const { document, facts } = readChecked(sdl, checkedWith);
  send({ kind: 'read', graph: { facts, definitions: jsonPieces(document) } });
  return facts.executableSdl;
}

function plan({ document, operationName, closedInputs }: PlannerQuestion): void {
  try {
    if (core === undefined) throw new Error('The planner has no supergraph.');
    send({ kind: 'planned', plan: core.plan(document, operationName, closedInputs) });
  } catch (error) {
    if (error instanceof UnreachableFields) send({ kind: 'unreachable', fields: error.fields });
    else send({ kind: 'refused', reason: reasonOf(error) });
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

port.on('message', (message: ToPlannerThread) => {
  switch (message.kind) {
    case 'load':
      return load(message);
    case 'plan':
      return plan(message);
    case 'unload':
      core = undefined;
      return send({ kind: 'unloaded' });
  }
});
