import {
  buildASTSchema,
  type FieldDefinitionNode,
  type GraphQLSchema,
  Kind,
  parse,
  printSchema,
  type TypeDefinitionNode,
  type TypeNode,
  visit,
} from 'graphql';
import type { DecisionTable } from '../decisions/decisionTable.ts';

type SchemaDecisions = Pick<DecisionTable, 'decide' | 'decideType' | 'decideArgument'>;

/** Removes from the schema what these decisions never show: fields, arguments, and types that nothing open leads to. */
export function filteredSchema(schema: GraphQLSchema, decisions: SchemaDecisions): GraphQLSchema {
  const types = new Map<string, TypeDefinitionNode>();
  const others = [];
  for (const definition of parse(printSchema(schema), { noLocation: true }).definitions) {
    if ('name' in definition && schema.getType(definition.name?.value ?? '') !== undefined) {
      // A definition with the name of a type defines it.
      const type = definition as TypeDefinitionNode;
      types.set(type.name.value, visibleType(type, schema, decisions));
    } else others.push(definition);
  }
  // Removing an empty type removes the fields that lead to it, and these may be the last of another type.
  let empty: ReadonlySet<string>;
  do {
    empty = new Set([...types.values()].filter(isEmpty).map(({ name }) => name.value));
    for (const name of empty) types.delete(name);
    for (const [name, type] of types) types.set(name, without(type, empty));
  } while (empty.size > 0);
  const reachable = reachableFrom(schema, types);
  const definitions = [...others, ...[...types.values()].filter(({ name }) => reachable.has(name.value))];
  return buildASTSchema({ kind: Kind.DOCUMENT, definitions }, { assumeValid: true, assumeValidSDL: true });
}

function visibleType(type: TypeDefinitionNode, schema: GraphQLSchema, decisions: SchemaDecisions): TypeDefinitionNode {
  if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) return type;
  const graphqlType = schema.getType(type.name.value);
  const runtimeTypes =
    type.kind === Kind.OBJECT_TYPE_DEFINITION || graphqlType === undefined || !('resolveType' in graphqlType)
      ? [type.name.value]
      : schema.getPossibleTypes(graphqlType).map(({ name }) => name);
  const visible = runtimeTypes.filter((name) => decisions.decideType(name).kind === 'allow');
  const fields = (type.fields ?? []).flatMap((field) => {
    const open = visible.filter((name) => decisions.decide(name, field.name.value).kind === 'allow');
    if (open.length === 0) return [];
    const args = (field.arguments ?? []).filter(({ name }) =>
      open.some((typeName) => decisions.decideArgument(typeName, field.name.value, name.value).kind === 'allow'),
    );
    // Without a required argument, the field cannot be selected.
    const isUsable = (field.arguments ?? []).every(
      (argument) => args.includes(argument) || argument.type.kind !== Kind.NON_NULL_TYPE,
    );
    return isUsable ? [{ ...field, arguments: args }] : [];
  });
  return { ...type, fields };
}

function isEmpty(type: TypeDefinitionNode): boolean {
  if (type.kind === Kind.UNION_TYPE_DEFINITION) return type.types?.length === 0;
  const holdsFields = type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION;
  // The root stays, even if nothing is open.
  return holdsFields && type.fields?.length === 0 && type.name.value !== 'Query';
}

function without(type: TypeDefinitionNode, names: ReadonlySet<string>): TypeDefinitionNode {
  if (names.size === 0) return type;
  if (type.kind === Kind.UNION_TYPE_DEFINITION) {
    return { ...type, types: (type.types ?? []).filter(({ name }) => !names.has(name.value)) };
  }
  if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) return type;
  return {
    ...type,
    interfaces: (type.interfaces ?? []).filter(({ name }) => !names.has(name.value)),
    fields: (type.fields ?? []).filter((field: FieldDefinitionNode) => !names.has(namedTypeOf(field.type))),
  };
}

function reachableFrom(schema: GraphQLSchema, types: ReadonlyMap<string, TypeDefinitionNode>): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [schema.getQueryType(), schema.getMutationType()].flatMap((type) => type?.name ?? []);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const type = types.get(name);
    if (type === undefined || reached.has(name)) continue;
    reached.add(name);
    visit(type, { NamedType: (node) => void waiting.push(node.name.value) });
    if (type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const [other, definition] of types) {
      if ('interfaces' in definition && definition.interfaces?.some((each) => each.name.value === name))
        waiting.push(other);
    }
  }
  return reached;
}

function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}
