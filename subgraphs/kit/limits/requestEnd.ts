/** Tells whether anybody still waits for a request's response. */
export interface RequestEnd {
  readonly isOver: boolean;
  /** Calls back once, at the end; at once when it is over already. Returns a function that stops listening. */
  onEnd(listener: () => void): () => void;
}

/** One for each request, hence not an AbortController, which costs more than reading the request. */
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

/** Over once everybody who joined has gone: for work that several requests share. */
export class SharedEnding extends RequestEnding {
  #present = 0;

  /** @param end undefined: somebody who never goes */
  join(end: RequestEnd | undefined): void {
    this.#present++;
    end?.onEnd(() => {
      this.#present--;
      if (this.#present === 0) this.end();
    });
  }
}
