import { type ASTNode, GraphQLError } from 'graphql';
import type { EngineError } from '../model/engineResponse.ts';
import { type ErrorCode, errorCatalog, isSystemFailure } from './errorCatalog.ts';

/** An error that ends a request before, or instead of, an operation. */
export interface Refusal {
  readonly kind: 'refused';
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
  /** With UNAUTHENTICATED: what is wrong with the token. */
  readonly reason?: string;
  /** Names and values of response headers in turn. */
  readonly headers?: readonly string[];
}

/** @param message default: the catalog's */
export function refusal(
  code: ErrorCode,
  message: string = errorCatalog[code].message,
  more: Pick<Refusal, 'reason' | 'headers'> = {},
): Refusal {
  return { kind: 'refused', status: errorCatalog[code].status, code, message, ...more };
}

/**
 * An error to throw, or to report for a document. It ends the operation with the HTTP status of its code.
 *
 * @param message default: the catalog's
 * @param nodes the part of the document that is wrong
 */
export function operationError(
  code: ErrorCode,
  message: string = errorCatalog[code].message,
  nodes?: ASTNode,
): GraphQLError {
  const extensions = { code, http: { status: errorCatalog[code].status } };
  return new GraphQLError(message, nodes === undefined ? { extensions } : { nodes, extensions });
}

/** An error in a response. */
export function responseError(code: ErrorCode, message: string = errorCatalog[code].message): EngineError {
  return { message, extensions: { code } };
}

/** Message for a failure of a system whose own message is not for the caller: the system and the kind of failure. */
export function systemFailureMessage(system: string, code: string): string {
  const { message } = errorCatalog[isSystemFailure(code) ? code : 'SUBGRAPH_ERROR'];
  return message.replace('{system}', system);
}
