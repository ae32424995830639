import { rm } from 'node:fs/promises';

export default async function tearDown({ testPathPatterns }) {
  if (testPathPatterns.patterns.length > 0) return;
  for (const directory of [process.env.PERSON360_TEST_PREPARED, process.env.PERSON360_TEST_COMPILED]) {
    if (directory !== undefined) await rm(directory, { recursive: true, force: true });
  }
}
