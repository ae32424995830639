import type { EndSignal } from '../../model/endSignal.ts';
import type { EngineResponse } from '../../model/engineResponse.ts';
import { EndController } from '../../runtime/endSignal.ts';
import { InFlight } from './transport/inFlight.ts';

/** Requests that ask the very same at the same time, with the same rights, share one execution and its answer. */
export interface SingleFlight {
  /**
   * @param key equal only for requests whose answers are the same: operation, variables, rights at every system
   * @param signal of the one who asks; the execution is given up when everybody has gone
   */
  join(
    key: string,
    signal: EndSignal,
    execute: (signal: EndSignal) => Promise<EngineResponse>,
  ): Promise<EngineResponse>;
}

/** Ends when all who have entered have gone. */
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

/** An answer is shared only while it is under way, and never kept. */
export function createSingleFlight(): SingleFlight {
  const flights = new InFlight<SharedCall>();
  return {
    join(key, signal, execute) {
      const known = flights.get(key);
      if (known !== undefined && !known.signal.aborted) {
        known.signal.enter(signal);
        return known.response;
      }
      const joint = new JointEnd();
      joint.enter(signal);
      const flight: SharedCall = {
        signal: joint,
        response: execute(joint).finally(() => flights.end(key, flight)),
      };
      flights.set(key, flight);
      return flight.response;
    },
  };
}
