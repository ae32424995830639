import type { SystemFailure } from '../../../errors/errorCatalog.ts';
import type { SubgraphCredentials } from '../../../model/credentials.ts';
import type { Deadline, Deadlines } from '../../../runtime/deadlines.ts';

/** The request of a client on whose behalf systems are called. */
export interface CallContext {
  readonly credentials: SubgraphCredentials;
  readonly traceparent: string | undefined;
  /** What the request waits for right now. All of it is cancelled when the client goes. */
  readonly waits: Set<{ cancel(): void }>;
}

/**
 * A reply that one request waits for. It ends exactly once: settled, too late, or cancelled. A class, unlike its
 * neighbors: there are several of these per request, and a handful of closures for each would be garbage to collect.
 */
export class PendingReply<Reply> {
  readonly context: CallContext;
  readonly reply: Promise<Reply>;
  /** Called when the wait ends without a reply. `late` is true if its time was over, false if it was cancelled. */
  leave: ((late: boolean) => void) | undefined = undefined;
  readonly #fail: (code: SystemFailure) => Reply;
  readonly #deadline: Deadline;
  #resolve: ((reply: Reply) => void) | undefined;

  constructor(context: CallContext, deadlines: Deadlines, fail: (code: SystemFailure) => Reply) {
    this.context = context;
    this.#fail = fail;
    this.reply = new Promise<Reply>((resolve) => {
      this.#resolve = resolve;
    });
    this.#deadline = deadlines.watch(this);
    context.waits.add(this);
  }

  get isOpen(): boolean {
    return this.#resolve !== undefined;
  }

  settle(reply: Reply): void {
    const resolve = this.#resolve;
    if (resolve === undefined) return;
    this.#resolve = undefined;
    this.#deadline.met();
    this.context.waits.delete(this);
    resolve(reply);
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
