import {
  type ConstDirectiveNode,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  type TypeNode,
} from 'graphql';

interface SentField {
  readonly typeName: string;
  readonly fieldName: string;
}

type TypeWithFields = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/**
 * Lists the fields of object types in all keys of a supergraph, and in all `@requires` unless only keys are wanted, at
 * any depth: what plans send to systems.
 */
export function sentFields(
  supergraph: DocumentNode,
  types: ReadonlyMap<string, TypeWithFields>,
  possible: ReadonlyMap<string, readonly string[]>,
  wanted: 'keys' | 'keys and requires',
): readonly SentField[] {
  const found = new Map<string, SentField>();

  function add(selections: readonly SelectionNode[], typeName: string): void {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        add(selection.selectionSet.selections, selection.typeCondition?.name.value ?? typeName);
      }
      if (selection.kind !== Kind.FIELD || selection.name.value === '__typename') continue;
      const fieldName = selection.name.value;
      for (const name of possible.get(typeName) ?? [typeName]) {
        found.set(`${name}.${fieldName}`, { typeName: name, fieldName });
      }
      const field = types.get(typeName)?.fields?.find(({ name }) => name.value === fieldName);
      if (field !== undefined) add(selection.selectionSet?.selections ?? [], namedTypeOf(field.type));
    }
  }

  const addAll = (
    directives: readonly ConstDirectiveNode[],
    directive: string,
    argument: string,
    type: string,
  ): void => {
    for (const fieldSet of fieldSetsIn(directives, directive, argument)) add(selectionsOf(fieldSet), type);
  };
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    addAll(definition.directives ?? [], 'join__type', 'key', definition.name.value);
    for (const field of wanted === 'keys' ? [] : (definition.fields ?? [])) {
      addAll(field.directives ?? [], 'join__field', 'requires', definition.name.value);
    }
  }
  return [...found.values()];
}

function fieldSetsIn(
  directives: readonly ConstDirectiveNode[],
  directive: string,
  argument: string,
): readonly string[] {
  return directives
    .filter(({ name }) => name.value === directive)
    .flatMap(({ arguments: given }) =>
      (given ?? []).flatMap(({ name, value }) =>
        name.value === argument && value.kind === Kind.STRING ? [value.value] : [],
      ),
    );
}

function selectionsOf(fieldSet: string): readonly SelectionNode[] {
  const [definition] = parse(`{${fieldSet}}`, { noLocation: true }).definitions;
  // The text is one anonymous operation by construction.
  return (definition as OperationDefinitionNode).selectionSet.selections;
}

function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}
