import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { compileProgram } from './compileProgram.js';
import { makeTemporaryDirectory } from './temporaryDirectory.js';

/** Fewer files do not make up for the time that it takes to prepare anything. */
const MANY_FILES = 10;

/**
 * Tests keep their files in memory where that is possible. In a run of all tests, or of many, the program is compiled
 * once for the dozens of processes that are started (see program.ts), and the data that dozens of files begin with is
 * made once (see prepare.ts).
 */
export default async function setUp({ testPathPatterns }) {
  process.env.TMPDIR = await makeTemporaryDirectory();
  if (testPathPatterns.patterns.length > 0 && testPathPatterns.patterns.length < MANY_FILES) return;
  const compiled = await mkdtemp(join(tmpdir(), 'person360-compiled-'));
  await compileProgram(compiled);
  const prepared = await mkdtemp(join(tmpdir(), 'person360-prepared-'));
  await promisify(execFile)(process.execPath, [join(compiled, 'test/harness/prepare.js'), prepared], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  process.env.PERSON360_TEST_COMPILED = compiled;
  process.env.PERSON360_TEST_PREPARED = prepared;
}
