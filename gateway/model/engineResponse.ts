import type { DisclosedObject } from './disclosure.ts';

/** A field that stayed null because of the person. Its path has the positions of the lists as they are sent. */
export interface Withheld {
  readonly path: readonly (string | number)[];
  readonly typeName: string;
  readonly fieldName: string;
  /** Whose data it would have been; undefined: nobody's, or the id could not be had. */
  readonly personId: string | undefined;
}

/** An error that may be shown to the caller: never a subgraph's own words. */
export interface EngineError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly service?: string };
}

/** Why a request was refused as a whole because of its size: the code of its error, and the reason in its record. */
export type WholeRefusal = 'OPERATION_TOO_COSTLY' | 'RESPONSE_TOO_LARGE';

export interface EngineResponse {
  /** JSON text of `data`: the client's shape, with nulls for what was denied or failed. Undefined: `data` is null. */
  readonly data: string | undefined;
  readonly errors: readonly EngineError[];
  /** Present when nothing is shown because of the request's size; there is no data. */
  readonly refused?: WholeRefusal;
  readonly withheld?: readonly Withheld[];
  /**
   * Places that hold null or a shorter list although the system gave more: objects that the requester may not know about,
   * a value without a lesser form. For readers of the response alone; an engine that says what it shows leaves it out.
   */
  readonly unsaid?: readonly { readonly path: readonly (string | number)[] }[];
  /** What the answer shows, by person; absent while an engine does not say. Built from what was written, after nulls. */
  readonly disclosed?: readonly DisclosedObject[];
}
