import { chmod, copyFile, mkdir, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError, hasErrorCode, USE_OWN_SERVER } from '../embeddedPostgresError.ts';
import type { Account } from '../programs/account.ts';
import { runProgram } from '../programs/runProgram.ts';
import type { NativePackage } from './nativePackage.ts';
import { isShellSafe } from './shellSafe.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Major version, as in a cluster's PG_VERSION file. */
  readonly major: string;
}

/**
 * Makes the binaries usable for the account, in place if possible, otherwise as a copy below `directory` (about 60 MB).
 * npm may skip install scripts, so the library links that the package's script creates may be missing, and node_modules
 * may be read-only or inaccessible to the account.
 */
export async function prepareBinaries(source: NativePackage, directory: string, account: Account): Promise<Binaries> {
  const isUsable = account.kind === 'self' && isShellSafe(source.directory);
  if (isUsable && (await linkLibraries(source.directory, source.libraryLinks)) === 'linked') {
    return await probe(source.directory, account);
  }
  const copy = join(directory, `binaries-${source.version}`);
  if (!(await exists(copy))) {
    const unfinished = `${copy}.unfinished`;
    await rm(unfinished, { recursive: true, force: true });
    for (const part of ['bin', 'lib', 'share']) await copyTree(join(source.directory, part), join(unfinished, part));
    await chmod(unfinished, 0o755);
    await linkLibraries(unfinished, source.libraryLinks);
    // Renamed only when complete, so that a copy interrupted by a kill is never used.
    await rename(unfinished, copy);
    await removeOlderCopies(directory, `binaries-${source.version}`);
  }
  return await probe(copy, account);
}

async function linkLibraries(root: string, links: ReadonlyMap<string, string>): Promise<'linked' | 'readOnly'> {
  for (const [name, file] of links) {
    const path = join(root, 'lib', name);
    if (await exists(path)) continue;
    try {
      await symlink(file, path);
    } catch (error) {
      if (hasErrorCode(error, 'EACCES', 'EROFS', 'EPERM')) return 'readOnly';
      if (!hasErrorCode(error, 'EEXIST')) throw error;
    }
  }
  return 'linked';
}

/**
 * Copies files and folders, but neither links (created separately) nor static libraries, readable for every account.
 */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  // Sets modes instead of keeping them: under a strict umask, npm installs files that only their owner can read.
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) await copyTree(source, target);
    else if (entry.isFile() && !entry.name.endsWith('.a')) {
      await copyFile(source, target);
      await chmod(target, 0o755);
    }
  }
}

async function removeOlderCopies(directory: string, current: string): Promise<void> {
  for (const name of await readdir(directory)) {
    if (name.startsWith('binaries-') && name !== current) await rm(join(directory, name), { recursive: true });
  }
}

async function probe(root: string, account: Account): Promise<Binaries> {
  const postgres = join(root, 'bin', 'postgres');
  const run = await runProgram(postgres, ['--version'], account, root);
  const major = /PostgreSQL\) (\d+)/.exec(run.output)?.[1];
  if (run.exitCode === 0 && major !== undefined) return { initdb: join(root, 'bin', 'initdb'), postgres, major };
  throw new EmbeddedPostgresError(
    'UNSUPPORTED_PLATFORM',
    `The PostgreSQL program does not run on this machine (${run.output.trim() || `exit code ${run.exitCode}`}): ${postgres}. ` +
      'It requires glibc on Linux, a file system that allows programs to run, and an account that can access it ' +
      `(choose another --data-dir). ${USE_OWN_SERVER}`,
  );
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return false;
    throw error;
  }
}
