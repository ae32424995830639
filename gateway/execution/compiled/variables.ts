import {
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  valueFromAST,
} from 'graphql';
import { jsonText } from './jsonText.ts';

/** Coerced values of an operation's variables, by name; without a prototype, so that any name is just a name. */
export interface VariableValues {
  readonly [name: string]: unknown;
}

export type Coercion =
  | { readonly kind: 'coerced'; readonly values: VariableValues }
  | { readonly kind: 'refused'; readonly messages: readonly string[] };

interface Definition {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly required: boolean;
  readonly fallback: unknown;
}

/** GraphQL 6.1.2: types and defaults are looked up once; per request only the given values are checked. */
export function compileVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
): (given: Readonly<Record<string, unknown>>) => Coercion {
  const definitions = (operation.variableDefinitions ?? []).map((node): Definition => {
    const type = typeFromAST(schema, node.type);
    if (!isInputType(type)) throw new Error(`Variable $${node.variable.name.value} has no input type`);
    return {
      name: node.variable.name.value,
      type,
      required: isNonNullType(type),
      fallback: node.defaultValue === undefined ? undefined : valueFromAST(node.defaultValue, type),
    };
  });
  return (given) => {
    const values: Record<string, unknown> = Object.create(null);
    const messages: string[] = [];
    for (const { name, type, required, fallback } of definitions) {
      const value = Object.hasOwn(given, name) ? given[name] : undefined;
      if (value === undefined) {
        if (fallback !== undefined) values[name] = fallback;
        else if (required) messages.push(`Variable "$${name}" of required type "${type}" was not provided.`);
      } else if (value === null && required) {
        messages.push(`Variable "$${name}" of non-null type "${type}" must not be null.`);
      } else {
        values[name] = coerceInputValue(value, type, (path, _, error) => {
          const at = path.length > 0 ? ` at "${name}.${path.join('.')}"` : '';
          messages.push(`Variable "$${name}" got an invalid value${at}; ${error.message}`);
        });
      }
    }
    return messages.length > 0 ? { kind: 'refused', messages } : { kind: 'coerced', values };
  };
}

/** `"name":value,...` for the variables a fetch uses; those without a value are left to the subgraph's defaults. */
export function compileVariablesText(names: readonly string[]): (values: VariableValues, prefix?: string) => string {
  if (names.length === 0) return () => '';
  const heads = names.map((name) => ({ name, head: `${jsonText(name)}:` }));
  return (values, prefix = '') => {
    let out = '';
    for (const { name, head } of heads) {
      const value = values[name];
      if (value === undefined) continue;
      out += `${out === '' ? '' : ','}${prefix === '' ? head : `${jsonText(prefix + name)}:`}${jsonText(value)}`;
    }
    return out;
  };
}
