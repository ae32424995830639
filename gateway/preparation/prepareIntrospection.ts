import { type DocumentNode, execute, type GraphQLSchema, Kind } from 'graphql';
import { prunedDocument } from '../authorization/pruning/prunedDocument.ts';
import { withoutIntrospection } from '../documents/introspection.ts';
import { operationError } from '../errors/createErrors.ts';
import type { Operation } from '../model/operation.ts';
import type { PipelineRequest } from '../model/request.ts';
import { createDenialErrors } from '../response/denialErrors.ts';
import type { PreparedRequest } from './preparedRequest.ts';

/** What a document that also asks for the schema asks the systems for. */
export function dataOf(pruned: DocumentNode | undefined): DocumentNode | undefined {
  const operation = pruned?.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) return undefined;
  const selections = withoutIntrospection(operation.selectionSet);
  return selections.length === 0 ? undefined : prunedDocument(operation, selections);
}

/**
 * What the graph looks like to this requester. graphql-js answers from the schema itself, whatever of introspection was
 * asked for; no planner and no agency takes part in it.
 */
export function introspectionOf(schema: GraphQLSchema, operation: Operation): PreparedRequest {
  const { document, definition } = operation;
  const dependsOnVariables = (definition.variableDefinitions ?? []).length > 0;
  let text: string | undefined;
  async function answer(variableValues: PipelineRequest['variables']): Promise<string> {
    const operationName = definition.name?.value ?? null;
    const { data, errors } = await execute({ schema, document, variableValues, operationName });
    // Without data the request itself was wrong: a variable that does not fit its type.
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
      // The same for every request of this operation.
      text ??= await answer({});
      return { data: text, errors: [], disclosed: [] };
    },
  };
}
