import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import type { SupergraphMetadata } from '../../../planning/planner/queryPlannerCore.ts';

/** Top-level field names of every key by which a subgraph resolves a type. */
export function entityKeys(keys: SupergraphMetadata['keys']) {
  const known = new Map<string, string[][]>();
  for (const { subgraph, type, fields } of keys) {
    const place = `${subgraph}\n${type}`;
    known.set(place, [...(known.get(place) ?? []), topLevelFields(fields)]);
  }
  return (subgraph: string, type: string): readonly (readonly string[])[] => known.get(`${subgraph}\n${type}`) ?? [];
}

function topLevelFields(fieldSet: string): string[] {
  const [definition] = parse(`{${fieldSet}}`, { noLocation: true }).definitions;
  // The text is one anonymous operation by construction.
  const { selections } = (definition as OperationDefinitionNode).selectionSet;
  return selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : []));
}
