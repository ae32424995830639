import type { QueryGraph as FederatedGraph } from '@apollo/query-graphs';
import type { QueryPlanner } from '@apollo/query-planner';

/** Edge of the planner's graph of subgraphs, as far as it is read. Its package does not export these types. */
export interface Edge {
  readonly transition: {
    readonly kind: string;
    /** Definition of the collected field. */
    readonly definition?: { readonly name: string; readonly parent: { readonly name: string } };
  };
  readonly head: { readonly source: string; readonly type: GraphType };
  readonly tail: { readonly source: string; readonly type: GraphType };
  /** Selection of the key that must be known to follow the edge. */
  readonly conditions?: { selections(): readonly KeySelection[] };
}
interface GraphType {
  readonly name: string;
  readonly kind: string;
  readonly field?: (name: string) => unknown;
}
export interface KeySelection {
  readonly kind: string;
  readonly element: {
    readonly name?: string;
    /** Definition of a field. */
    readonly definition?: { readonly name: string; readonly parent: { readonly name: string } };
  };
  readonly selectionSet?: { selections(): readonly KeySelection[] } | undefined;
}
interface Graph {
  allEdges(): Iterable<Edge>;
  outEdges(vertex: object, includeEdgesToSelf?: boolean): readonly Edge[];
  nonTrivialFollowupEdges: (edge: Edge) => readonly Edge[];
}

/** Paths between and within subgraphs among which a planner chooses. */
export interface QueryGraph {
  readonly edges: readonly Edge[];
  /** Runs a planning without some of the edges. */
  without<Result>(hidden: ReadonlySet<Edge>, plan: () => Result): Result;
}

/** Returns a planner's graph. */
export function queryGraphOf(planner: QueryPlanner): QueryGraph {
  // The field is private only in the planner's types.
  return prunable((planner as unknown as { readonly federatedQueryGraph: Graph }).federatedQueryGraph);
}

/** Returns a graph that composition validates. */
export function prunableGraph(graph: FederatedGraph): QueryGraph {
  // The package's types hide most of what is read here.
  return prunable(graph as unknown as Graph);
}

function prunable(graph: Graph): QueryGraph {
  const { outEdges, nonTrivialFollowupEdges } = graph;
  let hidden: ReadonlySet<Edge> = new Set();
  const seen = (edges: readonly Edge[]): readonly Edge[] =>
    edges.some((edge) => hidden.has(edge)) ? edges.filter((edge) => !hidden.has(edge)) : edges;
  graph.outEdges = (vertex, includeEdgesToSelf) => seen(outEdges.call(graph, vertex, includeEdgesToSelf));
  graph.nonTrivialFollowupEdges = (edge) => seen(nonTrivialFollowupEdges(edge));
  return {
    edges: [...graph.allEdges()],
    without(edges, plan) {
      hidden = edges;
      try {
        return plan();
      } finally {
        hidden = new Set();
      }
    },
  };
}
