import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { CliError } from '../cliError.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** What the pages are built from. */
const SOURCES = [
  'console/web',
  'console/build',
  'console/vite.config.ts',
  'client/src',
  'schema/api.graphql',
  'package-lock.json',
];

const web = join(root, 'console/web');
const built = join(web, 'dist/index.html');
/** While it exists, another process builds the pages. */
const lock = join(web, '.building');
const LOCK_IS_STALE_MS = 180_000;

/**
 * Builds the console's pages if they are missing, or older than what they are built from. False: this is a compiled copy
 * of the program, and it has no pages.
 */
export async function buildConsole(onStep: (step: string) => void): Promise<boolean> {
  if (!existsSync(join(web, 'index.html'))) return existsSync(built);
  while (!isCurrent()) {
    if (!takeLock()) {
      await setTimeout(200);
      continue;
    }
    try {
      if (isCurrent()) break;
      onStep("building the console's pages");
      await build();
      break;
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
  return true;
}

function isCurrent(): boolean {
  return existsSync(built) && statSync(built).mtimeMs > newest(SOURCES);
}

/** False: another process has it. */
function takeLock(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const taken = statSync(lock, { throwIfNoEntry: false });
    if (taken !== undefined && Date.now() - taken.mtimeMs > LOCK_IS_STALE_MS) rmSync(lock, { recursive: true });
    return false;
  }
}

async function build(): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  if (!existsSync(vite)) {
    throw new CliError(
      "The console's pages are not built, and vite is not installed. Run npm ci, or start --no-console.",
    );
  }
  try {
    await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: join(root, 'console'),
      // Whatever the caller's: with another, the pages would have the development build of their libraries.
      env: { ...process.env, NODE_ENV: 'production' },
    });
  } catch (error) {
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new CliError(
      `The console's pages cannot be built. Run: npm run build -w @person360/console\n${output.trim()}`,
    );
  }
}

function newest(paths: readonly string[]): number {
  return Math.max(...paths.map((path) => newestUnder(join(root, path))));
}

function newestUnder(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = readdirSync(path).filter(
    (name) => name !== 'dist' && name !== 'documents.json' && name !== '.building',
  );
  return Math.max(0, ...inside.map((name) => newestUnder(join(path, name))));
}
