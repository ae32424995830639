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
import { inexactNumberIn } from './inexactNumber.ts';

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

/**
 * GraphQL 6.1.2: types and defaults are looked up once; per request only the given values are checked. Ids come out as
 * strings, however they were sent.
 */
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
        const inexact = inexactNumberIn(value, type);
        if (inexact !== undefined) {
          messages.push(
            `Variable "$${name}" holds the number ${inexact}, which is too large to be exact. Send it as a string.`,
          );
          continue;
        }
        values[name] = coerceInputValue(value, type, (path, _, error) => {
          const at = path.length > 0 ? ` at "${name}.${path.join('.')}"` : '';
          messages.push(`Variable "$${name}" got an invalid value${at}; ${error.message}`);
        });
      }
    }
    return messages.length > 0 ? { kind: 'refused', messages } : { kind: 'coerced', values };
  };
}
