/** Signals that a request has ended, so that nobody waits for its response any longer. */
export interface RequestEnd {
  readonly isOver: boolean;
  /** Calls back once, at the end, or immediately if it has already ended. Returns a function that stops listening. */
  onEnd(listener: () => void): () => void;
}

/** The end of one request. Not an AbortController, which costs more than reading the request. */
export class RequestEnding implements RequestEnd {
  isOver = false;
  readonly #listeners = new Set<() => void>();

  onEnd(listener: () => void): () => void {
    if (this.isOver) {
      listener();
      return ignore;
    }
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  end(): void {
    if (this.isOver) return;
    this.isOver = true;
    for (const listener of this.#listeners) listener();
    this.#listeners.clear();
  }
}

const ignore = (): void => undefined;

/** Ends when every request that joined has ended. For work that several requests share. */
export class SharedEnding extends RequestEnding {
  #present = 0;

  /** @param end undefined: a caller that never leaves */
  join(end: RequestEnd | undefined): void {
    this.#present++;
    end?.onEnd(() => {
      this.#present--;
      if (this.#present === 0) this.end();
    });
  }
}
