import type { QueryPlanner } from '@apollo/query-planner';

/** What is read of the planner's graph of subgraphs; its package does not export these types for others. */
export interface Edge {
  readonly transition: {
    readonly kind: string;
    /** Of the field that is collected. */
    readonly definition?: { readonly name: string; readonly parent: { readonly name: string } };
  };
  readonly head: { readonly source: string; readonly type: GraphType };
  readonly tail: { readonly source: string; readonly type: GraphType };
  /** What has to be known of an object to follow the edge: the key's selection. */
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
    /** Of a field. */
    readonly definition?: { readonly name: string; readonly parent: { readonly name: string } };
  };
  readonly selectionSet?: { selections(): readonly KeySelection[] } | undefined;
}
interface Graph {
  allEdges(): Iterable<Edge>;
  outEdges(vertex: object, includeEdgesToSelf?: boolean): readonly Edge[];
  nonTrivialFollowupEdges: (edge: Edge) => readonly Edge[];
}

/** The ways between and within subgraphs among which a planner chooses. */
export interface QueryGraph {
  readonly edges: readonly Edge[];
  /** Plans with some ways out of the planner's sight. */
  without<Result>(hidden: ReadonlySet<Edge>, plan: () => Result): Result;
}

/** Takes hold of a planner's graph. */
export function queryGraphOf(planner: QueryPlanner): QueryGraph {
  // The field is private in the planner's types only.
  const graph = (planner as unknown as { readonly federatedQueryGraph: Graph }).federatedQueryGraph;
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
