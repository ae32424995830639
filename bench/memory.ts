import { parseArgs } from 'node:util';
import { floodGateway } from './memory/floodGateway.ts';

/** `npm run bench:memory`: a gateway with a small heap is sent distinct operations, and its memory is watched. */
const { values } = parseArgs({
  options: {
    operations: { type: 'string', default: '50000' },
    'large-every': { type: 'string', default: '25' },
    'heap-mb': { type: 'string', default: '256' },
    minutes: { type: 'string', default: '30' },
  },
});

const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);
let reported = 0;
const result = await floodGateway({
  program: ['--import', 'tsx', 'cli/run.ts'],
  heapMb: Number(values['heap-mb']),
  operations: Number(values.operations),
  largeEvery: Number(values['large-every']),
  concurrency: 4,
  maxMs: Number(values.minutes) * 60_000,
  onProgress(sent, { heapBytes, cacheBytes }) {
    if (sent < reported) return;
    reported = sent + 1_000;
    process.stderr.write(`${sent} sent, heap ${megabytes(heapBytes)} MB, caches ${megabytes(cacheBytes)} MB\n`);
  },
});
process.stdout.write(
  `${result.answered} operations answered (${result.large} large) in ${result.seconds.toFixed(0)} s; ` +
    `at most ${megabytes(result.most.heapBytes)} MB of heap and ${megabytes(result.most.cacheBytes)} MB in caches; ` +
    `the gateway ${result.exit === undefined ? 'is still running' : `ended: ${result.exit}`}\n`,
);
process.exitCode = result.exit === undefined ? 0 : 1;
