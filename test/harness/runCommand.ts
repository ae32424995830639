import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { programArguments } from './program.ts';

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  readonly process: ChildProcess;
  /** What it has written so far. */
  readonly output: { readonly stdout: string; readonly stderr: string };
  /** Resolves with the first line of stdout that fits; rejects when the command ends before. */
  line(fits: RegExp): Promise<string>;
  /** Resolves when the command has ended. */
  readonly ended: Promise<CommandResult>;
}

/** `person360` as a child process, with an environment that the surrounding one does not leak settings into. */
export function startCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  directory?: string,
): RunningCommand {
  const { NODE_OPTIONS: _ofTheTestRunner, NODE_ENV: _alsoOfIt, ...inherited } = process.env;
  const child = spawn(process.execPath, [...programArguments('cli/run.ts'), ...args], {
    env: { ...inherited, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(directory === undefined ? {} : { cwd: directory }),
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...output })); // node's own event
  return {
    process: child,
    output,
    ended,
    line: (fits) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = output.stdout
            .split('\n')
            .slice(0, -1)
            .find((line) => fits.test(line));
          if (found !== undefined) resolve(found);
        };
        child.stdout.on('data', look);
        look();
        ended.then(({ stderr }) => reject(new Error(`The command ended: ${stderr}`)), reject);
      }),
  };
}

export function runCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  return startCommand(args, environment).ended;
}
