import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canServe, type EngineName, type RunningEngine, type Target } from './engines/engine.ts';
import { startEngine } from './engines/startEngine.ts';
import type { LoadAnswers } from './load/main.ts';
import { type LoadPart, type MeasureOptions, measure, type ReplayPart } from './measure.ts';
import { type Cores, chooseCores } from './processes/cores.ts';
import { type Part, startPart } from './processes/startPart.ts';
import { describeMachine } from './report/describeMachine.ts';
import type { Load, Report, Sample } from './report/report.ts';
import { median, summarize } from './report/summarize.ts';
import { composeShop } from './shop/composeShop.ts';
import type { BenchSystemsOptions, RunningSystems } from './systems/startBenchSystems.ts';
import { verifyEngines } from './verifyEngines.ts';
import type { Workload } from './workloads/workload.ts';

export interface BenchOptions {
  readonly engines: readonly EngineName[];
  readonly workloads: readonly Workload[];
  readonly connections: readonly number[];
  readonly seconds: number;
  readonly rounds: number;
  /** Also measure with this many requests arriving each second. */
  readonly rates: readonly number[];
  /** Measure also at half of what the first engine can serve. */
  readonly halfLoad: boolean;
  /** Also measure half load with this many new operations arriving each second. */
  readonly newOperations: number | undefined;
  /** Size of the population that workloads a, b and d ask about. */
  readonly persons: number;
  readonly dataDirectory: string;
  /** Off: gateways record no disclosures, so that engines can be compared by themselves. */
  readonly recording: boolean;
  readonly peerDirectory: string | undefined;
  /** Directory for the gateways' CPU profiles; they cost time, so the figures of such a run are not results. */
  readonly profileDirectory: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Command line of the run, for the record. */
  readonly command: string;
  readonly clock: () => Date;
  readonly onProgress: (line: string) => void;
  /** Ends the run: everything that was started is stopped, and the run rejects. */
  readonly signal: AbortSignal;
}

interface Stoppable {
  stop(): Promise<void>;
}

/** Measures every engine under every load, the engines in turn within a round, so that neighbors have the same weather. */
export async function runBench(options: BenchOptions): Promise<Report> {
  const { signal, onProgress, environment } = options;
  const started: Stoppable[] = [];
  const scratch = await mkdtemp(join(tmpdir(), 'person360-bench-'));
  const cores = chooseCores();
  const keep = <Started extends Stoppable>(part: Started): Started => {
    started.push(part);
    return part;
  };
  const stopAll = async (): Promise<void> => {
    for (const part of started.splice(0).reverse()) await part.stop();
  };
  const others = { core: cores?.others, environment };
  const samples: Sample[] = [];
  const failures: string[] = [];
  // Stopping the parts ends a measurement in progress.
  const onAbort = (): void => void stopAll();
  signal.addEventListener('abort', onAbort);
  try {
    const load: LoadPart = keep(startPart(new URL('./load/main.ts', import.meta.url), others));
    const setUp = createSetups({ ...options, others, scratch, keep });
    for (const workload of options.workloads) {
      try {
        await runWorkload(workload);
      } catch (error) {
        signal.throwIfAborted();
        failures.push(`(${workload.name}) ${error instanceof Error ? error.message : String(error)}`);
        onProgress(failures.at(-1) ?? '');
      }
    }

    async function runWorkload(workload: Workload): Promise<void> {
      const { target, behind, headers, bodies } = await setUp(workload);
      const engines: RunningEngine[] = [];
      try {
        await load.ask({ kind: 'workload', headers, bodies });
        for (const name of options.engines.filter((candidate) => canServe(candidate, workload))) {
          onProgress(`(${workload.name}) starting ${name}`);
          engines.push(keep(await startEngine(name, target, placeOf(cores, options))));
        }
        signal.throwIfAborted();
        onProgress(`(${workload.name}) comparing the answers to ${bodies.length} requests`);
        await verifyEngines(load, engines);
        // Samples from before a failure are valid and kept.
        const onSample = (sample: Sample): number => samples.push(sample);
        await measureInTurn({ ...options, workload, engines, load, behind, onSample });
      } finally {
        for (const engine of engines) await engine.stop();
      }
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    await stopAll();
    await rm(scratch, { recursive: true, force: true });
  }
  return {
    date: options.clock().toISOString(),
    command: options.command,
    machine: describeMachine(cores !== undefined),
    rows: summarize(samples),
    samples,
    failures,
  };
}

function placeOf(cores: Cores | undefined, { environment, peerDirectory, profileDirectory }: BenchOptions) {
  return { core: cores?.gateway, environment, peerDirectory, profileDirectory };
}

interface TurnOptions extends Omit<BenchOptions, 'engines'> {
  readonly workload: Workload;
  readonly engines: readonly RunningEngine[];
  readonly load: LoadPart;
  readonly behind: MeasureOptions['behind'];
  readonly onSample: (sample: Sample) => void;
}

/** A gateway is measured once its hot code is compiled: V8 is still at it after ten thousand requests. */
const WARM_UP_REQUESTS = 30_000;
const WARM_UP_SECONDS = 3;
const MAX_WARM_UP_ROUNDS = 5;

interface LoadInTurn {
  readonly asked: Load;
  readonly connections: number;
  /** Known once the loads before it have been measured; undefined: as many as the connections carry. */
  readonly perSecond?: () => number;
  readonly newOperations?: number;
}

async function measureInTurn(options: TurnOptions): Promise<void> {
  const { workload, engines, load, behind, connections, seconds, rounds, signal, onProgress, onSample } = options;
  const most = Math.max(...connections);
  for (const { name, url } of engines) {
    onProgress(`(${workload.name}) warming up ${name}`);
    let answered = 0;
    for (let turn = 0; turn < MAX_WARM_UP_ROUNDS && answered < WARM_UP_REQUESTS; turn++) {
      signal.throwIfAborted();
      const question = {
        kind: 'call',
        url,
        connections: most,
        seconds: WARM_UP_SECONDS,
        perSecond: undefined,
        newOperations: undefined,
      } as const;
      // The answer's kind follows from the question's: load/main.ts.
      answered += ((await load.ask(question)) as LoadAnswers['call']).answered;
    }
  }
  const { name } = workload;
  const firstPerSecond: number[] = [];
  const { newOperations: arriving } = options;
  const half = (): number => median(firstPerSecond) / 2;
  const loads: readonly LoadInTurn[] = [
    ...connections.map((count) => ({ asked: count, connections: count })),
    ...options.rates.map((rate) => ({ asked: `${rate}/s` as const, connections: most, perSecond: () => rate })),
    ...(options.halfLoad ? [{ asked: 'half load' as const, connections: most, perSecond: half }] : []),
    ...(arriving === undefined
      ? []
      : [{ asked: 'half load, planning' as const, connections: most, perSecond: half, newOperations: arriving }]),
  ];
  for (const { asked, perSecond, newOperations, connections: open } of loads) {
    if (typeof asked === 'number') firstPerSecond.length = 0;
    for (let round = 0; round < rounds; round++) {
      for (const engine of engines) {
        signal.throwIfAborted();
        const under = { asked, connections: open, perSecond: perSecond?.(), newOperations };
        const sample = await measure({ workload: name, engine, ...under, seconds, round, load, behind });
        onSample(sample);
        if (typeof asked === 'number' && engine === engines[0]) firstPerSecond.push(sample.perSecond);
        const figures = `${sample.gatewayCpu.toFixed(3)} ms, ${sample.perSecond.toFixed(0)}/s, p50 ${sample.p50.toFixed(1)} ms, p99 ${sample.p99.toFixed(1)} ms`;
        onProgress(`(${name}) ${asked}, round ${round + 1} of ${rounds}, ${engine.name}: ${figures}`);
      }
    }
  }
}

/** Limit on bodies: every engine sends each one to the real systems before anything is measured. */
const MAX_LIVE_BODIES = 400;

/** Environment of a workload. */
interface WorkloadSetup {
  readonly target: Target;
  readonly behind: MeasureOptions['behind'];
  readonly headers: Readonly<Record<string, string>>;
  readonly bodies: readonly string[];
}

interface SetupOptions extends BenchOptions {
  readonly others: { readonly core: string | undefined; readonly environment: BenchOptions['environment'] };
  readonly scratch: string;
  readonly keep: <Started extends Stoppable>(part: Started) => Started;
}

/** Starts what workloads need when the first of them needs it. */
function createSetups(options: SetupOptions): (workload: Workload) => Promise<WorkloadSetup> {
  const { others, keep, onProgress, recording } = options;
  let systems: { readonly part: Part<BenchSystemsOptions, RunningSystems>; readonly facts: RunningSystems } | undefined;

  const systemsEnvironment = { ...others.environment, NODE_ENV: 'production', NODE_OPTIONS: undefined };
  async function startSystems() {
    onProgress(`starting PostgreSQL and the systems, ${options.persons} persons`);
    const file = new URL('./systems/main.ts', import.meta.url);
    const part = keep(
      startPart<BenchSystemsOptions, RunningSystems>(file, { ...others, environment: systemsEnvironment }),
    );
    return { part, facts: await part.ask({ dataDirectory: options.dataDirectory, persons: options.persons }) };
  }

  async function startReplay(systemUrls: Readonly<Record<string, string>>) {
    const replay: ReplayPart = keep(startPart(new URL('./replay/main.ts', import.meta.url), others));
    const { urls } = await replay.ask({ kind: 'stand-in', systemUrls });
    return { urls, behind: { kind: 'replay', replay } as const };
  }

  return async ({ graph, systems: behindGateway, query, purpose }) => {
    if (graph === 'shop') {
      const shop = keep(
        startPart<object, RunningSystems['subgraphUrls']>(new URL('./shop/main.ts', import.meta.url), others),
      );
      const { urls, behind } = await startReplay(await shop.ask({}));
      const supergraphFile = join(options.scratch, 'shop.graphql');
      await writeFile(supergraphFile, composeShop(urls));
      return { target: { kind: 'open', supergraphFile }, behind, headers: {}, bodies: [JSON.stringify({ query })] };
    }
    systems ??= await startSystems();
    const { part, facts } = systems;
    const headers = { authorization: `Bearer ${facts.token}`, 'purpose-of-use': purpose ?? '' };
    const bodies = facts.personIds.map((id) => JSON.stringify({ query, variables: { id } }));
    if (behindGateway === 'live') {
      const target = { kind: 'guarded', facts, subgraphUrls: facts.subgraphUrls, recording } as const;
      return { target, behind: { kind: 'live', pid: part.pid }, headers, bodies: bodies.slice(0, MAX_LIVE_BODIES) };
    }
    // emou is not replayed: it is queried about everyone in the requests of one moment, hardly ever the same query
    // twice.
    const { emou = '', ...systemUrls } = facts.subgraphUrls;
    const { urls, behind } = await startReplay(systemUrls);
    const subgraphUrls = { ...urls, emou };
    return { target: { kind: 'guarded', facts, subgraphUrls, recording }, behind, headers, bodies };
  };
}
