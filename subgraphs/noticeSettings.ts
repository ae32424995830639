import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { setting } from './setting.ts';

/** Where emou sends its notices. The targets are files' texts (YAML or JSON). */
export interface NoticeSettings {
  /** Undefined: to no webhook. */
  readonly webhookTargets: string | undefined;
  /** Undefined: not as e-mail. */
  readonly mail: { readonly smtpUrl: string; readonly from: string; readonly targets: string } | undefined;
}

const File = z.string().min(1);
const SmtpUrl = z.url({ protocol: /^smtps?$/ });

/**
 * Reads `PERSON360_WEBHOOK_TARGETS_FILE`, and `SMTP_URL` with `PERSON360_MAIL_FROM` and `PERSON360_MAIL_TARGETS_FILE`.
 * Throws when mail is to be sent and it is not said from whom and to whom, or a file cannot be read.
 */
export function readNoticeSettings(environment: Readonly<Record<string, string | undefined>>): NoticeSettings {
  const webhooks = environment.PERSON360_WEBHOOK_TARGETS_FILE;
  return {
    webhookTargets: webhooks === undefined || webhooks === '' ? undefined : readFileSync(webhooks, 'utf8'),
    mail: readMailSettings(environment),
  };
}

function readMailSettings(environment: Readonly<Record<string, string | undefined>>): NoticeSettings['mail'] {
  if (environment.SMTP_URL === undefined || environment.SMTP_URL === '') return undefined;
  const file = setting(environment, 'PERSON360_MAIL_TARGETS_FILE', File, 'a file');
  return {
    smtpUrl: setting(environment, 'SMTP_URL', SmtpUrl, 'an smtp(s):// URL'),
    from: setting(environment, 'PERSON360_MAIL_FROM', z.email(), "the sender's address"),
    targets: readFileSync(file, 'utf8'),
  };
}
