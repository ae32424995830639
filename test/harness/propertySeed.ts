import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';
import fc from 'fast-check';

/** What `npm test` uses: the same cases in every run. */
const FIXED_SEED = 1;

/**
 * Seed of all generated tests: properties (fast-check takes it from here once this file is imported) and random
 * operations. The environment variable TEST_SEED, a whole number, sets another one; `.ci/run` does so with a fresh seed.
 */
export const testSeed = readSeed(process.env.TEST_SEED);

const root = fileURLToPath(new URL('../../', import.meta.url));

fc.configureGlobal({ seed: testSeed, reporter: reportFailure });

/** Throws with the counterexample and with the command that finds it again. */
function reportFailure(details: fc.RunDetails<unknown>): void {
  if (!details.failed) return;
  const cause = details.errorInstance;
  throw new Error(
    [fc.defaultReportMessage(details), `To run it again: ${commandFor(details.seed)}`].join('\n\n'),
    cause === null ? {} : { cause },
  );
}

/** The command that runs the present test with a seed. */
export function commandFor(seed: number): string {
  const { testPath = '', currentTestName = '' } = expect.getState();
  const name = currentTestName.replaceAll(/[.*+?^${}()|[\]\\'"`!]/g, '.');
  return `TEST_SEED=${seed} npm test -- ${relative(root, testPath)} -t '${name}'`;
}

function readSeed(text: string | undefined): number {
  if (text === undefined) return FIXED_SEED;
  const seed = Number(text);
  if (text === '' || !Number.isSafeInteger(seed)) {
    throw new Error(`TEST_SEED must be a whole number, not '${text}'. Leave it out to use the fixed seed.`);
  }
  return seed;
}
