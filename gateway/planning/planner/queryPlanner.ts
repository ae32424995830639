import { performance } from 'node:perf_hooks';
import type { QueryPlan } from '@apollo/query-planner';
import { type DocumentNode, print } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { ClosedInputs } from '../../model/plan.ts';
import { createFairQueue, type FairQueueLimits } from './fairQueue.ts';
import { PlannerThreadEnded } from './plannerThread.ts';
import { createPlannerThreads, type LoadedThread, type PlannerThreads } from './plannerThreads.ts';
import { plannerBusy, planningTooLong } from './planningErrors.ts';
import { createQueryPlannerCore, type SupergraphMetadata } from './queryPlannerCore.ts';
import type { PlannerQuestion } from './queryPlannerMessages.ts';

/** Planner for one supergraph. */
export interface QueryPlanner {
  readonly metadata: SupergraphMetadata;
  /**
   * Rejects with UnreachableFields if fields of the operation need what `closedInputs` never allows.
   *
   * @param owner on whose behalf; the owner who has used the least of the planner's time is next
   */
  plan(
    document: DocumentNode,
    operationName: string | undefined,
    owner?: string,
    closedInputs?: ClosedInputs,
  ): Promise<QueryPlan>;
  stop(): Promise<void>;
}

/** Creates a planner for a supergraph's SDL. */
export type PlannerFor = (supergraphSdl: string) => Promise<QueryPlanner>;

export interface PlanningLimits extends FairQueueLimits {
  /** Maximum milliseconds of planning one operation. */
  readonly maxPlanningMs: number;
  /** Maximum milliseconds in the queue. */
  readonly maxWaitingMs: number;
}

export const defaultPlanningLimits: PlanningLimits = {
  maxWaiting: 256,
  maxWaitingPerOwner: 32,
  maxPlanningMs: 2_000,
  maxWaitingMs: 10_000,
};

export function planningLimits(maxPlanningMs: number = defaultPlanningLimits.maxPlanningMs): PlanningLimits {
  return { ...defaultPlanningLimits, maxPlanningMs };
}

/** Outcome of a planning: `refused` by the planner, `busy` before it began, `too long`, or `lost` with its thread. */
export type PlanningOutcome = 'planned' | 'refused' | 'busy' | 'too long' | 'lost';

export interface PlanningWatch {
  readonly ended: (outcome: PlanningOutcome, seconds: number) => void;
  readonly waiting: (count: number) => void;
}

/** Maximum number of remembered operations that took too long: each would cost the thread again. */
const MAX_REMEMBERED = 1_000;
const REMEMBERED_MS = 60_000;

interface Planning {
  readonly question: PlannerQuestion;
  readonly plan: Promise<QueryPlan>;
  readonly resolve: (plan: QueryPlan) => void;
  readonly reject: (error: Error) => void;
  state: 'waiting' | 'running' | 'over';
}

/**
 * Creates a planner in its own thread. Planning one operation takes 5 to 50 ms of CPU, and for some much more. On the
 * event loop, every request in flight would wait for it. The queue is limited in number and in time, equal operations
 * are planned once, and a thread that takes too long is replaced.
 */
export async function createQueryPlanner(
  supergraphSdl: string,
  limits: PlanningLimits = defaultPlanningLimits,
  watch?: PlanningWatch,
): Promise<QueryPlanner> {
  const threads = createPlannerThreads(false);
  const first = await threads.load({ sdl: supergraphSdl, reads: undefined });
  return plannerWith(first, { supergraphSdl, threads, limits, watch });
}

export interface PlannerOptions {
  /** Executable part of the supergraph, for the threads that replace the first. */
  readonly supergraphSdl: string;
  readonly threads: PlannerThreads;
  readonly limits: PlanningLimits;
  readonly watch: PlanningWatch | undefined;
}

/** @param first a thread that can plan */
export function plannerWith(
  first: LoadedThread,
  { supergraphSdl, threads, limits, watch }: PlannerOptions,
): QueryPlanner {
  let thread: Promise<LoadedThread> = Promise.resolve(first);
  let working = false;
  let stopped = false;
  const queue = createFairQueue<Planning>(limits);
  const plannings = new Map<string, Planning>();
  const tooLong = new LRUCache<string, true>({ max: MAX_REMEMBERED, ttl: REMEMBERED_MS });

  function replaceThread(): void {
    if (stopped) return;
    thread = threads.load({ sdl: supergraphSdl, reads: undefined });
    // The next planning that needs the thread rejects with the reason.
    thread.catch(() => undefined);
  }

  async function readyThread(): Promise<LoadedThread> {
    try {
      return await thread;
    } catch (error) {
      replaceThread();
      throw new Error('The planner thread could not be started', { cause: error });
    }
  }

  async function run(planning: Planning, owner: string): Promise<void> {
    planning.state = 'running';
    const begun = performance.now();
    const end = (outcome: PlanningOutcome): void => watch?.ended(outcome, (performance.now() - begun) / 1000);
    let timer: NodeJS.Timeout | undefined;
    let late = false;
    try {
      const current = await readyThread();
      timer = setTimeout(() => {
        late = true;
        void current.end();
      }, limits.maxPlanningMs);
      planning.resolve(await current.plan(planning.question));
      end('planned');
    } catch (error) {
      const lost = error instanceof PlannerThreadEnded;
      if (lost) replaceThread();
      if (late) tooLong.set(withoutName(planning.question), true);
      planning.reject(late ? planningTooLong() : error instanceof Error ? error : new Error(String(error)));
      end(late ? 'too long' : lost ? 'lost' : 'refused');
      // The owner whose planning ended the thread is charged for the new one, not the next owner.
      if (lost) await thread.catch(() => undefined);
    } finally {
      clearTimeout(timer);
      queue.charge(owner, performance.now() - begun);
      planning.state = 'over';
    }
  }

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      watch?.waiting(queue.length);
      if (next.item.state === 'waiting') await run(next.item, next.owner);
    }
    working = false;
  }

  function begin(key: string, question: PlannerQuestion): Planning {
    const planning = waitingFor(question);
    plannings.set(key, planning);
    const timer = setTimeout(() => {
      if (planning.state !== 'waiting') return;
      planning.state = 'over';
      watch?.ended('busy', limits.maxWaitingMs / 1000);
      planning.reject(plannerBusy());
    }, limits.maxWaitingMs);
    const forget = (): void => {
      clearTimeout(timer);
      plannings.delete(key);
    };
    planning.plan.then(forget, forget);
    return planning;
  }

  return {
    metadata: first.metadata,
    plan(document, operationName, owner = '', closedInputs = undefined) {
      if (stopped) return Promise.reject(new Error('The planner has stopped'));
      const question = { document: print(document), operationName, closedInputs };
      const key = keyOf(question);
      if (tooLong.size > 0 && tooLong.has(withoutName(question))) return Promise.reject(planningTooLong());
      const cached = plannings.get(key);
      const planning = cached ?? begin(key, question);
      // Joining a waiting one queues it for the second owner as well: it is planned at the first of their turns.
      const queued = planning.state !== 'waiting' || queue.push(owner, planning);
      if (!queued && cached === undefined) {
        planning.state = 'over';
        watch?.ended('busy', 0);
        planning.reject(plannerBusy());
      }
      watch?.waiting(queue.length);
      void work();
      return planning.plan;
    },
    async stop() {
      stopped = true;
      for (const { reject } of plannings.values()) reject(new Error('The planner has stopped'));
      await thread.then(
        (current) => current.release(),
        () => undefined,
      );
    },
  };
}

function keyOf({ document, operationName, closedInputs }: PlannerQuestion): string {
  return `${operationName ?? ''}\n${JSON.stringify(closedInputs ?? null)}\n${document}`;
}

/** An operation that takes too long does so under any name. */
function withoutName({ document, operationName }: PlannerQuestion): string {
  return operationName === undefined
    ? document
    : document.replace(new RegExp(`^(\\w+) ${operationName}\\b`, 'm'), '$1');
}

function waitingFor(question: PlannerQuestion): Planning {
  let settle: Pick<Planning, 'resolve' | 'reject'> | undefined;
  const plan = new Promise<QueryPlan>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return {
    question,
    plan,
    resolve: (value) => settle?.resolve(value),
    reject: (error) => settle?.reject(error),
    state: 'waiting',
  };
}

/** The same planner on the caller's own thread, for tools and tests, where nothing waits. */
export function createInlineQueryPlanner(supergraphSdl: string): QueryPlanner {
  const core = createQueryPlannerCore(supergraphSdl);
  return {
    metadata: core.metadata,
    plan: async (document, operationName, _owner, closedInputs) =>
      core.plan(print(document), operationName, closedInputs),
    stop: async () => undefined,
  };
}
