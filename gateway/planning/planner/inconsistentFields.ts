import {
  baseType,
  type CompositeType,
  isCompositeType,
  possibleRuntimeTypes,
  type Supergraph,
} from '@apollo/federation-internals';
import { type DocumentNode, visit } from 'graphql';

/** Field that several subgraphs share, each with other types of objects in it. */
export interface InconsistentField {
  readonly typeName: string;
  readonly fieldName: string;
  readonly subgraphs: readonly string[];
  /** Types that some of them have there and others do not, and every abstract type that one of those belongs to. */
  readonly names: ReadonlySet<string>;
}

/**
 * Finds shared fields whose value may be an object that only some of their subgraphs know. Apollo's planner leaves out
 * selections of such an object, because it could fetch from a subgraph that has none. It may then fetch from the one
 * that has it, and the object comes without its fields: null, without an error. Fetched from one subgraph alone,
 * nothing is left out.
 */
export function inconsistentFields(supergraph: Supergraph): readonly InconsistentField[] {
  const shared = new Map<string, { typeName: string; fieldName: string; membersBy: Map<string, Set<string>> }>();
  for (const subgraph of supergraph.subgraphs().values()) {
    const metadata = subgraph.metadata();
    for (const type of subgraph.schema.types()) {
      if (type.kind !== 'ObjectType' && type.kind !== 'InterfaceType') continue;
      for (const field of type.fields()) {
        const returned = field.type && baseType(field.type);
        if (returned === undefined || !isCompositeType(returned) || metadata.isFieldExternal(field)) continue;
        const existing = shared.get(field.coordinate) ?? {
          typeName: type.name,
          fieldName: field.name,
          membersBy: new Map<string, Set<string>>(),
        };
        existing.membersBy.set(subgraph.name, membersOf(returned, supergraph));
        shared.set(field.coordinate, existing);
      }
    }
  }
  return [...shared.values()].flatMap(({ typeName, fieldName, membersBy }) => {
    const all = [...membersBy.values()];
    const members = new Set(all.flatMap((each) => [...each]).filter((name) => all.some((each) => !each.has(name))));
    if (members.size === 0) return [];
    const names = new Set(members);
    for (const type of supergraph.schema.types()) {
      if (type.kind !== 'UnionType' && type.kind !== 'InterfaceType') continue;
      if (possibleRuntimeTypes(type).some(({ name }) => members.has(name))) names.add(type.name);
    }
    return [{ typeName, fieldName, subgraphs: [...membersBy.keys()], names }];
  });
}

/** An interface object may be any type that implements the interface. */
function membersOf(returned: CompositeType, { schema }: Supergraph): Set<string> {
  const whole = schema.type(returned.name);
  const type = returned.kind === 'ObjectType' && whole?.kind === 'InterfaceType' ? whole : returned;
  return new Set(possibleRuntimeTypes(type).map(({ name }) => name));
}

/** Returns those that an operation selects and whose types it distinguishes. */
export function inconsistentIn(
  document: DocumentNode,
  fields: readonly InconsistentField[],
): readonly InconsistentField[] {
  if (fields.length === 0) return [];
  const asked = new Set<string>();
  const conditions = new Set<string>();
  visit(document, {
    Field: ({ name }) => void asked.add(name.value),
    NamedType: ({ name }) => void conditions.add(name.value),
  });
  return fields.filter(
    ({ fieldName, names }) => asked.has(fieldName) && [...conditions].some((name) => names.has(name)),
  );
}
