import type { SystemFailure } from '../../../errors/errorCatalog.ts';
import { saysOutdated } from '../../contract/outdatedSystem.ts';
import { markedMessage } from '../../contract/publicMessage.ts';
import { isJsonObject, type JsonObject } from '../json/json.ts';

/** An error that a subgraph reported, reduced to its place, and its code if that is a plain name. */
export interface ReportedError {
  readonly path: readonly (string | number)[] | undefined;
  readonly code: string;
  /** Marked as written for the caller; whether it is sent depends on the subgraph (publicMessage.ts). */
  readonly message?: string | undefined;
}

export type SubgraphReply =
  | {
      readonly kind: 'answer';
      readonly data: JsonObject | undefined;
      readonly errors: readonly ReportedError[];
      /** Size of its text, or of its part of a text. */
      readonly bytes: number;
    }
  | {
      readonly kind: 'failure';
      readonly code: string;
      /**
       * The failure may be due to what was asked (size, a value), not to the subgraph: another question may succeed.
       */
      readonly dueToQuestion: boolean;
    };

export function failure(code: SystemFailure, dueToQuestion = false): SubgraphReply {
  return { kind: 'failure', code, dueToQuestion };
}

const NO_ERRORS: readonly ReportedError[] = [];

/** Reads the body of a subgraph's HTTP response. */
export function parseReply(status: number, text: string): SubgraphReply {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return failureOfStatus(status);
  }
  if (!isJsonObject(body)) return failureOfStatus(status);
  // Errors in an unreadable form: the data next to them cannot be trusted either.
  if (body.errors !== undefined && body.errors !== null && !Array.isArray(body.errors)) return failureOfStatus(status);
  const errors = Array.isArray(body.errors) && body.errors.length > 0 ? body.errors.map(readError) : NO_ERRORS;
  const bytes = text.length;
  if (isJsonObject(body.data)) return { kind: 'answer', data: body.data, errors, bytes };
  if (Array.isArray(body.errors) && body.errors.some(isOutdated)) return failure('SUBGRAPH_OUTDATED', true);
  if (errors.length > 0) return { kind: 'answer', data: undefined, errors, bytes };
  return failureOfStatus(status);
}

function failureOfStatus(status: number): SubgraphReply {
  // 502 to 504 come from what stands before a subgraph that is down; asking for something else would not help.
  if (status >= 502 && status <= 504) return failure('SUBGRAPH_UNAVAILABLE');
  return failure(status >= 500 ? 'SUBGRAPH_UNAVAILABLE' : 'SUBGRAPH_INVALID_RESPONSE', true);
}

/** Codes are names; anything else could carry text of the agency's to the caller. */
const CODE = /^[A-Z][A-Z0-9_]{0,63}$/;

function readError(error: unknown): ReportedError {
  if (!isJsonObject(error)) return { path: undefined, code: 'SUBGRAPH_ERROR' };
  const extensions = isJsonObject(error.extensions) ? error.extensions : {};
  const { code } = extensions;
  return {
    path: isPath(error.path) ? error.path : undefined,
    code: typeof code === 'string' && CODE.test(code) ? code : 'SUBGRAPH_ERROR',
    message: markedMessage(error.message, extensions),
  };
}

function isOutdated(error: unknown): boolean {
  if (!isJsonObject(error)) return false;
  return saysOutdated(error.message, error.path, isJsonObject(error.extensions) ? error.extensions.code : undefined);
}

function isPath(path: unknown): path is (string | number)[] {
  return Array.isArray(path) && path.every((part) => typeof part === 'string' || typeof part === 'number');
}
