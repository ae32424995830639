import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  parse,
  print,
  separateOperations,
  validate,
} from 'graphql';

/** What a text in the editor is. Only `query` is ever sent. */
export type ReadQuery =
  | { readonly kind: 'query'; readonly name: string; readonly text: string; readonly names: readonly string[] }
  | { readonly kind: 'writes' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid'; readonly message: string; readonly line: number | undefined };

/** Reads one operation of a text with the fragments that it uses. `wanted`: its name; default, the first. */
export function readQuery(schema: GraphQLSchema, text: string, wanted: string): ReadQuery {
  if (text.replace(/#[^\n]*/g, '').trim() === '') return { kind: 'empty' };
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch (error) {
    return invalid(error);
  }
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (operations.some(({ operation }) => operation !== OperationTypeNode.QUERY)) return { kind: 'writes' };
  const [problem] = validate(schema, document, undefined, { maxErrors: 1 });
  if (problem !== undefined) return invalid(problem);
  const names = operations.map(({ name }) => name?.value ?? '');
  const name = names.includes(wanted) ? wanted : (names[0] ?? '');
  const one = separateOperations(document)[name];
  return one === undefined ? { kind: 'empty' } : { kind: 'query', name, names, text: print(one) };
}

function invalid(error: unknown): ReadQuery {
  const message = error instanceof Error ? error.message : String(error);
  const locations: unknown = error instanceof Error && 'locations' in error ? error.locations : undefined;
  const line = Array.isArray(locations) ? (locations[0] as { line?: number } | undefined)?.line : undefined;
  return { kind: 'invalid', message, line };
}

export type ReadVariables =
  | { readonly kind: 'variables'; readonly values: Readonly<Record<string, unknown>> }
  | { readonly kind: 'notAnObject' };

/** Variables as JSON; nothing at all means none. */
export function readVariables(text: string): ReadVariables {
  if (text.trim() === '') return { kind: 'variables', values: {} };
  try {
    const values: unknown = JSON.parse(text);
    return isObject(values) ? { kind: 'variables', values } : { kind: 'notAnObject' };
  } catch {
    return { kind: 'notAnObject' };
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
