import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { EmbeddedPostgresError, USE_OWN_SERVER } from '../embeddedPostgresError.ts';
import type { Account } from './account.ts';
import { runProgram } from './runProgram.ts';

/** Accounts that root may use for PostgreSQL, best first. */
const LENDABLE = ['postgres', 'nobody'] as const;

export async function chooseAccount(): Promise<Account> {
  if (process.geteuid?.() !== 0) {
    requirePasswdEntry();
    return { kind: 'self' };
  }
  const entries = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of LENDABLE) {
    const entry = entries.find((fields) => fields[0] === name);
    const uid = Number(entry?.[2]);
    const gid = Number(entry?.[3]);
    if (entry !== undefined && Number.isInteger(uid) && Number.isInteger(gid) && uid !== 0) {
      return await requireSwitch({ kind: 'other', name, uid, gid });
    }
  }
  throw new EmbeddedPostgresError(
    'NO_ACCOUNT',
    `PostgreSQL refuses to run as root, and there is no account named ${LENDABLE.join(' or ')} to run it as. ` +
      `Start as an ordinary user, or create one of these accounts. ${USE_OWN_SERVER}`,
  );
}

/** Checks that root can switch users: inside a container it may lack the capability. */
async function requireSwitch(account: Account & { readonly kind: 'other' }): Promise<Account> {
  const run = await runProgram('/bin/sh', ['-c', ':'], account, '/');
  if (run.exitCode === 0) return account;
  throw new EmbeddedPostgresError(
    'NO_ACCOUNT',
    `PostgreSQL refuses to run as root, and this system does not let root run it as ${account.name} ` +
      `(${run.output.trim()}). Start as an ordinary user, or allow the capabilities SETUID and SETGID. ${USE_OWN_SERVER}`,
  );
}

/**
 * Checks the passwd entry: initdb looks its own user up and fails without one, as in a container started with an
 * arbitrary uid.
 */
function requirePasswdEntry(): void {
  try {
    userInfo();
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'NO_ACCOUNT',
      `PostgreSQL needs its user to exist, and uid ${process.geteuid?.()} has no entry in /etc/passwd. ` +
        `Start as a user that has one, or as root. ${USE_OWN_SERVER}`,
      { cause },
    );
  }
}
