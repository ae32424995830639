import type { RequestHandler } from 'express';
import { MAX_NESTING, nestsTooDeeply } from '../documents/rules/nestingLimit.ts';
import { refuse } from './refuse.ts';

export const tooDeep = {
  status: 400,
  code: 'OPERATION_TOO_COMPLEX',
  message: `The document nests more than ${MAX_NESTING} brackets within each other.`,
} as const;

/** Before anything parses the document, in the body or, for GET, in the address. */
export const refuseDeepDocuments: RequestHandler = (request, response, next) => {
  if (holdsDeepDocument(request.body) || holdsDeepDocument(request.query)) {
    refuse(response, tooDeep.status, tooDeep.code, tooDeep.message);
  } else next();
};

/** Whether the parameters of a request hold a document that must not be parsed. */
export function holdsDeepDocument(parameters: unknown): boolean {
  return (
    typeof parameters === 'object' &&
    parameters !== null &&
    'query' in parameters &&
    typeof parameters.query === 'string' &&
    nestsTooDeeply(parameters.query)
  );
}
