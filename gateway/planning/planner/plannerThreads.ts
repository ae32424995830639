import { type LoadedInThread, type PlannerThread, startPlannerThread } from './plannerThread.ts';
import type { PlannerSupergraph } from './queryPlannerMessages.ts';

/** A thread with a supergraph. */
export interface LoadedThread extends LoadedInThread, Pick<PlannerThread, 'plan' | 'end'> {
  /** Ends the thread, or keeps it for the next supergraph. */
  release(): Promise<void>;
}

/**
 * Threads for the planners of a gateway. Loading a supergraph takes a new thread seconds of CPU, most of which is loading
 * and compiling code; a thread that has loaded one before takes a third of it. One such thread is kept in reserve.
 */
export interface PlannerThreads {
  /** Resolves once the thread can plan. Rejects, and ends the thread, if it cannot. */
  load(supergraph: PlannerSupergraph): Promise<LoadedThread>;
  /** Loads a supergraph in a thread that is kept in reserve, if there is none, so that the next one is loaded sooner. */
  reserve(supergraph: PlannerSupergraph): void;
  /** Ends the thread in reserve, and keeps none from now on. */
  stop(): Promise<void>;
}

/** @param keepsReserve keeps one thread whose supergraph is released */
export function createPlannerThreads(keepsReserve: boolean): PlannerThreads {
  let keeps = keepsReserve;
  let inReserve: PlannerThread | undefined;
  let reserving = false;

  async function keep(thread: PlannerThread): Promise<void> {
    try {
      if (!keeps) return await thread.end();
      await thread.unload();
      if (keeps && inReserve === undefined) inReserve = thread;
      else await thread.end();
    } catch {
      // It has ended by itself.
      await thread.end();
    }
  }

  return {
    async load(supergraph) {
      const thread = inReserve ?? startPlannerThread();
      inReserve = undefined;
      const loaded = await thread.load(supergraph);
      let planning = 0;
      let released = false;
      return {
        ...loaded,
        plan(question) {
          planning += 1;
          return thread.plan(question).finally(() => {
            planning -= 1;
          });
        },
        end: () => thread.end(),
        async release() {
          if (released) return;
          released = true;
          await (planning === 0 ? keep(thread) : thread.end());
        },
      };
    },
    reserve(supergraph) {
      if (!keeps || reserving || inReserve !== undefined) return;
      reserving = true;
      const thread = startPlannerThread();
      thread
        .load(supergraph)
        .then(
          () => keep(thread),
          () => thread.end(),
        )
        .finally(() => {
          reserving = false;
        });
    },
    async stop() {
      keeps = false;
      const thread = inReserve;
      inReserve = undefined;
      await thread?.end();
    },
  };
}
