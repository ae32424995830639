import type { SupergraphMetadata } from '../../../planning/planner/queryPlannerCore.ts';

/** True if an object of the type `typename` satisfies a fragment's type condition in the supergraph. */
export type TypeMembership = (typename: string, condition: string) => boolean;

export function createTypeMembership(subtypes: SupergraphMetadata['subtypes']): TypeMembership {
  const members = new Map(Object.entries(subtypes).map(([type, names]) => [type, new Set(names)]));
  return (typename, condition) => typename === condition || members.get(condition)?.has(typename) === true;
}
