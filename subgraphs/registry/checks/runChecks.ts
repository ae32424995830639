import { Worker } from 'node:worker_threads';
import type { TrustedDocument } from '../../../schema/publishing/trustedDocuments.ts';
import type { CheckQuestion, CheckReport, SchemaDifference, ThreadQuestion } from './checkReport.ts';

export interface CheckRunner {
  /** Rejects if the check takes too long or its thread ends. */
  check(question: CheckQuestion): Promise<CheckReport>;
  /** Compares two supergraphs in the same way. */
  compare(before: string, after: string): Promise<readonly SchemaDifference[]>;
  /** What of these documents does not fit the schema of a supergraph. */
  validate(supergraph: string, documents: readonly TrustedDocument[]): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** Most memory of a thread. A schema that needs more ends the thread instead of the registry. */
const MAX_HEAP_MB = 1_024;
const LONGEST_MS = 60_000;
/** Threads at once. Each needs a processor for a second or more. */
const MOST_AT_ONCE = 2;

/** Runs the checks in threads of their own, so that the registry keeps sending its feed meanwhile. */
export function createCheckRunner(): CheckRunner {
  const running = new Set<Worker>();
  /** Threads without work, which have loaded what they need. */
  const idle: Worker[] = [];
  const waiting: (() => void)[] = [];
  let free = MOST_AT_ONCE;

  async function run<Result>(question: ThreadQuestion): Promise<Result> {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free--;
    const worker = idle.pop() ?? startWorker();
    running.add(worker);
    try {
      const result = await resultOf<Result>(worker, question);
      idle.push(worker);
      return result;
    } catch (error) {
      running.delete(worker);
      await worker.terminate();
      throw error;
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  }

  return {
    check: (question) => run({ kind: 'check', question }),
    compare: (before, after) => run({ kind: 'compare', before, after }),
    validate: (supergraph, documents) => run({ kind: 'validate', supergraph, documents }),
    async stop() {
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
}

async function resultOf<Result>(worker: Worker, question: ThreadQuestion): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  worker.ref();
  try {
    return await new Promise<Result>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`The checks took longer than ${LONGEST_MS} ms.`)), LONGEST_MS);
      worker.on('message', resolve);
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('The thread of the checks ended.')));
      worker.postMessage(question);
    });
  } finally {
    clearTimeout(timer);
    for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
    // Without a listener, an error between two questions would end the registry. The next question reports it.
    worker.on('error', () => undefined);
    worker.unref();
  }
}

/** Entry of the thread. Compiled, it is a module like any other; from sources it first needs the TypeScript loader. */
function startWorker(): Worker {
  const options = {
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./checkThread.js', import.meta.url), options);
  const loader = import.meta.resolve('tsx/esm/api');
  const entry = new URL('./checkThread.ts', import.meta.url).href;
  // Hooks of the loader of this file (tsx, the test runner) do not reach a thread of Node 20.
  const source = `import { register } from ${JSON.stringify(loader)}; register(); await import(${JSON.stringify(entry)});`;
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), options);
}
