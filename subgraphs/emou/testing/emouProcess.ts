import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { EmouTestBed } from './emouTestBed.ts';

export interface EmouProcess {
  readonly url: string;
  /** SIGTERM or SIGKILL; resolves with the exit code once the process is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * emou as production starts it: a process of its own, told everything by its environment. `webhooks` is the text of its
 * file of targets.
 */
export async function startEmouProcess(bed: EmouTestBed, webhooks?: string): Promise<EmouProcess> {
  const keyFile = `${bed.directory}/feed-key.pem`;
  await writeFile(keyFile, bed.feedPrivateKeyPem, { mode: 0o600 });
  const targetsFile = `${bed.directory}/webhook-targets.json`;
  if (webhooks !== undefined) await writeFile(targetsFile, webhooks, { mode: 0o600 });
  const child = spawn(process.execPath, ['--import', 'tsx', 'subgraphs/main.ts', 'emou'], {
    cwd: projectRoot,
    env: {
      PORT: '0',
      EMOU_DATABASE_URL: bed.databaseUrl,
      PERSON360_GRANT_JWKS_URL: bed.grantJwksUrl,
      PERSON360_FEED_PRIVATE_KEY_FILE: keyFile,
      ...(webhooks === undefined ? {} : { PERSON360_WEBHOOK_TARGETS_FILE: targetsFile }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const port = await new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (bytes: Buffer): void => {
      output += bytes.toString();
      const listening = /Listening on port (\d+)/.exec(output)?.[1];
      if (listening !== undefined) resolve(listening);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`emou did not start: ${output}`)));
  });
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    end: (signal) => {
      child.kill(signal);
      return exited;
    },
  };
}
