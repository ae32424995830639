import type { QueryPlanner } from '@apollo/query-planner';

/** What is read of the planner's graph of subgraphs; its package does not export these types for others. */
interface Edge {
  readonly transition: { readonly kind: string };
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
interface KeySelection {
  readonly kind: string;
  readonly element: { readonly name?: string };
  readonly selectionSet?: unknown;
}
interface QueryGraph {
  allEdges(): Iterable<Edge>;
  outEdges(vertex: object, includeEdgesToSelf?: boolean): readonly Edge[];
  nonTrivialFollowupEdges: (edge: Edge) => readonly Edge[];
}

/**
 * Lets a planner overlook joins that begin where their key is not known. The planner would try to fetch that key from
 * every other subgraph, for each of their keys again, so that planning grows with the factorial of the number of keys:
 * a second for one join over eight. Nothing is lost: a key of one field that is to be had from a third subgraph can be
 * followed from there, at the same cost. Returns what runs a planning with all joins in sight again.
 */
export function skipHopelessJoins(planner: QueryPlanner): <Result>(plan: () => Result) => Result {
  // The field is private in the planner's types only.
  const graph = (planner as unknown as { readonly federatedQueryGraph: QueryGraph }).federatedQueryGraph;
  const hopeless = new Set<Edge>([...graph.allEdges()].filter(isHopeless));
  const { outEdges, nonTrivialFollowupEdges } = graph;
  let skipping = true;
  const without = (edges: readonly Edge[]): readonly Edge[] =>
    skipping && edges.some((edge) => hopeless.has(edge)) ? edges.filter((edge) => !hopeless.has(edge)) : edges;
  graph.outEdges = (vertex, includeEdgesToSelf) => without(outEdges.call(graph, vertex, includeEdgesToSelf));
  graph.nonTrivialFollowupEdges = (edge) => without(nonTrivialFollowupEdges(edge));
  return (plan) => {
    skipping = false;
    try {
      return plan();
    } finally {
      skipping = true;
    }
  };
}

/** A join between two subgraphs by a key of one plain field, which the object type it starts from does not have there. */
function isHopeless({ transition, head, tail, conditions }: Edge): boolean {
  if (transition.kind !== 'KeyResolution' || head.source === tail.source || head.type.name !== tail.type.name) {
    return false;
  }
  const [only, ...more] = conditions?.selections() ?? [];
  if (only === undefined || more.length > 0 || only.kind !== 'FieldSelection' || only.selectionSet !== undefined) {
    return false;
  }
  const { name } = only.element;
  return name !== undefined && head.type.kind === 'ObjectType' && head.type.field?.(name) === undefined;
}
