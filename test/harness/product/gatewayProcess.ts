import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from '../eventually.ts';
import { programArguments } from '../program.ts';

/** The production entry as a process that can be killed. */
export interface GatewayProcess {
  /** The GraphQL endpoint. */
  readonly url: string;
  /** Standard output so far: the gateway's log. */
  readonly log: () => string;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** Starts it, and resolves when it is ready. Rejects with its log when it ends before. */
export async function startGatewayProcess(environment: Readonly<Record<string, string>>): Promise<GatewayProcess> {
  const { NODE_OPTIONS: _ofTheTestRunner, NODE_ENV: _alsoOfIt, ...inherited } = process.env;
  const child: ChildProcess = spawn(process.execPath, programArguments('gateway/main.ts'), {
    env: { ...inherited, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const closed = once(child, 'close');
  const url = await eventually(
    async () => {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The gateway ended: ${log}`);
      return /"url":"([^"]+)"/.exec(log)?.[1];
    },
    (found) => found !== undefined,
    120_000,
  );
  if (url === undefined) throw new Error(`The gateway does not listen: ${log}`);
  const ready = async (): Promise<number> =>
    fetch(new URL('/health/ready', url)).then(
      ({ status }) => status,
      () => 0,
    );
  await eventually(ready, (status) => status === 200, 30_000);
  return {
    url,
    log: () => log,
    async kill(signal) {
      child.kill(signal);
      await closed;
    },
  };
}
