import type { Edge } from './queryGraph.ts';

/**
 * Finds joins that begin where their key is not known. The planner would try to fetch that key from every other
 * subgraph, for each of their keys again, so planning grows with the factorial of the number of keys: one second for
 * one join over eight. Nothing is lost without them: a key of one field that a third subgraph has can be followed from
 * there, at the same cost.
 */
export function unsatisfiableKeyEdges(edges: readonly Edge[]): readonly Edge[] {
  return edges.filter(isUnsatisfiable);
}

/**
 * Checks for a join between two subgraphs by a key of one plain field, which the object type it starts from does not
 * have there.
 */
function isUnsatisfiable({ transition, head, tail, conditions }: Edge): boolean {
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
