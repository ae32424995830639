import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AdministrationLogSettings } from '../../../subgraphs/kit/administration/administrationLog.ts';
import { newSigningKey } from '../../../subgraphs/kit/testing/grantIssuer.ts';
import { programArguments } from '../../harness/program.ts';

/** The registry as it runs in production: a process of its own. */
export interface RegistryProcess {
  readonly url: string;
  /** Ends it without warning (SIGKILL). */
  kill(): Promise<void>;
}

export interface RegistryProcesses {
  /** Starts the registry with the same database, log, keys and port as before. */
  start(): Promise<RegistryProcess>;
  stop(): Promise<void>;
}

export async function registryProcesses(
  databaseUrl: string,
  { connectionString, origin, signingKey }: AdministrationLogSettings,
  grantJwksUrl: string,
): Promise<RegistryProcesses> {
  const directory = await mkdtemp(join(tmpdir(), 'person360-registry-'));
  const [feedKey, logKey] = [join(directory, 'feed.pem'), join(directory, 'log.pem')];
  await writeFile(feedKey, newSigningKey().privateKey.export({ type: 'pkcs8', format: 'pem' }));
  await writeFile(logKey, signingKey);
  let last: RegistryProcess | undefined;
  /** The same one every time, as those who follow the registry expect. */
  let listensOn = '0';
  return {
    async start() {
      const child = spawn(process.execPath, [...programArguments('subgraphs/main.ts'), 'registry'], {
        env: {
          PATH: process.env.PATH ?? '',
          PORT: listensOn,
          REGISTRY_DATABASE_URL: databaseUrl,
          PERSON360_GRANT_JWKS_URL: grantJwksUrl,
          PERSON360_FACTS_URL: 'http://127.0.0.1:9/facts',
          PERSON360_FEED_PRIVATE_KEY_FILE: feedKey,
          PERSON360_LEDGER_DATABASE_URL: connectionString,
          PERSON360_LEDGER_ORIGIN: origin,
          PERSON360_LEDGER_SIGNING_KEY_FILE: logKey,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(child, 'exit');
      const port = await new Promise<string>((resolve, reject) => {
        let output = '';
        child.stdout.setEncoding('utf8').on('data', (text: string) => {
          output += text;
          const found = /Listening on port (\d+)/.exec(output)?.[1];
          if (found !== undefined) resolve(found);
        });
        child.once('exit', () => reject(new Error(`It ended: ${output}`)));
      });
      listensOn = port;
      last = {
        url: `http://127.0.0.1:${port}/graphql`,
        async kill() {
          child.kill('SIGKILL');
          await ended;
        },
      };
      return last;
    },
    async stop() {
      await last?.kill();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
