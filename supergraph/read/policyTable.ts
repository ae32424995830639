import type { DocumentNode, FieldDefinitionNode, ObjectTypeDefinitionNode } from 'graphql';
import { type ArgumentGuard, argumentGuardsOf } from './argumentGuards.ts';
import type { FieldShape } from './fieldShape.ts';
import { createFieldShapes } from './fieldShapes.ts';
import {
  type FieldGuard,
  graphsOf,
  hasTag,
  type Policies,
  type PolicyFacts,
  readPolicyFacts,
  typesIn,
} from './policyFacts.ts';

export { type FieldGuard, PERSON_TYPE, type Policies } from './policyFacts.ts';

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

const UNGUARDED: FieldGuard = { kind: 'unguarded' };

/**
 * Makes the table of a composed supergraph (join v0.5, policy v0.1, tag v0.3).
 *
 * @param facts if they have been read before
 */
export function readPolicyTable(
  supergraph: DocumentNode,
  facts: PolicyFacts = readPolicyFacts(supergraph),
): PolicyTable {
  const { typePolicies, guards, possible, datasets, guardedGraphs, inputs } = facts;
  const types = typesIn(supergraph);
  const shapes = createFieldShapes(types, possible, (type) => keyFieldsOf(type).size > 0);
  const fieldOf = (typeName: string, fieldName: string) =>
    types.get(typeName)?.fields?.find(({ name }) => name.value === fieldName);

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
    inputs,
    datasets,
  };
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
