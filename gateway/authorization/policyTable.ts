import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';
import type { FieldShape } from './ways.ts';

/** Datasets that guard something: every inner list must be held whole, one of the outer list's entries is enough. */
export type Policies = readonly (readonly string[])[];

/** What the supergraph says of one field. */
export type FieldGuard =
  | { readonly kind: 'public' }
  | { readonly kind: 'key' }
  | { readonly kind: 'guarded'; readonly all: readonly Policies[] }
  | { readonly kind: 'barred'; readonly all: readonly Policies[] }
  | { readonly kind: 'unguarded' };

/** The guards of every coordinate of a supergraph, read before the supergraph is handed to any library that ignores them. */
export interface PolicyTable {
  /** Guard of an object type's field: its own, its parent type's and its return type's together. Unknown: unguarded. */
  guardOf(typeName: string, fieldName: string): FieldGuard;
  /** What the field is, for the terms of approvals. */
  shapeOf(typeName: string, fieldName: string): FieldShape;
  /** Every object type's fields, for checks over the whole graph. */
  coordinates(): Iterable<{
    readonly typeName: string;
    readonly field: FieldDefinitionNode;
    readonly guard: FieldGuard;
  }>;
  /** Every dataset that some guard names. */
  readonly datasets: ReadonlySet<string>;
}

type Fielded = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

const UNGUARDED: FieldGuard = { kind: 'unguarded' };

/** Reads `@policy`, `@tag` and the keys from a composed supergraph (join v0.5, policy v0.1, tag v0.3). */
export function readPolicyTable(supergraph: DocumentNode): PolicyTable {
  const types = new Map<string, Fielded>();
  const composites = new Set<string>();
  const typePolicies = new Map<string, readonly Policies[]>();
  for (const definition of supergraph.definitions) {
    if (!('directives' in definition) || !('name' in definition) || definition.name === undefined) continue;
    // Definitions of types carry only constant directives.
    const directives = (definition.directives ?? []) as readonly ConstDirectiveNode[];
    typePolicies.set(definition.name.value, policiesOf(directives));
    if (definition.kind === 'ObjectTypeDefinition' || definition.kind === 'InterfaceTypeDefinition') {
      types.set(definition.name.value, definition);
      composites.add(definition.name.value);
    }
    if (definition.kind === 'UnionTypeDefinition') composites.add(definition.name.value);
  }

  const guards = new Map<string, Map<string, FieldGuard>>();
  const datasets = new Set<string>();
  for (const [typeName, type] of types) {
    const ofType = new Map<string, FieldGuard>();
    guards.set(typeName, ofType);
    if (type.kind !== 'ObjectTypeDefinition') continue;
    const keys = keyFieldsOf(type);
    for (const field of type.fields ?? []) {
      const all = [
        ...policiesOf(field.directives ?? []),
        ...(typePolicies.get(typeName) ?? []),
        ...(typePolicies.get(namedTypeOf(field.type)) ?? []),
      ];
      for (const dataset of all.flat(2)) datasets.add(dataset);
      ofType.set(field.name.value, guardOfField(field, type, keys, all));
    }
  }

  const returning = new Map<string, string[]>();
  for (const [typeName, type] of types) {
    for (const field of type.fields ?? []) {
      const returned = namedTypeOf(field.type);
      returning.set(returned, [...(returning.get(returned) ?? []), `${typeName}.${field.name.value}`]);
    }
  }

  return {
    shapeOf(typeName, fieldName) {
      const field = types.get(typeName)?.fields?.find(({ name }) => name.value === fieldName);
      return {
        coordinate: `${typeName}.${fieldName}`,
        name: fieldName,
        typeName,
        composite: field !== undefined && composites.has(namedTypeOf(field.type)),
        returnedBy: returning.get(typeName) ?? [],
      };
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
    datasets,
  };
}

function guardOfField(
  field: FieldDefinitionNode,
  type: ObjectTypeDefinitionNode,
  keys: ReadonlySet<string>,
  all: readonly Policies[],
): FieldGuard {
  if (hasTag(field, 'hard-bar')) return { kind: 'barred', all };
  if (all.length > 0) return { kind: 'guarded', all };
  if (keys.has(field.name.value)) return { kind: 'key' };
  if (hasTag(field, 'public') || hasTag(type, 'public')) return { kind: 'public' };
  return UNGUARDED;
}

function policiesOf(directives: readonly ConstDirectiveNode[]): Policies[] {
  return directives.filter((directive) => directive.name.value === 'policy').map(policiesArgument);
}

function policiesArgument(directive: ConstDirectiveNode): Policies {
  const argument = directive.arguments?.find(({ name }) => name.value === 'policies');
  const value: unknown = argument && valueFromASTUntyped(argument.value);
  // An unreadable guard must not be an absent one: it becomes a policy that nobody can hold.
  if (!Array.isArray(value) || value.length === 0) return [['unreadable policy']];
  return value.map((alternative: unknown) =>
    Array.isArray(alternative) && alternative.length > 0 ? alternative.map(String) : ['unreadable policy'],
  );
}

/** Names of the top-level fields of every `@join__type(key:)`. */
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

function hasTag(node: { readonly directives?: readonly ConstDirectiveNode[] }, tag: string): boolean {
  return (node.directives ?? []).some(
    ({ name, arguments: args }) =>
      name.value === 'tag' && args?.some(({ value }) => value.kind === 'StringValue' && value.value === tag),
  );
}

function namedTypeOf(type: TypeNode): string {
  return type.kind === 'NamedType' ? type.name.value : namedTypeOf(type.type);
}
