import { responseError, systemFailureMessage } from '../../../errors/createErrors.ts';
import type { EngineError } from '../../../model/engineResponse.ts';
import { createFailedPlaces, MAX_ERRORS } from '../../contract/failedPlaces.ts';
import { publicMessageOf } from '../../contract/publicMessage.ts';
import { RESPONSE_TOO_LARGE, type Spending } from '../../contract/responseBudget.ts';
import { type ResponsePath, type ResponseShape, shapeAt, visiblePart } from './responseShape.ts';

/** Collects what went wrong in one request, as the caller may see it. */
export interface FailureReport {
  readonly errors: readonly EngineError[];
  /** An error of one place. The path is cut where it leaves the client's selection. */
  atPlace(failure: SubgraphFailure, path: ResponsePath): void;
  /** Reports the missing keys of an object: one error for each key that the client selected, or one for the object. */
  atObject(failure: SubgraphFailure, path: ResponsePath, keys: readonly string[]): void;
  /** An error that names no place. */
  general(failure: SubgraphFailure): void;
  /** A value is missing or unusable: reported unless an error already accounts for it. */
  invalidValue(path: ResponsePath, message: string): void;
  /** True if an error accounts for a null at this place. */
  accountsFor(path: ResponsePath): boolean;
}

export interface SubgraphFailure {
  readonly subgraph: string;
  readonly code: string;
  /** The subgraph's own, marked as written for the caller. */
  readonly message?: string | undefined;
}

/**
 * @param shape of the merged data, whose keys need not be the client's
 * @param spending ends when a system reports that its own budget is spent
 */
export function createFailureReport(
  shape: ResponseShape,
  clientKey: (key: string) => string,
  spending: Spending,
): FailureReport {
  const errors: EngineError[] = [];
  const known = new Set<string>();
  const accountsFor = createFailedPlaces(errors);

  const add = ({ subgraph, code, message: marked }: SubgraphFailure, place: ResponsePath | undefined): void => {
    if (code === RESPONSE_TOO_LARGE) spending.end();
    if (errors.length >= MAX_ERRORS) return;
    const path = place?.map((part) => (typeof part === 'string' ? clientKey(part) : part));
    const identity = JSON.stringify([subgraph, code, path ?? null]);
    if (known.has(identity)) return;
    known.add(identity);
    const extensions = { code, service: subgraph };
    const message = publicMessageOf(subgraph, marked) ?? systemFailureMessage(subgraph, code);
    errors.push(path === undefined || path.length === 0 ? { message, extensions } : { message, path, extensions });
  };

  return {
    errors,
    atPlace: (failure, path) => add(failure, visiblePart(shape, path)),
    atObject(failure, path, keys) {
      const visible = visiblePart(shape, path);
      const at = visible.length === path.length ? shapeAt(shape, path) : undefined;
      const asked = keys.filter((key) => at?.fields.has(key));
      if (asked.length === 0) add(failure, visible);
      for (const key of asked) add(failure, [...visible, key]);
    },
    general: (failure) => add(failure, undefined),
    invalidValue(path, message) {
      // One error a place (GraphQL 6.4.4).
      if (accountsFor(path)) return;
      errors.push({ ...responseError('SUBGRAPH_INVALID_RESPONSE', message), path: [...path] });
    },
    accountsFor,
  };
}
