import type { DisclosureScope } from '../model/disclosure.ts';
import type { Operation } from '../model/operation.ts';
import type { RecordedRequest } from './records/entryWriter.ts';
import type { RefusedPlace } from './records/refusedPlace.ts';

/** Input of the records that differs by request. */
export interface DisclosureRequest extends RecordedRequest {
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Input of the records that the prepared operation gives. One object for one operation and decisions. */
export interface DisclosurePrepared {
  readonly operation: Operation;
  readonly scopes: readonly DisclosureScope[] | undefined;
  /** Type.field of everything that is denied somewhere in the operation, under any variables. */
  readonly closed: ReadonlySet<string>;
  /** Denials under these variables, with the decisions that the client gets. */
  denied(variables: Readonly<Record<string, unknown>>): readonly RefusedPlace[];
  withDefaults(variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
}
