import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import type { Share } from '../subgraphs/identity/linkage/evaluate/intervals.ts';
import { type LinkingMeasurement, measureLinking } from './linkage/measureLinking.ts';

/**
 * `npm run bench:linkage -- --records 100000,300000,1000000`: what it takes to link that many records of a synthetic
 * population, stage by stage, and how good the result is. Each size has a process of its own, for its peak memory.
 */
const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '100000,300000,1000000' },
    seed: { type: 'string', default: 'illinois' },
    threads: { type: 'string', default: '2' },
    json: { type: 'boolean', default: false },
    /** Measures one size, in this process. */
    persons: { type: 'string' },
  },
});

/** Records a person: not everyone is known to a system. */
const RECORDS_A_PERSON = 0.71;

const share = ({ value, low, high }: Share): string => `${value.toFixed(4)} (${low.toFixed(4)} to ${high.toFixed(4)})`;
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

if (values.persons !== undefined) {
  const measured = await measureLinking(Number(values.persons), values.seed, Number(values.threads));
  process.stdout.write(`${JSON.stringify(measured)}\n`);
} else {
  const measurements = values.records.split(',').map((records) => measureApart(Number(records)));
  if (values.json) process.stdout.write(`${JSON.stringify(measurements)}\n`);
  else print(measurements);
}

function measureApart(records: number): LinkingMeasurement {
  process.stderr.write(`linking ${records} records\n`);
  const program = fileURLToPath(import.meta.url);
  const options = ['--seed', values.seed, '--threads', values.threads];
  const persons = `${Math.round(records / RECORDS_A_PERSON)}`;
  const output = execFileSync(
    process.execPath,
    ['--max-old-space-size=16000', ...process.execArgv, program, '--persons', persons, ...options],
    { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' },
  );
  // Written by measureLinking.
  return JSON.parse(output) as LinkingMeasurement;
}

function print(measurements: readonly LinkingMeasurement[]): void {
  const stages = measurements[0]?.stages.map(({ stage }) => stage) ?? [];
  const table = new Table({ head: ['', ...measurements.map(({ records }) => `${records} records`)] });
  const row = (name: string, of: (measured: LinkingMeasurement) => string): void => {
    table.push([name, ...measurements.map(of)]);
  };
  for (const [at, stage] of stages.entries()) {
    row(`${stage}: seconds, CPU seconds`, ({ stages: found }) => {
      const { seconds = 0, cpuSeconds = 0 } = found[at] ?? {};
      return `${seconds.toFixed(1)}, ${cpuSeconds.toFixed(1)}`;
    });
  }
  const cpuOf = (measured: LinkingMeasurement): number => total(measured.stages.map(({ cpuSeconds }) => cpuSeconds));
  row('all: seconds, CPU seconds', (measured) => {
    return `${total(measured.stages.map(({ seconds }) => seconds)).toFixed(1)}, ${cpuOf(measured).toFixed(1)}`;
  });
  row('CPU microseconds a record', (measured) => ((cpuOf(measured) / measured.records) * 1e6).toFixed(0));
  row('peak memory, MB', ({ peakMemoryMb }) => peakMemoryMb.toFixed(0));
  row('memory, kB a record', ({ peakMemoryMb, records }) => ((peakMemoryMb * 1_024) / records).toFixed(2));
  row('candidate pairs', ({ candidates }) => `${candidates}`);
  row('candidate pairs a record', ({ candidates, records }) => (candidates / records).toFixed(1));
  row('precision of pairs in clusters', ({ precision }) => share(precision));
  row('recall of pairs in clusters', ({ recall }) => share(recall));
  row('records for review', ({ recordsForReview }) => share(recordsForReview));
  process.stdout.write(`${table.toString()}\n`);
}
