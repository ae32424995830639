import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';
import { type ArgumentGuard, argumentGuardsOf } from './argumentGuards.ts';
import type { FieldShape } from './fieldShape.ts';
import { createFieldShapes } from './fieldShapes.ts';
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

/**
 * Guards of every coordinate of a supergraph, read before the supergraph is passed to any library that ignores them.
 */
export interface PolicyTable {
  /**
   * Returns the guard of an object type's field: its own, its parent type's, and its return type's together. Unknown:
   * unguarded.
   */
  guardOf(typeName: string, fieldName: string): FieldGuard;
  /**
   * Returns the guards of an object type itself, whatever leads to it. None: anyone who may see the path to it may know
   * that it exists.
   */
  guardsOfType(typeName: string): readonly Policies[];
  /** Returns the guard of an argument of a field. An unknown argument is unguarded. */
  argumentGuardOf(typeName: string, fieldName: string, argumentName: string): ArgumentGuard;
  /** Names of the field's arguments that have a value although they are not given. */
  defaultedArguments(typeName: string, fieldName: string): readonly string[];
  /** Returns the shape of a field, for the terms of approvals. */
  shapeOf(typeName: string, fieldName: string): FieldShape;
  /** Returns the shape of a type as a whole, for the terms of approvals. */
  shapeOfType(typeName: string): FieldShape;
  /** Iterates over the fields of every object type, for checks over the whole graph. */
  coordinates(): Iterable<{
    readonly typeName: string;
    readonly field: FieldDefinitionNode;
    readonly guard: FieldGuard;
  }>;
  /** Object types that can be where this type is returned. */
  possibleTypes(typeName: string): readonly string[];
  /** Fields of object types that plans may send to a system: keys, and inputs of `@requires`. */
  readonly inputs: readonly { readonly typeName: string; readonly fieldName: string }[];
  /** Checks for the tag `no-person` on a guarded field or its type: the field is about no person. */
  isAboutNobody(typeName: string, fieldName: string): boolean;
  /** Every dataset that a guard names. */
  readonly datasets: ReadonlySet<string>;
}

type TypeWithFields = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

const UNGUARDED: FieldGuard = { kind: 'unguarded' };

/** Reads `@policy`, `@tag` and the keys from a composed supergraph (join v0.5, policy v0.1, tag v0.3). */
export function readPolicyTable(supergraph: DocumentNode): PolicyTable {
  const types = new Map<string, TypeWithFields>();
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
    if (definition.kind === 'ObjectTypeDefinition' || definition.kind === 'InterfaceTypeDefinition') {
      types.set(definition.name.value, definition);
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

  const shapes = createFieldShapes(types, possible, (type) => keyFieldsOf(type).size > 0);
  const fieldOf = (typeName: string, fieldName: string) =>
    types.get(typeName)?.fields?.find(({ name }) => name.value === fieldName);

  const guardedGraphs = new Set<string>();
  for (const [typeName, ofType] of guards) {
    for (const [fieldName, { kind }] of ofType) {
      if (kind === 'public' || kind === 'key') continue;
      for (const graph of graphsOf(types.get(typeName), fieldName)) guardedGraphs.add(graph);
    }
  }

  return {
    ...shapes,
    guardsOfType: (typeName) => typePolicies.get(typeName) ?? [],
    argumentGuardOf(typeName, fieldName, argumentName) {
      const field = fieldOf(typeName, fieldName);
      const guard = argumentGuardsOf(field).get(argumentName) ?? { kind: 'unguarded' };
      const isOpen = field !== undefined && guards.get(typeName)?.get(fieldName)?.kind === 'public';
      // A system without guarded data has nothing guarded to search by. Any other can count or page by it, whatever the
      // field returns.
      const isHarmless = isOpen && !graphsOf(types.get(typeName), fieldName).some((graph) => guardedGraphs.has(graph));
      return guard.kind === 'unguarded' && !guard.unreadable && isHarmless ? { kind: 'public' } : guard;
    },
    defaultedArguments: (typeName, fieldName) =>
      (fieldOf(typeName, fieldName)?.arguments ?? [])
        .filter(({ defaultValue }) => defaultValue !== undefined && defaultValue.kind !== 'NullValue')
        .map(({ name }) => name.value),
    possibleTypes: (typeName) => possible.get(typeName) ?? [],
    isAboutNobody(typeName, fieldName) {
      const type = types.get(typeName);
      const field = fieldOf(typeName, fieldName);
      return (type !== undefined && hasTag(type, 'no-person')) || (field !== undefined && hasTag(field, 'no-person'));
    },
    guardOf: (typeName, fieldName) => guards.get(typeName)?.get(fieldName) ?? UNGUARDED,
    *coordinates() {
      for (const [typeName, ofType] of guards) {
        for (const field of types.get(typeName)?.fields ?? []) {
          const guard = ofType.get(field.name.value);
          if (guard !== undefined) yield { typeName, field, guard };
        }
      }
    },
    inputs: sentFields(supergraph, types, possible, 'keys and requires'),
    datasets,
  };
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
function graphsOf(type: TypeWithFields | undefined, fieldName: string): readonly string[] {
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

/** Lists the top-level fields of every `@join__type(key:)`. */
function keyFieldsOf(type: ObjectTypeDefinitionNode): ReadonlySet<string> {
  const names = new Set<string>();
  for (const directive of type.directives ?? []) {
    if (directive.name.value !== 'join__type') continue;
    const key = directive.arguments?.find(({ name }) => name.value === 'key');
    if (key?.value.kind !== 'StringValue') continue;
    let depth = 0;
    for (const token of key.value.value.match(/[{}]|\w+/g) ?? []) {
      if (token === '{') depth++;
      else if (token === '}') depth--;
      else if (depth === 0) names.add(token);
    }
  }
  return names;
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

function hasTag(node: { readonly directives?: readonly ConstDirectiveNode[] }, tag: string): boolean {
  return (node.directives ?? []).some(
    ({ name, arguments: args }) =>
      name.value === 'tag' && args?.some(({ value }) => value.kind === 'StringValue' && value.value === tag),
  );
}

function namedTypeOf(type: TypeNode): string {
  return type.kind === 'NamedType' ? type.name.value : namedTypeOf(type.type);
}
