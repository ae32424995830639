import type { EngineName } from '../engines/engine.ts';
import type { WorkloadName } from '../workloads/workload.ts';

/**
 * So many connections that always have a request under way; or so many requests a second, over as many connections as the
 * most; or half as many a second as the first engine can serve; or these while operations arrive that have to be planned.
 */
export type Load = number | `${number}/s` | 'half load' | 'half load, planning';

/** One engine under one load once. CPU times in milliseconds per request. */
export interface Sample {
  readonly workload: WorkloadName;
  readonly engine: EngineName;
  readonly load: Load;
  readonly round: number;
  readonly gatewayCpu: number;
  /** Set only if the real systems are called. */
  readonly systemsCpu: number | undefined;
  readonly postgresCpu: number | undefined;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Undefined if the real systems are called, because nothing counts their requests. */
  readonly subgraphRequests: number | undefined;
  readonly residentBytes: number;
  readonly answerBytes: number;
  /** CPU time of the gateway by elapsed time: at 1 its core was full. */
  readonly busy: number;
}

/** The medians of one engine's samples at one number of connections. */
export interface Row extends Omit<Sample, 'round'> {
  /** CPU of everything that was measured. */
  readonly cpu: number;
  /** CPU of the first engine divided by this one's: median over the rounds, each against its own neighbor. */
  readonly lighter: number;
  readonly faster: number;
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly pinned: boolean;
  readonly versions: Readonly<Record<string, string>>;
}

export interface Report {
  readonly date: string;
  readonly command: string;
  readonly machine: Machine;
  readonly rows: readonly Row[];
  readonly samples: readonly Sample[];
  /** Workloads that were not measured to the end, and why: wrong answers, engines that disagree or do not start. */
  readonly failures: readonly string[];
}
