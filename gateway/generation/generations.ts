import { createPlannerThreads } from '../planning/planner/plannerThreads.ts';
import type { Generation, Generations } from './generation.ts';
import { type LoadedGraph, type LoadOptions, loadGraph } from './loadGraph.ts';
import type { SupergraphSource } from './supergraphSource.ts';
import type { SupergraphVersion } from './supergraphVersion.ts';
import { warmUp } from './warmUp.ts';

/** By then a gateway has started, and the processors are free for a thread in reserve. */
const RESERVE_AFTER_MS = 60_000;

type Numbered = Pick<SupergraphVersion, 'number' | 'sdl'>;

export interface GenerationsOptions<Version extends Numbered> extends Omit<LoadOptions, 'threads'> {
  readonly source: SupergraphSource<Version>;
  readonly build: (version: Version, graph: LoadedGraph) => Promise<Generation>;
  readonly log: (message: string, details: Readonly<Record<string, unknown>>) => void;
}

export interface RunningGenerations extends Generations {
  /** Disposes of the current generation, once a change in progress is over. */
  stop(): Promise<void>;
}

/**
 * Builds the first generation, and another for each supergraph that follows. Rejects if no supergraph can be served at
 * the start.
 */
export async function startGenerations<Version extends Numbered>(
  options: GenerationsOptions<Version>,
): Promise<RunningGenerations> {
  const { source, build, log } = options;
  const threads = createPlannerThreads(source.changes);
  let waiting: Version | undefined;
  let changing: Promise<void> | undefined;
  let stopped = false;

  const modeOf = (version: Version, isServing: boolean) => ({ checkedWith: source.checkedWith(version), isServing });

  async function generationOf(version: Version, isServing: boolean): Promise<Generation> {
    const graph = await loadGraph(version.sdl, modeOf(version, isServing), { ...options, threads });
    try {
      return await build(version, graph);
    } catch (error) {
      await graph.planner.stop();
      throw error;
    }
  }

  async function firstGeneration(): Promise<Generation> {
    const [, ...others] = source.first;
    for (const [index, version] of source.first.entries()) {
      try {
        const generation = await generationOf(version, false);
        source.served(version);
        return generation;
      } catch (error) {
        if (index === others.length) throw error;
        refuse(version.number, 0, error);
      }
    }
    throw new Error('There is no supergraph to start with.');
  }

  const generations = { current: await firstGeneration(), stop };
  const reserving = source.changes ? setTimeout(reserve, RESERVE_AFTER_MS).unref() : undefined;
  source.follow(change);

  /** Rehearses with the supergraph that the gateway started with. */
  function reserve(): void {
    const [version] = source.first;
    if (version !== undefined) threads.reserve({ sdl: version.sdl, reads: modeOf(version, true) });
  }

  /**
   * Builds the generation of a supergraph, prepares its busiest operations, and makes it the current one. Requests in
   * flight finish on the former one. A supergraph with a lower number, or one that cannot be served, is refused, and the
   * current generation stays. Of several supergraphs that arrive meanwhile, only the newest is built.
   */
  function change(version: Version): void {
    const { number } = version;
    const { current } = generations;
    if (number === current.number || number === waiting?.number) return;
    if (number < current.number || number < (waiting?.number ?? 0)) {
      const newest = waiting?.number ?? current.number;
      refuse(number, current.number, new Error(`It is older than supergraph ${newest}.`));
      return;
    }
    waiting = version;
    changing ??= changeAll();
  }

  async function changeAll(): Promise<void> {
    while (waiting !== undefined && !stopped) {
      const version = waiting;
      try {
        await changeTo(version);
      } catch (error) {
        refuse(version.number, generations.current.number, error);
      }
      if (waiting === version) waiting = undefined;
    }
    // In the same turn as the last look at what waits: a supergraph that arrives later starts a new round.
    changing = undefined;
  }

  async function changeTo(version: Version): Promise<void> {
    const begun = performance.now();
    const next = await generationOf(version, true);
    const former = generations.current;
    try {
      await warmUp(former, next);
    } catch (error) {
      await next.dispose();
      throw error;
    }
    if (stopped) return next.dispose();
    generations.current = next;
    retire(former);
    log('supergraph changed', { from: former.number, to: next.number, ms: Math.round(performance.now() - begun) });
    source.served(version);
  }

  function retire(former: Generation): void {
    const dispose = (): void => {
      former.onIdle = undefined;
      former
        .dispose()
        .catch((error: unknown) => log('a former supergraph was not released', { reason: String(error) }));
    };
    if (former.inFlight === 0) dispose();
    else former.onIdle = dispose;
  }

  function refuse(number: number, serves: number, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    log('incident: supergraph refused', { number, serves, reason });
    source.refused(number, reason);
  }

  async function stop(): Promise<void> {
    stopped = true;
    clearTimeout(reserving);
    await changing;
    await threads.stop();
    await generations.current.dispose();
  }

  return generations;
}
