import { execFile } from 'node:child_process';
import { mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Fewer files do not make up for the time that it takes to prepare anything. */
const MANY_FILES = 10;
const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * In a run of all tests, or of many, the data that dozens of files begin with is made once (see preparedData.ts), and the
 * program is compiled once for the dozens of processes that are started (see program.ts).
 */
export default async function setUp({ testPathPatterns }) {
  if (testPathPatterns.patterns.length > 0 && testPathPatterns.patterns.length < MANY_FILES) return;
  process.env.PERSON360_TEST_PREPARED = await mkdtemp(join(tmpdir(), 'person360-prepared-'));
  const compiled = await mkdtemp(join(tmpdir(), 'person360-compiled-'));
  process.env.PERSON360_TEST_COMPILED = compiled;
  await compileInto(compiled);
}

/** As `npm run build`, without the checks of types, which are no test's. */
async function compileInto(directory) {
  const compiler = fileURLToPath(import.meta.resolve('typescript/lib/tsc.js'));
  const options = ['--noCheck', '--noResolve', '--sourceMap', 'false', '--outDir', directory];
  await run(process.execPath, [compiler, '-p', 'tsconfig.build.json', ...options], { cwd: root });
  await run(process.execPath, ['cli/copyAssets.js', directory], { cwd: root });
  await symlink(join(root, 'node_modules'), join(directory, 'node_modules'));
}
