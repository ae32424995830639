import { expect, test } from '@jest/globals';
import { floodGateway } from '../../bench/memory/floodGateway.ts';
import { programArguments } from '../harness/program.ts';

const HEAP_MB = 192;

test('a gateway with a small heap survives more distinct operations, small and large, than would fit in it', async () => {
  const { answered, large, exit, most } = await floodGateway({
    program: programArguments('cli/run.ts'),
    heapMb: HEAP_MB,
    operations: 675,
    largeEvery: 10,
    concurrency: 4,
    maxMs: 90_000,
  });
  expect(exit).toBeUndefined();
  // Each of the large ones takes 4 to 5 MB.
  expect(large).toBeGreaterThan(HEAP_MB / 4);
  expect(answered).toBeGreaterThanOrEqual(large);
  // A quarter of the heap that V8 may use, its young generation included.
  expect(most.cacheBytes).toBeLessThan((HEAP_MB * 2 ** 20) / 2);
  expect(most.cacheBytes).toBeGreaterThan((HEAP_MB * 2 ** 20) / 8);
}, 150_000);
