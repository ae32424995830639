import {
  type DocumentNode,
  type ExecutionResult,
  executeSync,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { fragmentsOf } from '../../../documents/operation.ts';
import type { VariableValues } from '../../contract/variableValues.ts';
import { jsonText } from '../json/jsonText.ts';

/** JSON text of one introspection field's value. */
export type IntrospectionWriter = (variables: VariableValues) => string;

/** Introspection from the API schema, never from a subgraph. Executed once if it depends on no variable. */
export function compileIntrospection(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  fields: readonly FieldNode[],
): IntrospectionWriter {
  const fragments = [...fragmentsOf(document).values()];
  const used = new Set<string>();
  const selection: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: operation.operation,
    selectionSet: { kind: Kind.SELECTION_SET, selections: fields },
  };
  const asked: DocumentNode = { kind: Kind.DOCUMENT, definitions: [selection, ...fragments] };
  visit(asked, {
    Variable: ({ name }) => {
      used.add(name.value);
    },
  });
  const variableDefinitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.has(variable.name.value),
  );
  const question: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [{ ...selection, variableDefinitions }, ...fragments],
  };
  const answer = (variableValues: VariableValues): string => {
    const result: ExecutionResult = executeSync({ schema, document: question, variableValues });
    return jsonText(Object.values(result.data ?? {})[0]);
  };
  if (used.size > 0) return answer;
  let text: string | undefined;
  return (variables) => {
    text ??= answer(variables);
    return text;
  };
}
