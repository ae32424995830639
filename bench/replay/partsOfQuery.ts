import { Kind, type OperationDefinitionNode, parse, print, type SelectionNode, visit } from 'graphql';

export interface Question {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: { readonly representations?: readonly unknown[]; readonly [name: string]: unknown };
}

/** One of the queries that were put together to one. */
export interface QueryPart {
  /** Before the names of its variables and root fields; empty for a query by itself. */
  readonly prefix: string;
  /** Without the prefix. */
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface KnownPart {
  readonly prefix: string;
  readonly query: string;
  readonly names: readonly string[];
}

const PREFIX = /^q\d+_/;

/** Takes queries apart that the gateway put together (jointQuery.ts); each text is parsed once. */
export function createPartsOf(): (question: Question) => readonly QueryPart[] {
  const known = new Map<string, readonly KnownPart[]>();
  return ({ query, variables = {} }) => {
    let parts = known.get(query);
    if (parts === undefined) {
      parts = takeApart(query);
      known.set(query, parts);
    }
    return parts.map(({ prefix, query: own, names }) => ({
      prefix,
      query: own,
      variables: Object.fromEntries(
        names.filter((name) => prefix + name in variables).map((name) => [name, variables[prefix + name]]),
      ),
    }));
  };
}

function takeApart(query: string): readonly KnownPart[] {
  const document = parse(query, { noLocation: true });
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`Not a query: ${query}`);
  const byPrefix = new Map<string, SelectionNode[]>();
  for (const selection of operation.selectionSet.selections) {
    const prefix = (selection.kind === Kind.FIELD ? PREFIX.exec(selection.alias?.value ?? '')?.[0] : undefined) ?? '';
    byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), selection]);
  }
  return [...byPrefix].map(([prefix, selections]) => {
    const own: OperationDefinitionNode = {
      ...operation,
      variableDefinitions: (operation.variableDefinitions ?? []).filter(({ variable }) =>
        variable.name.value.startsWith(prefix),
      ),
      selectionSet: { ...operation.selectionSet, selections },
    };
    const plain = prefix === '' ? own : withoutPrefix(own, prefix);
    return {
      prefix,
      query: print(plain),
      names: (plain.variableDefinitions ?? []).map(({ variable }) => variable.name.value),
    };
  });
}

function withoutPrefix(operation: OperationDefinitionNode, prefix: string): OperationDefinitionNode {
  const cut = (name: string): string => (name.startsWith(prefix) ? name.slice(prefix.length) : name);
  return visit(operation, {
    Variable: ({ name, ...node }) => ({ ...node, name: { ...name, value: cut(name.value) } }),
    Field(node) {
      const alias = node.alias === undefined ? undefined : cut(node.alias.value);
      if (alias === undefined || alias === node.alias?.value) return undefined;
      const { alias: _, ...plain } = node;
      return alias === node.name.value ? plain : { ...plain, alias: { kind: Kind.NAME, value: alias } };
    },
  });
}
