import type { SystemFailure } from '../../../errors/errorCatalog.ts';
import type { SubgraphCredentials } from '../../../model/credentials.ts';
import type { Deadline, Deadlines } from '../../../runtime/deadlines.ts';

/** On whose behalf subgraphs are asked: one request of a client. */
export interface CallContext {
  readonly credentials: SubgraphCredentials;
  readonly traceparent: string | undefined;
  /** What it waits for right now; all of it is cancelled when the client goes. */
  readonly waits: Set<{ cancel(): void }>;
}

/**
 * One request waiting for one answer; ends exactly once: answered, too late, or cancelled. A class, unlike its
 * neighbours: there are several of these per request, and a handful of closures for each would be garbage to collect.
 */
export class PendingReply<Answer> {
  readonly asker: CallContext;
  readonly answer: Promise<Answer>;
  /** Called when the wait ends unanswered, with whether it was for lateness. */
  leave: ((late: boolean) => void) | undefined = undefined;
  readonly #fail: (code: SystemFailure) => Answer;
  readonly #deadline: Deadline;
  #resolve: ((answer: Answer) => void) | undefined;

  constructor(asker: CallContext, deadlines: Deadlines, fail: (code: SystemFailure) => Answer) {
    this.asker = asker;
    this.#fail = fail;
    this.answer = new Promise<Answer>((resolve) => {
      this.#resolve = resolve;
    });
    this.#deadline = deadlines.watch(this);
    asker.waits.add(this);
  }

  get isOpen(): boolean {
    return this.#resolve !== undefined;
  }

  settle(answer: Answer): void {
    const resolve = this.#resolve;
    if (resolve === undefined) return;
    this.#resolve = undefined;
    this.#deadline.met();
    this.asker.waits.delete(this);
    resolve(answer);
  }

  expire(): void {
    this.#giveUp('SUBGRAPH_TIMEOUT', true);
  }

  cancel(): void {
    this.#giveUp('REQUEST_CANCELLED', false);
  }

  #giveUp(code: SystemFailure, late: boolean): void {
    if (this.#resolve === undefined) return;
    this.settle(this.#fail(code));
    this.leave?.(late);
  }
}
