import { execFile } from 'node:child_process';
import { mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { makeTemporaryDirectory } from './temporaryDirectory.js';

const run = promisify(execFile);
/** Fewer files do not make up for the time that it takes to prepare anything. */
const MANY_FILES = 10;
const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Tests keep their files in memory where that is possible. In a run of all tests, or of many, the data that dozens of
 * files begin with is made once (see prepare.ts), and the program is compiled once for the dozens of processes that are
 * started (see program.ts).
 */
export default async function setUp({ testPathPatterns }) {
  process.env.TMPDIR = await makeTemporaryDirectory();
  if (testPathPatterns.patterns.length > 0 && testPathPatterns.patterns.length < MANY_FILES) return;
  const [prepared, compiled] = await Promise.all([newDirectory('prepared'), newDirectory('compiled')]);
  await Promise.all([prepareInto(prepared), compileInto(compiled)]);
  process.env.PERSON360_TEST_PREPARED = prepared;
  process.env.PERSON360_TEST_COMPILED = compiled;
}

function newDirectory(name) {
  return mkdtemp(join(tmpdir(), `person360-${name}-`));
}

async function prepareInto(directory) {
  const { NODE_OPTIONS: _ofTheTestRunner, ...env } = process.env;
  const program = ['--import', import.meta.resolve('tsx'), join(root, 'test/harness/prepare.ts'), directory];
  await run(process.execPath, program, { cwd: root, env });
}

/** As `npm run build`, without the checks of types, which are no test's. */
async function compileInto(directory) {
  const compiler = fileURLToPath(import.meta.resolve('typescript/lib/tsc.js'));
  const options = ['--noCheck', '--noResolve', '--sourceMap', 'false', '--outDir', directory];
  await run(process.execPath, [compiler, '-p', 'tsconfig.build.json', ...options], { cwd: root });
  await run(process.execPath, ['cli/copyAssets.js', directory], { cwd: root });
  await symlink(join(root, 'node_modules'), join(directory, 'node_modules'));
}
