import {
  type DirectiveNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionNode,
  TypeMetaFieldDef,
} from 'graphql';
import type { CostDirectives } from '../../supergraph/read/costDirectives.ts';
import type { Operation } from '../model/operation.ts';
import { operationTooComplex } from './budgetErrors.ts';
import type { IntrospectionSize } from './introspectionSize.ts';
import { type Amount, type SizedList, sizeByArguments, type Variables } from './listSize.ts';

export interface CostModel {
  readonly schema: GraphQLSchema;
  readonly directives: CostDirectives;
  /** Size of a list if neither its schema nor an argument gives one. */
  readonly assumedListSize: number;
  readonly introspectionSize: IntrospectionSize;
  /** Maximum number of selections, fragments expanded; an operation with more is rejected. */
  readonly maxSelections: number;
}

/** Selections of one response key at one place, in any branch. */
interface Group {
  readonly parent: GraphQLNamedType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: FieldNode[];
}

/** Weight of an object of the schema. It comes from memory, so it costs a tenth of an object of a system. */
const INTROSPECTION_WEIGHT = 0.1;

/**
 * Estimates how many objects an operation can return: 1 for each object, multiplied by the size of every list around
 * it. Leaves are free, unless `@cost` gives them a weight. Compiled once per operation; per request only the sizes that
 * variables decide are computed. Selections under `@skip` and `@include` with a variable count as included. Throws
 * GraphQLError OPERATION_TOO_COMPLEX.
 */
export function compileCost(model: CostModel, { definition, fragments, defaults }: Operation): Amount {
  const { schema, directives, assumedListSize, introspectionSize, maxSelections } = model;
  let selectionsLeft = maxSelections;
  const root = schema.getRootType(definition.operation);

  /** Collects fields: one response key of one type is one field, however many fragments select it. */
  function collect(
    parent: GraphQLNamedType,
    selections: readonly SelectionNode[],
    into: Map<string, Group>,
    spread: Set<string>,
  ): void {
    for (const selection of selections) {
      // Without a limit, a short document of nested fragments would expand without end.
      if (--selectionsLeft < 0) throw operationTooComplex(maxSelections);
      if (isExcluded(selection.directives)) continue;
      switch (selection.kind) {
        case Kind.FIELD: {
          const field = fieldOf(parent, selection.name.value);
          if (field === undefined) break;
          const key = `${parent.name} ${selection.alias?.value ?? selection.name.value}`;
          const group = into.get(key);
          if (group === undefined) into.set(key, { parent, field, nodes: [selection] });
          else group.nodes.push(selection);
          break;
        }
        case Kind.INLINE_FRAGMENT:
          collect(
            typeNamed(selection.typeCondition?.name.value) ?? parent,
            selection.selectionSet.selections,
            into,
            spread,
          );
          break;
        case Kind.FRAGMENT_SPREAD: {
          const name = selection.name.value;
          const fragment = fragments.get(name);
          // A second spread at one place adds nothing.
          if (fragment === undefined || spread.has(name)) break;
          spread.add(name);
          const type = typeNamed(fragment.typeCondition.name.value) ?? parent;
          collect(type, fragment.selectionSet.selections, into, spread);
        }
      }
    }
  }

  function costOf(
    parent: GraphQLNamedType,
    selections: readonly SelectionNode[],
    sized: SizedList | undefined,
  ): Amount {
    const groups = new Map<string, Group>();
    collect(parent, selections, groups, new Set());
    let total: Amount = 0;
    for (const group of groups.values()) total = plus(total, costOfField(group, sized));
    return total;
  }

  function costOfField({ parent, field, nodes }: Group, sized: SizedList | undefined): Amount {
    const type = getNamedType(field.type);
    const coordinate = `${parent.name}.${field.name}`;
    const [node] = nodes;
    if (node === undefined) return 0;
    const weight = weightOf(coordinate, type);
    if (!isCompositeType(type)) return weight;
    const directive = directives.listSizes.get(coordinate);
    const given = sizeByArguments(field, node, directive, defaults);
    const inner = costOf(
      type,
      nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []),
      given,
    );
    const object = plus(weight, inner);
    if (!isListType(getNullableType(field.type))) return object;
    const size =
      given?.sizedFields.length === 0
        ? given.size
        : sized?.sizedFields.includes(field.name)
          ? sized.size
          : (directive?.assumedSize ?? introspectionSize(coordinate) ?? assumedListSize);
    return times(size, object);
  }

  function weightOf(coordinate: string, type: GraphQLNamedType): number {
    if (type.name.startsWith('__')) return isLeafType(type) ? 0 : INTROSPECTION_WEIGHT;
    return directives.weights.get(coordinate) ?? directives.weights.get(type.name) ?? (isLeafType(type) ? 0 : 1);
  }

  function fieldOf(parent: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  }

  function typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : schema.getType(name);
  }

  return root ? costOf(root, definition.selectionSet.selections, undefined) : 0;
}

function isExcluded(directives: readonly DirectiveNode[] = []): boolean {
  return directives.some(({ name, arguments: given }) => {
    const value = given?.find((argument) => argument.name.value === 'if')?.value;
    if (value?.kind !== Kind.BOOLEAN) return false;
    return (name.value === 'skip' && value.value) || (name.value === 'include' && !value.value);
  });
}

function plus(left: Amount, right: Amount): Amount {
  if (typeof left === 'number' && typeof right === 'number') return left + right;
  return (variables) => amountFor(left, variables) + amountFor(right, variables);
}

function times(left: Amount, right: Amount): Amount {
  if (typeof left === 'number' && typeof right === 'number') return left * right;
  return (variables) => amountFor(left, variables) * amountFor(right, variables);
}

export function amountFor(amount: Amount, variables: Variables): number {
  return typeof amount === 'number' ? amount : amount(variables);
}
