import type { SubgraphCredentials } from '../../engine.ts';
import type { FailureCode } from '../subgraphReply.ts';
import type { Deadlines } from './deadlines.ts';

/** On whose behalf subgraphs are asked: one request of a client. */
export interface Asker {
  readonly credentials: SubgraphCredentials;
  readonly traceparent: string | undefined;
  /** What it waits for right now; all of it is cancelled when the client goes. */
  readonly waits: Set<{ cancel(): void }>;
}

/** One request waiting for one answer. Ends exactly once: answered, too late, or cancelled. */
export interface Wait<Answer> {
  readonly asker: Asker;
  readonly answer: Promise<Answer>;
  isOpen(): boolean;
  settle(answer: Answer): void;
  /** Called when the wait ends unanswered, with whether it was for lateness. */
  leave: (late: boolean) => void;
  cancel(): void;
}

export function openWait<Answer>(
  asker: Asker,
  deadlines: Deadlines,
  fail: (code: FailureCode) => Answer,
): Wait<Answer> {
  let open = true;
  let resolve: (answer: Answer) => void;
  const answer = new Promise<Answer>((fulfil) => {
    resolve = fulfil;
  });
  const giveUp = (code: FailureCode, late: boolean): void => {
    if (!open) return;
    wait.settle(fail(code));
    wait.leave(late);
  };
  const deadline = deadlines.watch(() => giveUp('SUBGRAPH_TIMEOUT', true));
  const wait: Wait<Answer> = {
    asker,
    answer,
    isOpen: () => open,
    settle(value) {
      if (!open) return;
      open = false;
      deadline.met();
      asker.waits.delete(wait);
      resolve(value);
    },
    leave: () => undefined,
    cancel: () => giveUp('REQUEST_CANCELLED', false),
  };
  asker.waits.add(wait);
  return wait;
}
