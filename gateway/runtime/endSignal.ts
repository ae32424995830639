import type { EndSignal } from '../model/endSignal.ts';
/**
 * Abort signal of one request. Not an AbortController, which costs as much as reading the request (13 us, 24 objects).
 */
export class EndController implements EndSignal {
  aborted = false;
  readonly #listeners = new Set<() => void>();

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.delete(listener);
  }

  abort(): void {
    if (this.aborted) return;
    this.aborted = true;
    for (const listener of this.#listeners) listener();
    this.#listeners.clear();
  }
}
