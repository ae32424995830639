import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  visit,
} from 'graphql';
import type { JsonObject } from '../json/json.ts';
import { oneByteText, stringText } from '../json/jsonText.ts';
import type { ReportedError, SubgraphReply } from './subgraphReply.ts';

/** One query sent several times in one call, each time with values of its own. */
export interface JointQuery {
  /**
   * Body of a call that asks `variables.length` times; each is `"name":value,...` with the names of `prefixOf(index)`.
   */
  body(variables: readonly string[]): string;
  /** The reply to each of the queries; undefined if they cannot be told apart, and each has to be sent by itself. */
  split(reply: SubgraphReply, askings: number): readonly SubgraphReply[] | undefined;
}

/** Before the names of variables and root fields of one asking. */
export function prefixOf(asking: number): string {
  return `q${asking}_`;
}

/** Undefined for a query that cannot be put together with itself. */
export function createJointQuery(query: string, operationName: string | undefined): JointQuery | undefined {
  const [operation, ...others] = parse(query, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) return undefined;
  if (operation.operation !== 'query' || (operation.directives ?? []).length > 0) return undefined;
  const keys: string[] = [];
  for (const selection of operation.selectionSet.selections) {
    if (selection.kind !== Kind.FIELD) return undefined;
    keys.push((selection.alias ?? selection.name).value);
  }
  // As a key of a response it would set a prototype.
  if (keys.includes('__proto__')) return undefined;

  const name = operationName === undefined ? '' : `"operationName":${stringText(operationName)},`;
  const askings: OperationDefinitionNode[] = [];
  const heads: string[] = [];
  const headOf = (count: number): string => {
    while (askings.length < count) askings.push(renamed(operation, prefixOf(askings.length)));
    heads[count] ??= oneByteText(
      `{"query":${stringText(print(joined(operation, askings.slice(0, count))))},${name}"variables":{`,
    );
    return heads[count];
  };

  return {
    body: (variables) => `${headOf(variables.length)}${variables.filter((text) => text !== '').join(',')}}}`,
    split(reply, count) {
      if (reply.kind === 'failure') return reply.dueToQuestion ? undefined : Array.from({ length: count }, () => reply);
      const { data } = reply;
      if (data === undefined) return undefined;
      const errors = Array.from({ length: count }, (): ReportedError[] => []);
      for (const { path, ...error } of reply.errors) {
        const found = path === undefined ? undefined : rootOf(path[0]);
        const own = found === undefined ? undefined : errors[found.asking];
        if (found === undefined || own === undefined) return undefined;
        own.push({ path: [found.key, ...(path ?? []).slice(1)], ...error });
      }
      const bytes = reply.bytes / count;
      return errors.map((own, asking) => ({ kind: 'answer', data: dataOf(data, asking), errors: own, bytes }));
    },
  };

  function dataOf(data: JsonObject, asking: number): JsonObject {
    const own: JsonObject = {};
    const prefix = prefixOf(asking);
    for (const key of keys) {
      const value = data[prefix + key];
      if (value !== undefined) own[key] = value;
    }
    return own;
  }

  function rootOf(step: string | number | undefined): { asking: number; key: string } | undefined {
    const match = typeof step === 'string' ? /^q(\d+)_(.+)$/.exec(step) : null;
    const [, asking, key] = match ?? [];
    return asking === undefined || key === undefined || !keys.includes(key)
      ? undefined
      : { asking: Number(asking), key };
  }
}

/** The operation with other names for its variables and root fields. */
function renamed(operation: OperationDefinitionNode, prefix: string): OperationDefinitionNode {
  const nameNode = (value: string) => ({ kind: Kind.NAME, value }) as const;
  const inside = visit(operation, {
    Variable: ({ name, ...node }) => ({ ...node, name: nameNode(prefix + name.value) }),
  });
  const selections = inside.selectionSet.selections.map(
    (selection): SelectionNode =>
      selection.kind === Kind.FIELD
        ? { ...selection, alias: nameNode(prefix + (selection.alias ?? selection.name).value) }
        : selection,
  );
  return { ...inside, selectionSet: { ...inside.selectionSet, selections } };
}

function joined(operation: OperationDefinitionNode, askings: readonly OperationDefinitionNode[]): DocumentNode {
  const joint: OperationDefinitionNode = {
    ...operation,
    variableDefinitions: askings.flatMap(({ variableDefinitions }) => variableDefinitions ?? []),
    selectionSet: {
      ...operation.selectionSet,
      selections: askings.flatMap(({ selectionSet }) => selectionSet.selections),
    },
  };
  return { kind: Kind.DOCUMENT, definitions: [joint] };
}
