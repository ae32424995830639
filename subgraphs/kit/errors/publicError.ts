import { GraphQLError } from 'graphql';

/** Error codes of a subgraph; anything else becomes INTERNAL_SERVER_ERROR. */
export type PublicErrorCode =
  | 'BAD_USER_INPUT'
  | 'FORBIDDEN'
  | 'FORBIDDEN_FIELD'
  | 'FACTS_UNAVAILABLE'
  | 'RESPONSE_TOO_LARGE'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'PENDING_FEDERAL_APPROVAL'
  | 'AUDIT_UNAVAILABLE'
  | 'UNMASKING_IN_PROGRESS'
  | 'DATABASE_UNAVAILABLE'
  | 'DATABASE_TIMEOUT'
  | 'DATABASE_ERROR';

/** Marks a message as written for the caller, so that the gateway may pass it on. */
export function publicExtensions(code: string): { readonly code: string; readonly public: true } {
  return { code, public: true };
}

/** An error whose message was written for the caller. All other errors are masked (maskError.ts). */
export class PublicError extends GraphQLError {
  readonly code: PublicErrorCode;

  constructor(code: PublicErrorCode, message: string) {
    super(message, { extensions: { code } });
    this.code = code;
  }
}
