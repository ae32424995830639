import type {
  ConstDirectiveNode,
  DocumentNode,
  FieldDefinitionNode,
  InterfaceTypeDefinitionNode,
  ObjectTypeDefinitionNode,
  TypeNode,
} from 'graphql';
import { valueFromASTUntyped } from 'graphql';
import { sentFields } from './sentFields.ts';

/** Datasets that guard a field or type: all of one inner list must be allowed, and one inner list is enough. */
export type Policies = readonly (readonly string[])[];

/** Object type of persons. Its own guards are decided for each person, wherever one is returned. */
export const PERSON_TYPE = 'Person';

/** Guard of one field in the supergraph. */
export type FieldGuard =
  | { readonly kind: 'public' }
  | { readonly kind: 'key' }
  | {
      readonly kind: 'guarded';
      readonly all: readonly Policies[];
      /** Those whose conditions are about the person around the field: all except the guards of a returned person. */
      readonly around: readonly Policies[];
    }
  | { readonly kind: 'barred'; readonly all: readonly Policies[] }
  | { readonly kind: 'unguarded' };

/** What a table of guards is made from. Plain data, so that it can cross a thread boundary. */
export interface PolicyFacts {
  /** Guards of types themselves. */
  readonly typePolicies: ReadonlyMap<string, readonly Policies[]>;
  /** Guards of fields, by type and field. */
  readonly guards: ReadonlyMap<string, ReadonlyMap<string, FieldGuard>>;
  /** Object types by the name of an object type, interface, or union. */
  readonly possible: ReadonlyMap<string, readonly string[]>;
  /** Every dataset that a guard names. */
  readonly datasets: ReadonlySet<string>;
  /** Systems with guarded data, by their names in `join__Graph`. */
  readonly guardedGraphs: ReadonlySet<string>;
  /** Fields of object types that plans may send to a system: keys, and inputs of `@requires`. */
  readonly inputs: readonly { readonly typeName: string; readonly fieldName: string }[];
}

const UNGUARDED: FieldGuard = { kind: 'unguarded' };

export type TypeWithFields = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** Reads `@policy`, `@tag` and the keys from a composed supergraph (join v0.5, policy v0.1, tag v0.3). */
export function readPolicyFacts(supergraph: DocumentNode): PolicyFacts {
  const types = typesIn(supergraph);
  const typePolicies = new Map<string, readonly Policies[]>();
  for (const definition of supergraph.definitions) {
    if (!('directives' in definition) || !('name' in definition) || definition.name === undefined) continue;
    // Definitions of types have only constant directives.
    const directives = (definition.directives ?? []) as readonly ConstDirectiveNode[];
    // Composition ignores guards of an interface itself. It writes there what all of its types require together, and
    // each of them is decided by itself.
    if (definition.kind !== 'InterfaceTypeDefinition') {
      typePolicies.set(definition.name.value, policiesOf(directives));
    }
  }
  const possible = possibleTypesIn(supergraph);
  const keys = new Set(
    sentFields(supergraph, types, possible, 'keys').map(({ typeName, fieldName }) => `${typeName}.${fieldName}`),
  );

  const guards = new Map<string, Map<string, FieldGuard>>();
  const datasets = new Set<string>();
  for (const [typeName, type] of types) {
    const ofType = new Map<string, FieldGuard>();
    guards.set(typeName, ofType);
    if (type.kind !== 'ObjectTypeDefinition') continue;
    for (const field of type.fields ?? []) {
      const returned = namedTypeOf(field.type);
      const around = distinct([...policiesOf(field.directives ?? []), ...(typePolicies.get(typeName) ?? [])]);
      const all = distinct([...around, ...(typePolicies.get(returned) ?? [])]);
      for (const dataset of all.flat(2)) datasets.add(dataset);
      const isKey = keys.has(`${typeName}.${field.name.value}`);
      ofType.set(field.name.value, guardOfField(field, type, isKey, all, returned === PERSON_TYPE ? around : all));
    }
  }

  const guardedGraphs = new Set<string>();
  for (const [typeName, ofType] of guards) {
    for (const [fieldName, { kind }] of ofType) {
      if (kind === 'public' || kind === 'key') continue;
      for (const graph of graphsOf(types.get(typeName), fieldName)) guardedGraphs.add(graph);
    }
  }

  return {
    ...{ typePolicies, guards, possible, datasets, guardedGraphs },
    inputs: sentFields(supergraph, types, possible, 'keys and requires'),
  };
}

/** Object types and interfaces by name. */
export function typesIn(supergraph: DocumentNode): ReadonlyMap<string, TypeWithFields> {
  const types = new Map<string, TypeWithFields>();
  for (const definition of supergraph.definitions) {
    if (definition.kind === 'ObjectTypeDefinition' || definition.kind === 'InterfaceTypeDefinition') {
      types.set(definition.name.value, definition);
    }
  }
  return types;
}

function guardOfField(
  field: FieldDefinitionNode,
  type: ObjectTypeDefinitionNode,
  isKey: boolean,
  all: readonly Policies[],
  around: readonly Policies[],
): FieldGuard {
  if (hasTag(field, 'hard-bar') || hasTag(type, 'hard-bar')) return { kind: 'barred', all };
  if (all.length > 0) return { kind: 'guarded', all, around };
  // A key that clients can read is a field like any other.
  if (isKey && hasDirective(field, 'inaccessible')) return { kind: 'key' };
  if (hasTag(field, 'public') || hasTag(type, 'public')) return { kind: 'public' };
  return UNGUARDED;
}

/** Removes repetitions: a field and its return type often have the same guard. */
function distinct(all: readonly Policies[]): readonly Policies[] {
  return [...new Map(all.map((policies) => [JSON.stringify(policies), policies])).values()];
}

function policiesOf(directives: readonly ConstDirectiveNode[]): Policies[] {
  return directives.filter((directive) => directive.name.value === 'policy').map(policiesArgument);
}

function policiesArgument(directive: ConstDirectiveNode): Policies {
  const argument = directive.arguments?.find(({ name }) => name.value === 'policies');
  const value: unknown = argument && valueFromASTUntyped(argument.value);
  // An unreadable guard must not count as absent: it becomes a policy that no one can meet.
  if (!Array.isArray(value) || value.length === 0) return [['unreadable policy']];
  return value.map((alternative: unknown) =>
    Array.isArray(alternative) && alternative.length > 0 ? alternative.map(String) : ['unreadable policy'],
  );
}

/** Lists the subgraphs that resolve a field, by their names in `join__Graph`. */
export function graphsOf(type: TypeWithFields | undefined, fieldName: string): readonly string[] {
  const graphsIn = (directives: readonly ConstDirectiveNode[], directive: string): readonly string[] =>
    directives
      .filter(({ name }) => name.value === directive)
      .flatMap(({ arguments: given }) =>
        (given ?? []).flatMap(({ name, value }) =>
          name.value === 'graph' && value.kind === 'EnumValue' ? [value.value] : [],
        ),
      );
  const field = type?.fields?.find(({ name }) => name.value === fieldName);
  const own = graphsIn(field?.directives ?? [], 'join__field');
  return own.length > 0 ? own : graphsIn(type?.directives ?? [], 'join__type');
}

/** Object types by the name of an object type, interface, or union. */
function possibleTypesIn(supergraph: DocumentNode): ReadonlyMap<string, readonly string[]> {
  const possible = new Map<string, string[]>();
  const add = (name: string, type: string) => possible.set(name, [...(possible.get(name) ?? []), type]);
  for (const definition of supergraph.definitions) {
    if (definition.kind === 'ObjectTypeDefinition') {
      add(definition.name.value, definition.name.value);
      for (const { name } of definition.interfaces ?? []) add(name.value, definition.name.value);
    }
    if (definition.kind === 'UnionTypeDefinition') {
      for (const { name } of definition.types ?? []) add(definition.name.value, name.value);
    }
  }
  return possible;
}

function hasDirective(node: { readonly directives?: readonly ConstDirectiveNode[] }, directive: string): boolean {
  return (node.directives ?? []).some(({ name }) => name.value === directive);
}

export function hasTag(node: { readonly directives?: readonly ConstDirectiveNode[] }, tag: string): boolean {
  return (node.directives ?? []).some(
    ({ name, arguments: args }) =>
      name.value === 'tag' && args?.some(({ value }) => value.kind === 'StringValue' && value.value === tag),
  );
}

function namedTypeOf(type: TypeNode): string {
  return type.kind === 'NamedType' ? type.name.value : namedTypeOf(type.type);
}
