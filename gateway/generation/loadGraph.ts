import { setImmediate as nextTurn } from 'node:timers/promises';
import { buildASTSchema, buildSchema, type DefinitionNode, type DocumentNode, type GraphQLSchema, Kind } from 'graphql';
import { type Supergraph, supergraphOf } from '../../supergraph/read/readSupergraph.ts';
import type { PlannerThreads } from '../planning/planner/plannerThreads.ts';
import {
  type PlannerFor,
  type PlanningWatch,
  plannerWith,
  planningLimits,
  type QueryPlanner,
} from '../planning/planner/queryPlanner.ts';
import type { ReadMode } from '../planning/planner/queryPlannerMessages.ts';
import { type ReadSupergraph, readChecked, readUnchecked } from '../planning/planner/readChecked.ts';

/** A supergraph that has been read and can be planned. */
export interface LoadedGraph {
  readonly supergraph: Supergraph;
  readonly document: DocumentNode;
  /** The API schema, against which clients write operations. */
  readonly schema: GraphQLSchema;
  readonly planner: QueryPlanner;
}

export interface LoadOptions {
  /** Makes the planner on the caller's thread, which also reads the supergraph. Default: both happen in a thread. */
  readonly plannerFor?: PlannerFor | undefined;
  readonly planningWatch: PlanningWatch;
  readonly threads: PlannerThreads;
  readonly limits: { readonly maxPlanningMs: number };
}

const ASSUME_VALID = { assumeValid: true, assumeValidSDL: true, noLocation: true } as const;

/**
 * Reads a supergraph and makes its planner. Rejects if it cannot be read or planned.
 *
 * @param mode with `checkedWith`, the rules of composition are applied again
 */
export async function loadGraph(sdl: string, mode: ReadMode, options: LoadOptions): Promise<LoadedGraph> {
  const { plannerFor } = options;
  if (plannerFor === undefined) return loadInThread(sdl, mode, options);
  const { document, facts } = readChecked(sdl, mode.checkedWith, readOnce);
  const planner = await plannerFor(facts.executableSdl);
  return {
    supergraph: supergraphOf(document, facts),
    document,
    schema: buildSchema(planner.metadata.apiSdl, ASSUME_VALID),
    planner,
  };
}

let last: (ReadSupergraph & { readonly sdl: string }) | undefined;

/** Gateways that one process starts one after another mostly serve the same supergraph, which is read once. */
function readOnce(sdl: string): ReadSupergraph {
  if (last?.sdl !== sdl) last = { sdl, ...readUnchecked(sdl) };
  return last;
}

/**
 * Reads the supergraph in the planner's thread, and puts it together here: a turn of the event loop for each piece,
 * because requests are served meanwhile.
 */
async function loadInThread(sdl: string, mode: ReadMode, options: LoadOptions): Promise<LoadedGraph> {
  const { threads, limits, planningWatch } = options;
  const thread = await threads.load({ sdl, reads: mode });
  if (thread.graph === undefined) throw new Error('The planner thread did not read the supergraph.');
  const { facts, definitions } = thread.graph;
  const planner = plannerWith(thread, {
    supergraphSdl: facts.executableSdl,
    threads,
    limits: planningLimits(limits.maxPlanningMs),
    watch: planningWatch,
  });
  const document = await documentOf(definitions);
  const supergraph = supergraphOf(document, facts);
  const api = await documentOf(thread.api);
  const schema = buildASTSchema(api, ASSUME_VALID);
  await nextTurn();
  return { supergraph, document, schema, planner };
}

async function documentOf(pieces: readonly string[]): Promise<DocumentNode> {
  const definitions: DefinitionNode[] = [];
  for (const piece of pieces) {
    // The thread wrote the definitions of a document that it had parsed.
    for (const definition of JSON.parse(piece) as readonly DefinitionNode[]) definitions.push(definition);
    await nextTurn();
  }
  return { kind: Kind.DOCUMENT, definitions };
}
