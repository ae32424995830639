import { performance } from 'node:perf_hooks';

/** Share of its time that an event loop works where others wait for it, and not it for them. */
const BUSY = 0.9;

/** Whether this process was busy between the last two looks, and so the last thing that can be hurried. */
export interface BusyGauge {
  readonly isBusy: boolean;
  look(): void;
}

export function createBusyGauge(): BusyGauge {
  let before = performance.eventLoopUtilization();
  let isBusy = false;
  return {
    get isBusy() {
      return isBusy;
    },
    look: () => {
      const now = performance.eventLoopUtilization();
      isBusy = performance.eventLoopUtilization(now, before).utilization > BUSY;
      before = now;
    },
  };
}
