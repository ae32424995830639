import { execFile } from 'node:child_process';
import { copyFile, cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findLocation, openLocation } from '../files/clusterLocation.ts';
import { chooseAccount } from '../programs/chooseAccount.ts';

const run = promisify(execFile);

/** `server`: a database server without data. `product`: what the first start of all of person360 makes. */
export type PreparedData = 'server' | 'product';

/**
 * In a run of all tests (see test/harness/wholeRun.js), fills a new data directory with what was prepared. A single file
 * that is run alone begins with nothing.
 */
export async function copyPrepared(kind: PreparedData, dataDirectory: string): Promise<void> {
  const all = process.env.PERSON360_TEST_PREPARED;
  if (all === undefined) return;
  const prepared = join(all, kind);
  await copyFiles(join(prepared, 'data'), dataDirectory);
  const place = await openLocation(dataDirectory, await chooseAccount(), () => undefined);
  await copyFile(join(prepared, 'secret'), join(place.home, 'secret'));
  await copyCluster(prepared, place.directory);
  await linkBinaries(prepared, place.directory);
}

/** Keeps a copy of a data directory whose server has stopped. */
export async function keepPrepared(kind: PreparedData, dataDirectory: string, all: string): Promise<void> {
  const place = await findLocation(dataDirectory);
  if (place === undefined) throw new Error(`There is no database in ${dataDirectory}.`);
  const prepared = join(all, kind);
  await mkdir(join(prepared, 'data'), { recursive: true });
  await copyFiles(dataDirectory, join(prepared, 'data'));
  await copyFile(join(place.home, 'secret'), join(prepared, 'secret'));
  await copyCluster(place.directory, prepared);
  await linkBinaries(place.directory, prepared);
}

/** Keys and notes; the database lies elsewhere. */
function copyFiles(from: string, to: string): Promise<void> {
  return cp(from, to, { recursive: true, filter: (file) => file !== join(from, 'postgres') });
}

/** With its owner, which is not who runs the tests when that is root. */
async function copyCluster(from: string, to: string): Promise<void> {
  await run('cp', ['-a', join(from, 'cluster'), to]);
}

/** If the server runs from a copy of its binaries, nothing writes to it, so it need not be copied again. */
async function linkBinaries(from: string, to: string): Promise<void> {
  const copies = (await readdir(from)).filter((name) => name.startsWith('binaries-'));
  for (const name of copies) {
    const [source, target] = [join(from, name), join(to, name)];
    // Links only reach as far as the file system does.
    await run('cp', ['-al', source, target]).catch(async () => {
      await rm(target, { recursive: true, force: true });
      await run('cp', ['-a', source, target]);
    });
  }
}
