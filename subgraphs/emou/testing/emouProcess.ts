import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { programArguments } from '../../../test/harness/program.ts';
import type { MailSettings } from '../notices/targets/mailTarget.ts';
import type { WebhookTarget } from '../notices/targets/webhookTarget.ts';
import type { EmouTestBed } from './emouTestBed.ts';

export interface EmouProcess {
  readonly url: string;
  /** Sends SIGTERM or SIGKILL; resolves with the exit code once the process is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** Starts emou as in production: a separate process, configured entirely by its environment and by files. */
export async function startEmouProcess(
  bed: EmouTestBed,
  { webhooks, mail }: { readonly webhooks?: readonly WebhookTarget[]; readonly mail?: MailSettings } = {},
): Promise<EmouProcess> {
  const keyFile = `${bed.directory}/feed-key.pem`;
  await writeFile(keyFile, bed.feedPrivateKeyPem, { mode: 0o600 });
  const webhooksFile = `${bed.directory}/webhook-targets.json`;
  if (webhooks !== undefined) await writeFile(webhooksFile, JSON.stringify(webhooks), { mode: 0o600 });
  const mailFile = `${bed.directory}/mail-targets.json`;
  if (mail !== undefined) await writeFile(mailFile, JSON.stringify(mail.targets), { mode: 0o600 });
  const { connectionString, origin, signingKey } = bed.testLog.settings;
  const logKeyFile = `${bed.directory}/log-key.pem`;
  await writeFile(logKeyFile, signingKey, { mode: 0o600 });
  const child = spawn(process.execPath, [...programArguments('subgraphs/main.ts'), 'emou'], {
    cwd: projectRoot,
    env: {
      PORT: '0',
      EMOU_DATABASE_URL: bed.databaseUrl,
      PERSON360_GRANT_JWKS_URL: bed.grantJwksUrl,
      PERSON360_FEED_PRIVATE_KEY_FILE: keyFile,
      // No test here records a consent, so the person index is not called.
      PERSON360_FACTS_URL: 'http://127.0.0.1:9/facts',
      PERSON360_LEDGER_DATABASE_URL: connectionString,
      PERSON360_LEDGER_ORIGIN: origin,
      PERSON360_LEDGER_SIGNING_KEY_FILE: logKeyFile,
      ...(webhooks === undefined ? {} : { PERSON360_WEBHOOK_TARGETS_FILE: webhooksFile }),
      ...(mail === undefined
        ? {}
        : { SMTP_URL: mail.smtpUrl, PERSON360_MAIL_FROM: mail.from, PERSON360_MAIL_TARGETS_FILE: mailFile }),
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
