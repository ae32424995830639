import { answerParent } from '../processes/answerParent.ts';
import { type BenchSystems, type BenchSystemsOptions, startBenchSystems } from './startBenchSystems.ts';

/** The real systems in a process of their own: asked once for each distinct question, or, for workload d, all the time. */
let systems: BenchSystems | undefined;

answerParent<BenchSystemsOptions, BenchSystems['facts']>(
  async (options) => {
    systems ??= await startBenchSystems(options);
    return systems.facts;
  },
  async () => systems?.stop(),
);
