import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { EmbeddedPostgresError, useOwnServer } from './embeddedPostgresError.ts';

/** Who PostgreSQL runs as: ourselves, or, since it refuses root, an unprivileged account that exists already. */
export type Account =
  | { readonly kind: 'self' }
  | { readonly kind: 'other'; readonly name: string; readonly uid: number; readonly gid: number };

/** Accounts that root may lend to PostgreSQL, best first. */
const lendable = ['postgres', 'nobody'] as const;

export async function chooseAccount(): Promise<Account> {
  if (process.geteuid?.() !== 0) {
    requirePasswdEntry();
    return { kind: 'self' };
  }
  const entries = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of lendable) {
    const entry = entries.find((fields) => fields[0] === name);
    const uid = Number(entry?.[2]);
    const gid = Number(entry?.[3]);
    if (entry !== undefined && Number.isInteger(uid) && Number.isInteger(gid) && uid !== 0) {
      return { kind: 'other', name, uid, gid };
    }
  }
  throw new EmbeddedPostgresError(
    'NO_ACCOUNT',
    `PostgreSQL refuses to run as root, and there is no account named ${lendable.join(' or ')} to run it as. ` +
      `Start as an ordinary user, or create one of these accounts. ${useOwnServer}`,
  );
}

/** initdb looks its own user up and fails without an entry, as in a container started with an arbitrary uid. */
function requirePasswdEntry(): void {
  try {
    userInfo();
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'NO_ACCOUNT',
      `PostgreSQL needs its user to exist, and uid ${process.geteuid?.()} has no entry in /etc/passwd. ` +
        `Start as a user that has one, or as root. ${useOwnServer}`,
      { cause },
    );
  }
}
