import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** In a run of all tests, the data that dozens of files begin with is made once: see preparedData.ts. */
export default async function setUp({ testPathPatterns }) {
  if (testPathPatterns.patterns.length > 0) return;
  process.env.PERSON360_TEST_PREPARED = await mkdtemp(join(tmpdir(), 'person360-prepared-'));
}
