import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { BREAK, type DocumentNode, GraphQLError, visit } from 'graphql';
import { isStorableJson, isStorableText, unstorableText } from '../values/storableText.ts';

/** Rejects literals and variables that PostgreSQL or JSON cannot store, before anything runs. */
export function requireStorableText({
  variables,
}: {
  /** True to check variables here. Not needed if the server has checked the text of the body. */
  readonly variables: boolean;
}): ApolloServerPlugin<BaseContext> {
  // Apollo Server caches parsed documents, so each is walked once.
  const checked = new WeakSet<DocumentNode>();
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, request }) {
          if (!checked.has(document)) {
            if (!hasStorableLiterals(document)) throw refusal();
            checked.add(document);
          }
          if (variables && !isStorableJson(request.variables)) throw refusal();
        },
      };
    },
  };
}

function hasStorableLiterals(document: DocumentNode): boolean {
  let isStorable = true;
  visit(document, {
    StringValue({ value }) {
      if (isStorableText(value)) return undefined;
      isStorable = false;
      return BREAK;
    },
  });
  return isStorable;
}

function refusal(): GraphQLError {
  const { status, code, message } = unstorableText;
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}
