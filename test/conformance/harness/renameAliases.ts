import { type GraphQLSchema, Kind, parse, print, validate, visit } from 'graphql';
import type { Answer, AnswerError } from './engines.ts';

/**
 * The same operation with plain aliases made names of keys and required fields, where it stays valid, and its answer under
 * the aliases it had. The stock engine answers such an operation wrongly and is asked the plain one.
 */
export function renameAliases(
  schema: GraphQLSchema,
  query: string,
  names: readonly string[],
  seed: number,
): { readonly query: string; readonly backIn: (answer: Answer) => Answer } {
  const document = parse(query);
  const used = new Set<string>();
  visit(document, { Field: ({ alias, name }) => void used.add((alias ?? name).value) });
  // A name that the operation already has could not be distinguished from the new one.
  const free = names.filter((name) => !used.has(name));
  const renamed = new Map<string, string>();
  for (const [index, alias] of ['a', 'b', 'other'].entries()) {
    const name = free[(seed + index) % Math.max(free.length, 1)];
    if (used.has(alias) && name !== undefined && ![...renamed.values()].includes(name)) renamed.set(alias, name);
  }
  const written = visit(document, {
    Field(field) {
      const value = renamed.get(field.alias?.value ?? '');
      return value === undefined ? undefined : { ...field, alias: { kind: Kind.NAME, value } };
    },
  });
  if (renamed.size === 0 || validate(schema, written).length > 0) return { query, backIn: (answer) => answer };
  const before = new Map([...renamed].map(([alias, name]) => [name, alias]));
  const backInError = ({ path, ...error }: AnswerError): AnswerError =>
    path === undefined
      ? error
      : { ...error, path: path.map((part) => (typeof part === 'string' ? (before.get(part) ?? part) : part)) };
  return {
    query: print(written),
    backIn: ({ data, errors, invalid }) => ({
      data: withKeys(data, before),
      errors: errors.map(backInError),
      invalid: invalid.map(backInError),
    }),
  };
}

function withKeys(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => withKeys(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [names.get(key) ?? key, withKeys(inner, names)]),
  );
}
