import { responseError } from '../../errors/createErrors.ts';
import type { EngineResponse } from '../../model/engineResponse.ts';

/** Limits of one response, and of the data it is made from. */
export interface ResponseBudget {
  /** Objects in the response. */
  readonly maxObjects: number;
  /** Bytes of the response's data, as JSON text. */
  readonly maxResponseBytes: number;
  /** Bytes that all systems together may send for one request. */
  readonly maxReceivedBytes: number;
}

export const defaultResponseBudget: ResponseBudget = {
  maxObjects: 20_000,
  maxResponseBytes: 8 * 1024 * 1024,
  maxReceivedBytes: 16 * 1024 * 1024,
};

/** The code of a request whose budget is spent, in the gateway or in a system. */
export const RESPONSE_TOO_LARGE = 'RESPONSE_TOO_LARGE';

/** Thrown where a response is written, to stop writing at once. */
export class BudgetSpent extends Error {}

/** Budget that one request has spent so far. Once it is spent, everything that the request waits for is cancelled. */
export class Spending {
  isOver = false;
  readonly #maxReceivedBytes: number;
  readonly #cancel: () => void;
  #received = 0;

  /** @param cancel gives up what the request waits for */
  constructor({ maxReceivedBytes }: ResponseBudget, cancel: () => void) {
    this.#maxReceivedBytes = maxReceivedBytes;
    this.#cancel = cancel;
  }

  /** @param bytes of a system's response, or this request's share of it */
  receive(bytes: number): void {
    this.#received += bytes;
    if (this.#received > this.#maxReceivedBytes) this.end();
  }

  /** Also called when a system reports that its own budget is spent. */
  end(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.#cancel();
  }
}

/** The response in place of one that is too large: no data at all, since a part of it could be taken for the whole. */
export function responseTooLarge({ maxObjects, maxResponseBytes }: ResponseBudget): EngineResponse {
  const message =
    `The response is too large: at most ${maxObjects} objects or ${maxResponseBytes} bytes are allowed, in the gateway ` +
    'and in each system. Request fewer items, fewer aliases or fewer levels of lists in one operation.';
  return {
    data: undefined,
    errors: [responseError(RESPONSE_TOO_LARGE, message)],
    disclosed: [],
    refused: RESPONSE_TOO_LARGE,
  };
}

/** True if JSON text has more bytes than allowed. Counts them only if the length does not decide it. */
export function isTooLong(text: string | undefined, maxBytes: number): boolean {
  if (text === undefined) return false;
  // A UTF-16 unit is one to three bytes of UTF-8.
  return text.length > maxBytes || (text.length * 3 > maxBytes && Buffer.byteLength(text) > maxBytes);
}
