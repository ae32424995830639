import { type DocumentNode, execute, type GraphQLSchema, Kind } from 'graphql';
import { prunedDocument } from '../authorization/pruning/prunedDocument.ts';
import { withoutIntrospection } from '../documents/introspection.ts';
import { operationError } from '../errors/createErrors.ts';
import type { Operation } from '../model/operation.ts';
import type { PipelineRequest } from '../model/request.ts';
import { createDenialErrors } from '../response/denialErrors.ts';
import type { PreparedRequest } from './preparedRequest.ts';

/** The part of an operation that selects data, if it also selects the schema. */
export function dataOf(pruned: DocumentNode | undefined): DocumentNode | undefined {
  const operation = pruned?.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) return undefined;
  const selections = withoutIntrospection(operation.selectionSet);
  return selections.length === 0 ? undefined : prunedDocument(operation, selections);
}

/** Prepares introspection. graphql-js executes it against the schema; no planner and no system takes part. */
export function introspectionOf(schema: GraphQLSchema, operation: Operation): PreparedRequest {
  const { document, definition } = operation;
  const dependsOnVariables = (definition.variableDefinitions ?? []).length > 0;
  let text: string | undefined;
  async function answer(variableValues: PipelineRequest['variables']): Promise<string> {
    const operationName = definition.name?.value ?? null;
    const { data, errors } = await execute({ schema, document, variableValues, operationName });
    // Without data the request itself is wrong: a variable does not fit its type.
    if (data == null) {
      throw operationError('BAD_USER_INPUT', errors?.[0]?.message);
    }
    return JSON.stringify(data);
  }
  return {
    mutates: false,
    denialErrors: createDenialErrors([], {}),
    fieldDecisions: [],
    needs: new Set(),
    namedAt: new Set(),
    maskedFields: '',
    disclosure: {
      operation,
      denied: () => [],
      closed: new Set<string>(),
      withDefaults: (variables) => variables,
      scopes: undefined,
    },
    async execute({ variables }) {
      if (dependsOnVariables) return { data: await answer(variables), errors: [], disclosed: [] };
      // Without variables, the response is the same for every request.
      text ??= await answer({});
      return { data: text, errors: [], disclosed: [] };
    },
  };
}
