import { spawn } from 'node:child_process';
import type { Account } from './account.ts';

/**
 * The whole environment of PostgreSQL's programs. Nothing is inherited: PGDATA, PGPORT, LC_ALL and the like would
 * change what they do, and the server does not need the shell's secrets.
 */
const programEnvironment: Readonly<Record<string, string>> = {
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** Spawn options that run a program as the account, in a folder that this account can enter. */
export function runAs(account: Account, directory: string) {
  const identity = account.kind === 'other' ? { uid: account.uid, gid: account.gid } : {};
  return { ...identity, cwd: directory, env: { ...programEnvironment } };
}

export interface ProgramRun {
  readonly exitCode: number | null;
  /** stdout and stderr in order, or the reason if the program could not be started. */
  readonly output: string;
}

/** Runs a program to its end. Failure to start is a result, not an exception. */
export function runProgram(
  program: string,
  args: readonly string[],
  account: Account,
  directory: string,
): Promise<ProgramRun> {
  return new Promise((resolve) => {
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    const fail = (error: unknown): void => resolve({ exitCode: null, output: String(error) });
    try {
      const child = spawn(program, args, { ...runAs(account, directory), stdio: ['ignore', 'pipe', 'pipe'] });
      child.stdout.on('data', collect);
      child.stderr.on('data', collect);
      child.once('error', fail);
      child.once('close', (exitCode) => resolve({ exitCode, output }));
    } catch (error) {
      // Node reports a missing program by an event, but a forbidden change of user by throwing.
      fail(error);
    }
  });
}
