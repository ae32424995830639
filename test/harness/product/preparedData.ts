import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findLocation, openLocation } from '../../../cli/postgres/files/clusterLocation.ts';
import { chooseAccount } from '../../../cli/postgres/programs/chooseAccount.ts';

const run = promisify(execFile);

/**
 * In a run of all tests (see wholeRun.js), gives a data directory what a first start makes of it: databases, population,
 * approvals. The first file of the run makes it and keeps a copy, later ones take the copy; files that come in between
 * begin with nothing, like a single file that is run alone.
 * @param firstStart starts all of person360 on the data directory, and stops it
 */
export async function prepareData(dataDirectory: string, firstStart: () => Promise<void>): Promise<void> {
  const prepared = process.env.PERSON360_TEST_PREPARED;
  if (prepared === undefined) return;
  const ready = join(prepared, 'ready');
  if (existsSync(ready)) return copyOut(prepared, dataDirectory);
  try {
    await writeFile(join(prepared, 'begun'), '', { flag: 'wx' });
  } catch {
    return;
  }
  await firstStart();
  await copyIn(dataDirectory, prepared);
  await writeFile(ready, '');
}

async function copyIn(dataDirectory: string, prepared: string): Promise<void> {
  const place = await findLocation(dataDirectory);
  if (place === undefined) throw new Error(`There is no database in ${dataDirectory}.`);
  await mkdir(join(prepared, 'data'));
  await copyFiles(dataDirectory, join(prepared, 'data'));
  await copyFile(join(place.home, 'secret'), join(prepared, 'secret'));
  await copyCluster(place.directory, prepared);
  await linkBinaries(place.directory, prepared);
}

async function copyOut(prepared: string, dataDirectory: string): Promise<void> {
  await copyFiles(join(prepared, 'data'), dataDirectory);
  const place = await openLocation(dataDirectory, await chooseAccount(), () => undefined);
  await copyFile(join(prepared, 'secret'), join(place.home, 'secret'));
  await copyCluster(prepared, place.directory);
  await linkBinaries(prepared, place.directory);
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
