import type { PlannerFor, PlanningWatch } from '../planning/planner/queryPlanner.ts';
import type { StopPart } from '../runtime/startTogether.ts';
import type { Generation, Generations } from './generation.ts';
import { type LoadedGraph, loadGraph } from './loadGraph.ts';
import type { SupergraphVersion } from './supergraphVersion.ts';

export interface GenerationsOptions<Version extends Pick<SupergraphVersion, 'number' | 'sdl'>> {
  readonly build: (version: Version, graph: LoadedGraph) => Promise<Generation>;
  readonly plannerFor?: PlannerFor | undefined;
  readonly planningWatch: PlanningWatch;
  readonly limits: { readonly maxPlanningMs: number };
  readonly started: (stop: StopPart) => void;
}

/** Builds the first generation. Rejects if its supergraph cannot be served. */
export async function startGenerations<Version extends Pick<SupergraphVersion, 'number' | 'sdl'>>(
  first: Version,
  options: GenerationsOptions<Version>,
): Promise<Generations> {
  const { build, plannerFor, planningWatch, limits, started } = options;

  async function generationOf(version: Version): Promise<Generation> {
    const graph = await loadGraph(version.sdl, { plannerFor, planningWatch, maxPlanningMs: limits.maxPlanningMs });
    try {
      return await build(version, graph);
    } catch (error) {
      await graph.planner.stop();
      throw error;
    }
  }

  const generations = { current: await generationOf(first) };
  started(() => generations.current.dispose());
  return generations;
}
