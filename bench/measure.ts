import type { RunningEngine } from './engines/engine.ts';
import type { LoadAnswers, LoadQuestion } from './load/main.ts';
import { processTree, readProcessTable, residentBytes } from './processes/processTable.ts';
import type { Part } from './processes/startPart.ts';
import type { ReplayAnswer, ReplayQuestion } from './replay/main.ts';
import type { Load, Sample } from './report/report.ts';
import type { WorkloadName } from './workloads/workload.ts';

export type LoadPart = Part<LoadQuestion, LoadAnswers[keyof LoadAnswers]>;
export type ReplayPart = Part<ReplayQuestion, ReplayAnswer>;

export interface MeasureOptions {
  readonly workload: WorkloadName;
  readonly engine: RunningEngine;
  readonly asked: Load;
  readonly connections: number;
  /** Undefined: as many as the connections carry. */
  readonly perSecond: number | undefined;
  /** Additional new operations per second. */
  readonly newOperations: number | undefined;
  readonly seconds: number;
  readonly round: number;
  readonly load: LoadPart;
  /** Process of the replay, or of the real systems. */
  readonly behind:
    | { readonly kind: 'replay'; readonly replay: ReplayPart }
    | { readonly kind: 'live'; readonly pid: number };
}

interface CpuSeconds {
  readonly gateway: number;
  readonly systems: number;
  readonly postgres: number;
}

/** One engine under one load once. Throws when an answer was wrong or the replay had to ask: the figures would be too. */
export async function measure(options: MeasureOptions): Promise<Sample> {
  const {
    workload,
    engine,
    asked: under,
    connections,
    perSecond,
    newOperations,
    seconds,
    round,
    load,
    behind,
  } = options;
  const counts = async () =>
    behind.kind === 'replay' ? (await behind.replay.ask({ kind: 'counts' })).counts : undefined;
  const countsBefore = await counts();
  const before = cpuSeconds(options);
  // The answer's kind follows from the question's: load/main.ts.
  const result = (await load.ask({
    kind: 'call',
    url: engine.url,
    connections,
    perSecond,
    newOperations,
    seconds,
  })) as LoadAnswers['call'];
  const after = cpuSeconds(options);
  const countsAfter = await counts();

  const { answered, failed } = result;
  const place = `Workload ${workload}, engine ${engine.name}, load ${under}`;
  if (failed > 0) throw new Error(`${place}: ${failed} of ${answered} answers were wrong.`);
  const asked = (countsAfter?.asked ?? 0) - (countsBefore?.asked ?? 0);
  if (asked > 0) throw new Error(`${place}: ${asked} questions were new to the replay; it measured the systems too.`);
  const perRequest = (part: keyof CpuSeconds): number => ((after[part] - before[part]) * 1_000) / answered;
  const live = behind.kind === 'live';
  return {
    workload,
    engine: engine.name,
    load: under,
    round,
    gatewayCpu: perRequest('gateway'),
    systemsCpu: live ? perRequest('systems') : undefined,
    postgresCpu: live ? perRequest('postgres') : undefined,
    perSecond: answered / result.seconds,
    p50: result.p50,
    p99: result.p99,
    subgraphRequests:
      countsBefore === undefined || countsAfter === undefined
        ? undefined
        : (countsAfter.requests - countsBefore.requests) / answered,
    residentBytes: residentBytes(engine.pid),
    answerBytes: result.bytesPerAnswer,
    busy: (after.gateway - before.gateway) / result.seconds,
  };
}

function cpuSeconds({ engine, behind }: MeasureOptions): CpuSeconds {
  const table = readProcessTable();
  const sum = (entries: readonly { readonly cpuSeconds: number }[]): number =>
    entries.reduce((total, entry) => total + entry.cpuSeconds, 0);
  const systems = behind.kind === 'live' ? processTree(table, behind.pid) : [];
  const isPostgres = ({ name }: { readonly name: string }): boolean => name === 'postgres';
  return {
    gateway: sum(processTree(table, engine.pid)),
    systems: sum(systems.filter((entry) => !isPostgres(entry))),
    postgres: sum(systems.filter(isPostgres)),
  };
}
