import cluster, { type Worker } from 'node:cluster';
import { AggregatorRegistry, type Registry } from 'prom-client';

/** Messages between a worker that collects the metrics of all workers and the primary process. */
interface MetricsQuestion {
  readonly kind: 'person360 metrics?';
  readonly id: number;
}
interface MetricsAnswer {
  readonly kind: 'person360 metrics';
  readonly id: number;
  readonly text: string;
}

/** Message to every worker once each of them listens. From then on, readiness depends on the worker alone. */
interface AllListen {
  readonly kind: 'person360 all workers listen';
}

export interface WorkersOptions {
  readonly count: number;
  /** Environment of each worker, by its number from 1: what must not be shared (the name of its ledger) differs. */
  readonly environmentOf: (number: number) => Readonly<Record<string, string>>;
  /** Called once, when all of them listen for the first time. */
  readonly onAllListening?: (port: number) => void;
  /** Called when a worker ends that nobody stopped, with its number and its signal or exit code. It is replaced. */
  readonly onEnd?: (number: number, how: string) => void;
  readonly log: (message: string, details: Readonly<Record<string, unknown>>) => void;
}

/** A worker that fails at once is started again only after this many milliseconds. */
const RESTART_AFTER_MS = 1_000;

/**
 * Runs workers that share one port. One that dies is replaced. `stop` lets each finish its requests in flight. Resolves
 * when all have ended.
 */
export function runWorkers(options: WorkersOptions): { readonly ended: Promise<void>; stop(): void } {
  const { count, environmentOf, onAllListening, onEnd, log } = options;
  const running = new Map<number, Worker>();
  const listening = new Set<number>();
  let allListened = false;
  const metrics = new AggregatorRegistry();
  let stopping = false;
  let end: () => void;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });

  function start(number: number): void {
    const worker = cluster.fork(environmentOf(number));
    running.set(number, worker);
    worker.on('message', (message: unknown) => {
      if (isMessage<MetricsQuestion>('person360 metrics?', message)) void answerMetrics(worker, message.id);
    });
    worker.on('listening', ({ port }) => {
      listening.add(number);
      if (allListened) announceAllListening(worker);
      else if (listening.size === count) {
        allListened = true;
        for (const each of running.values()) announceAllListening(each);
        onAllListening?.(port);
      }
    });
    worker.on('exit', (code, signal) => {
      running.delete(number);
      if (stopping) {
        if (running.size === 0) end();
        return;
      }
      log('a worker ended and is replaced', { worker: number, code, signal });
      onEnd?.(number, signal ?? `exit code ${code}`);
      setTimeout(() => {
        if (!stopping) start(number);
      }, RESTART_AFTER_MS);
    });
  }

  function announceAllListening(worker: Worker): void {
    const message: AllListen = { kind: 'person360 all workers listen' };
    if (worker.isConnected()) worker.send(message);
  }

  async function answerMetrics(worker: Worker, id: number): Promise<void> {
    // A worker that is starting or ending does not respond in time. No figures are better than wrong ones.
    const text = await metrics.clusterMetrics().catch(() => '');
    const answer: MetricsAnswer = { kind: 'person360 metrics', id, text };
    if (worker.isConnected()) worker.send(answer);
  }

  for (let number = 1; number <= count; number++) start(number);
  return {
    ended,
    stop() {
      stopping = true;
      for (const worker of running.values()) worker.kill('SIGTERM');
      if (running.size === 0) end();
    },
  };
}

function isMessage<Message extends MetricsQuestion | MetricsAnswer | AllListen>(
  kind: Message['kind'],
  message: unknown,
): message is Message {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === kind;
}

/** A worker's view of the others. */
export interface WorkerPart {
  /** The metrics of all workers together, from any of them. */
  readonly metricsText: (registry: Registry) => () => Promise<string>;
  /** For readiness: the gateway is not ready until all workers have listened once. */
  readonly othersProblem: () => string | undefined;
}

/** Connects a worker with the others. Call it in a worker, before it listens. */
export function joinWorkers(): WorkerPart {
  const waiting = new Map<number, (text: string) => void>();
  let nextId = 0;
  let allListen = false;
  process.on('message', (message: unknown) => {
    if (isMessage<AllListen>('person360 all workers listen', message)) allListen = true;
    if (!isMessage<MetricsAnswer>('person360 metrics', message)) return;
    waiting.get(message.id)?.(message.text);
    waiting.delete(message.id);
  });
  return {
    othersProblem: () => (allListen ? undefined : 'not all workers have started'),
    metricsText(registry) {
      AggregatorRegistry.setRegistries([registry]);
      // Constructed for its side effect: it responds to the primary's requests about this worker.
      new AggregatorRegistry();
      return () =>
        new Promise((resolve) => {
          const question: MetricsQuestion = { kind: 'person360 metrics?', id: nextId++ };
          waiting.set(question.id, resolve);
          process.send?.(question);
        });
    },
  };
}
