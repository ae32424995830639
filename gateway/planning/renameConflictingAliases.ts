import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  parse,
  print,
  type SelectionNode,
  type ValueNode,
  visit,
} from 'graphql';

/** Operation in which no client's response key is one that the planner needs for itself. */
export interface RenamedOperation {
  /** Document for the planner. */
  readonly document: DocumentNode;
  /** Returns the response key of a field of the client's operation in the data that the plan fetches. */
  readonly keyOf: (field: FieldNode) => string;
  /** Returns the client's own name of such a key. */
  readonly clientKey: (key: string) => string;
}

export type RenameConflictingAliases = (document: DocumentNode) => RenamedOperation;

/** Prefix that clients cannot write. See reservedNames. */
const PREFIX = '_person360_';

/**
 * Creates a rewrite that gives conflicting fields of the client a response key of their own. A plan selects keys of
 * entities and inputs of `@requires` besides the client's fields, each under its own name. The client's operation may
 * have another value there: `id: lastName`, or `price(in: "EUR")` next to a field that requires `price(in: "USD")`.
 * Apollo's planner then selects one of the two and uses it for both, without an error: the client reads a key as a
 * name, or a system is sent a name as a key.
 *
 * @param addedFields from `addedFieldsOf`
 */
export function createConflictingAliasRenamer(addedFields: AddedFields): RenameConflictingAliases {
  const added = new Map(addedFields.map(([name, texts]) => [name, new Set(texts)]));
  const isTaken = (field: FieldNode): boolean => {
    const texts = added.get(keyIn(field));
    if (texts === undefined) return false;
    return field.alias !== undefined && field.alias.value !== field.name.value
      ? true
      : texts.size > 1 || !texts.has(argumentsText(field));
  };
  return (document) => {
    const keys = new Map<string, string>();
    const clientKeys = new Map<string, string>();
    const cleared = visit(document, {
      Field(field) {
        if (!isTaken(field)) return undefined;
        const text = textOf(field);
        const key = keys.get(text) ?? `${PREFIX}${keys.size}`;
        keys.set(text, key);
        clientKeys.set(key, keyIn(field));
        return { ...field, alias: { kind: Kind.NAME, value: key } };
      },
    });
    if (keys.size === 0) return { document, keyOf: keyIn, clientKey: (key) => key };
    return {
      document: cleared,
      keyOf: (field) => (isTaken(field) ? keys.get(textOf(field)) : undefined) ?? keyIn(field),
      clientKey: (key) => clientKeys.get(key) ?? key,
    };
  };
}

function keyIn({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

/** Text of a field. Fields that may share one response key have one text. See GraphQL 5.3.2. */
function textOf(field: FieldNode): string {
  return `${keyIn(field)}:${field.name.value}${argumentsText(field)}`;
}

function argumentsText({ arguments: given }: FieldNode): string {
  return (given ?? [])
    .map(({ name, value }) => `(${name.value}: ${print(sorted(value))})`)
    .sort()
    .join('');
}

/** Sorts input objects: the order of their fields does not matter. */
function sorted(value: ValueNode): ValueNode {
  return visit(value, {
    ObjectValue: {
      leave: (node) => ({
        ...node,
        fields: node.fields.toSorted((one, other) => (one.name.value < other.name.value ? -1 : 1)),
      }),
    },
  });
}

/** Names of the fields in all keys and requirements of a supergraph, with their arguments. */
export type AddedFields = readonly (readonly [name: string, argumentTexts: readonly string[]])[];

/** Collects the fields that plans may add to an operation, from the parsed SDL of a supergraph. */
export function addedFieldsOf(supergraph: DocumentNode): AddedFields {
  const added = new Map<string, Set<string>>();
  const add = (selections: readonly SelectionNode[]): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const { value } = selection.name;
        added.set(value, (added.get(value) ?? new Set()).add(argumentsText(selection)));
      }
      if (selection.kind !== Kind.FRAGMENT_SPREAD) add(selection.selectionSet?.selections ?? []);
    }
  };
  visit(supergraph, {
    Directive(directive) {
      for (const fieldSet of fieldSetsOf(directive)) {
        for (const definition of parse(`{${fieldSet}}`, { noLocation: true }).definitions) {
          if (definition.kind === Kind.OPERATION_DEFINITION) add(definition.selectionSet.selections);
        }
      }
    },
  });
  return Array.from(added, ([name, texts]) => [name, [...texts]]);
}

function fieldSetsOf(directive: ConstDirectiveNode | { readonly name: { readonly value: string } }): readonly string[] {
  const from = directive.name.value === 'join__type' ? 'key' : directive.name.value === 'join__field' ? 'requires' : '';
  const given = 'arguments' in directive ? (directive.arguments ?? []) : [];
  return given.flatMap(({ name, value }) => (name.value === from && value.kind === Kind.STRING ? [value.value] : []));
}
