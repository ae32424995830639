import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ENGINE_NAMES } from '../../bench/engines/engine.ts';
import { markdownPage, terminalTables } from '../../bench/report/tables.ts';
import { runBench } from '../../bench/runBench.ts';
import { WORKLOAD_NAMES } from '../../bench/workloads/workload.ts';
import { workloads } from '../../bench/workloads/workloads.ts';
import { CliError } from '../cliError.ts';

export interface BenchCommandOptions {
  /** Comma-separated, like the next two. */
  readonly engines: string;
  readonly workloads: string;
  readonly connections: string;
  readonly rates: string | undefined;
  readonly seconds: number;
  readonly rounds: number;
  readonly halfLoad: boolean;
  readonly newOperations: number | undefined;
  readonly persons: number;
  readonly dataDir: string;
  readonly recording: boolean;
  readonly peerDir: string | undefined;
  readonly profile: string | undefined;
  readonly json: string | undefined;
  readonly markdown: string | undefined;
}

/** Measures gateways side by side. Tables go to stdout, progress to stderr. */
export async function bench(
  options: BenchCommandOptions,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const stopping = new AbortController();
  const stop = (): void => stopping.abort(new CliError('stopped'));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const report = await runBench({
    engines: oneOf(options.engines, ENGINE_NAMES, '--engines'),
    workloads: oneOf(options.workloads, WORKLOAD_NAMES, '--workloads').map((name) => workloads[name]),
    connections: options.connections.split(',').map((text) => wholeNumber(text, 1_000, '--connections')),
    rates: options.rates?.split(',').map((text) => wholeNumber(text, 100_000, '--rates')) ?? [],
    seconds: options.seconds,
    rounds: options.rounds,
    halfLoad: options.halfLoad,
    newOperations: options.newOperations,
    persons: options.persons,
    dataDirectory: resolve(options.dataDir),
    recording: options.recording,
    peerDirectory: options.peerDir === undefined ? undefined : resolve(options.peerDir),
    profileDirectory: options.profile === undefined ? undefined : resolve(options.profile),
    environment,
    command: `npm run bench -- ${commandOf(options)}`,
    clock: () => new Date(),
    onProgress: (line) => process.stderr.write(`${line}\n`),
    signal: stopping.signal,
  }).catch((error: unknown) => {
    // After a stop request, all other failures are consequences of it.
    throw stopping.signal.aborted ? stopping.signal.reason : error;
  });
  process.stdout.write(`\n${terminalTables(report)}`);
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(report, undefined, 2)}\n`);
  if (options.markdown !== undefined) await writeFile(options.markdown, markdownPage(report));
  if (report.failures.length > 0) throw new CliError(`Not measured:\n${report.failures.join('\n')}`);
}

function oneOf<Name extends string>(text: string, names: readonly Name[], option: string): readonly Name[] {
  return text.split(',').map((part) => {
    const known = names.find((name) => name === part.trim());
    if (known === undefined) throw new CliError(`${option} ${part} does not exist. Use ${names.join(', ')}.`);
    return known;
  });
}

function wholeNumber(text: string, most: number, option: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > most) {
    throw new CliError(`${option} ${text} is not valid. Use whole numbers from 1 to ${most}, separated by commas.`);
  }
  return count;
}

/** Rebuilds the command line from the options that affect the measurement. */
function commandOf(options: BenchCommandOptions): string {
  const { engines, workloads: asked, connections, seconds, rounds, persons, recording, halfLoad } = options;
  const rates = options.rates === undefined ? '' : ` --rates ${options.rates}`;
  const planning = options.newOperations === undefined ? '' : ` --new-operations ${options.newOperations}`;
  return `--engines ${engines} --workloads ${asked} --connections ${connections} --seconds ${seconds} --rounds ${rounds} --persons ${persons}${rates}${halfLoad ? ' --half-load' : ''}${planning}${recording ? '' : ' --no-recording'}`;
}
