import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { nodeCommand } from './cores.ts';
import { loaderArguments, programFile } from './program.ts';

/** A part of the benchmark in a process of its own that answers one question after the other. */
export interface Part<Question, Answer> {
  readonly pid: number;
  ask<Asked extends Question>(question: Asked): Promise<Answer>;
  stop(): Promise<void>;
}

export interface PartPlace {
  readonly core: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

type Reply<Answer> = { readonly answer: Answer } | { readonly failed: string };

/** Starts a TypeScript file that calls `answerParent`. What it prints goes to stderr. */
export function startPart<Question extends object, Answer>(
  file: URL,
  { core, environment }: PartPlace,
): Part<Question, Answer> {
  const child = spawnNode(core, [programFile(file)], environment, ['ignore', 2, 2, 'ipc']);
  let gone: Error | undefined;
  let waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;
  child.on('message', (message) => {
    // Only `answerParent` on the other side writes here.
    const reply = message as Reply<Answer>;
    if ('failed' in reply) waiting?.reject(new Error(reply.failed));
    else waiting?.resolve(reply.answer);
    waiting = undefined;
  });
  child.once('exit', (code, signal) => {
    gone = new Error(`${programFile(file)} ended (${signal ?? code}).`);
    waiting?.reject(gone);
  });
  return {
    pid: child.pid ?? 0,
    ask(question) {
      return new Promise((resolve, reject) => {
        if (gone !== undefined) return reject(gone);
        waiting = { resolve, reject };
        child.send(question);
      });
    },
    stop: () => stopChild(child),
  };
}

/** Node on one of our programs. */
export function spawnNode(
  core: string | undefined,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  stdio: ('ignore' | 'pipe' | 'ipc' | number)[],
): ChildProcess {
  const [command, commandArgs] = nodeCommand(core, [...loaderArguments, ...args]);
  return spawn(command, commandArgs, { env: environment, stdio });
}

/** SIGTERM and a wait; what does not end in ten seconds is killed. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await exited;
  clearTimeout(killer);
}
