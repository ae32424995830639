import { buildSchema, type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import { readSupergraph, type Supergraph } from '../../supergraph/read/readSupergraph.ts';
import {
  createQueryPlanner,
  type PlannerFor,
  type PlanningWatch,
  planningLimits,
  type QueryPlanner,
} from '../planning/planner/queryPlanner.ts';

/** A supergraph that has been read and can be planned. */
export interface LoadedGraph {
  readonly supergraph: Supergraph;
  readonly document: DocumentNode;
  /** The API schema, against which clients write operations. */
  readonly schema: GraphQLSchema;
  readonly planner: QueryPlanner;
}

export interface LoadOptions {
  /** Makes the planner; by default one with a thread of its own. */
  readonly plannerFor?: PlannerFor | undefined;
  readonly maxPlanningMs: number;
  readonly planningWatch: PlanningWatch;
}

/** Reads a supergraph and makes its planner. Rejects if it cannot be read or planned. */
export async function loadGraph(sdl: string, options: LoadOptions): Promise<LoadedGraph> {
  const { maxPlanningMs, planningWatch } = options;
  const plannerFor =
    options.plannerFor ??
    ((executableSdl: string) => createQueryPlanner(executableSdl, planningLimits(maxPlanningMs), planningWatch));
  const supergraph = readSupergraph(sdl);
  const planner = await plannerFor(supergraph.executableSdl);
  return {
    supergraph,
    document: parse(supergraph.executableSdl, { noLocation: true }),
    schema: buildSchema(planner.metadata.apiSdl, { assumeValid: true, assumeValidSDL: true, noLocation: true }),
    planner,
  };
}
