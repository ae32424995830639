import type { EndSignal } from '../../model/endSignal.ts';
import type { EngineResponse } from '../../model/engineResponse.ts';
import { EndController } from '../../runtime/endSignal.ts';
import { InFlight } from './transport/inFlight.ts';

/** Equal requests with equal rights that run at the same time share one execution and its response. */
export interface SingleFlight {
  /**
   * @param key equal only for requests with the same response: operation, variables, rights at every system
   * @param signal of the client; the execution is cancelled when all clients have gone
   */
  join(
    key: string,
    signal: EndSignal,
    execute: (signal: EndSignal) => Promise<EngineResponse>,
  ): Promise<EngineResponse>;
}

/** Aborts when all clients that have entered have gone. */
class JointEnd extends EndController {
  #present = 0;

  enter(signal: EndSignal): void {
    this.#present++;
    const leave = (): void => {
      this.#present--;
      if (this.#present === 0) this.abort();
    };
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave);
  }
}

interface SharedCall {
  readonly signal: JointEnd;
  readonly response: Promise<EngineResponse>;
}

/** A response is shared only while its execution runs, and is never cached. */
export function createSingleFlight(): SingleFlight {
  const calls = new InFlight<SharedCall>();
  return {
    join(key, signal, execute) {
      const running = calls.get(key);
      if (running !== undefined && !running.signal.aborted) {
        running.signal.enter(signal);
        return running.response;
      }
      const joint = new JointEnd();
      joint.enter(signal);
      const call: SharedCall = {
        signal: joint,
        response: execute(joint).finally(() => calls.end(key, call)),
      };
      calls.set(key, call);
      return call.response;
    },
  };
}
