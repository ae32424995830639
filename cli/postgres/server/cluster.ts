import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError, hasErrorCode } from '../embeddedPostgresError.ts';
import type { Binaries } from '../files/binaries.ts';
import type { Account } from '../programs/account.ts';
import { explainOutput } from '../programs/explainOutput.ts';
import { runProgram } from '../programs/runProgram.ts';

export const SUPERUSER = 'postgres';

/**
 * Creates the cluster at the first start. Text compares by code point and uses Unicode case rules, whatever the
 * machine's locales (the builtin provider), so that an index built on one machine is valid on another.
 */
export async function openCluster(
  directory: string,
  binaries: Binaries,
  account: Account,
  password: string,
): Promise<string> {
  const cluster = join(directory, 'cluster');
  const version = await readVersion(cluster);
  if (version === binaries.major) return cluster;
  if (version !== undefined) {
    throw new EmbeddedPostgresError(
      'OTHER_VERSION',
      `The database at ${cluster} is from PostgreSQL ${version}, but the installed server is ${binaries.major}. ` +
        'Start with the version of person360 that created it, or with --fresh, which removes all data.',
    );
  }
  const unfinished = `${cluster}.unfinished`;
  // LC_CTYPE C.UTF-8 lets trigram search treat accented letters as letters; not every system has it.
  let run = await initialize(unfinished, binaries, account, password, 'C.UTF-8');
  if (run.exitCode !== 0 && run.output.includes('invalid locale')) {
    run = await initialize(unfinished, binaries, account, password, 'C');
  }
  if (run.exitCode !== 0) {
    await rm(unfinished, { recursive: true, force: true });
    throw explainOutput('PostgreSQL could not create its database files', unfinished, run.output.trim().split('\n'));
  }
  // Allows only TCP connections from this machine, always with a password.
  await writeFile(join(unfinished, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n');
  // Renamed only when complete, so that a partial one left by a kill is never used.
  await rename(unfinished, cluster);
  return cluster;
}

async function initialize(target: string, binaries: Binaries, account: Account, password: string, ctype: string) {
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { mode: 0o700 });
  await chmod(target, 0o700);
  const passwordFile = `${target}.password`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account.kind === 'other') {
    await chown(target, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  try {
    return await runProgram(
      binaries.initdb,
      [
        ...['-D', target, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
        ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
        ...[`--lc-ctype=${ctype}`, '--no-instructions'],
      ],
      account,
      target,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function readVersion(cluster: string): Promise<string | undefined> {
  try {
    return (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
