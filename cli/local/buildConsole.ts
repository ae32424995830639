import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
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

/** Builds the console's pages if they are missing, or older than what they are built from. */
export async function buildConsole(onStep: (step: string) => void): Promise<void> {
  const built = join(root, 'console/web/dist/index.html');
  if (existsSync(built) && statSync(built).mtimeMs > newest(SOURCES)) return;
  onStep("building the console's pages");
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
  const inside = readdirSync(path).filter((name) => name !== 'dist' && name !== 'documents.json');
  return Math.max(0, ...inside.map((name) => newestUnder(join(path, name))));
}
