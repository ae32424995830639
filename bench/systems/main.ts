import { answerParent } from '../processes/answerParent.ts';
import { type BenchSystems, type BenchSystemsOptions, startBenchSystems } from './startBenchSystems.ts';

/** The real systems in a separate process: each distinct query reaches them once or, for workload d, every time. */
let systems: BenchSystems | undefined;

answerParent<BenchSystemsOptions, BenchSystems['facts']>(
  async (options) => {
    systems ??= await startBenchSystems(options);
    return systems.facts;
  },
  async () => systems?.stop(),
);
