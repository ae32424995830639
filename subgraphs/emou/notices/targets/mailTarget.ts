import { z } from 'zod';
import { namedTarget } from './noticeTarget.ts';
import { readTargetList } from './targetList.ts';

/** Configured by the operator only: no caller can make emou write to anyone else. */
export const MailTarget = z.strictObject({ ...namedTarget, address: z.email() });
export type MailTarget = z.infer<typeof MailTarget>;

/** Settings for sending notices by email. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password if the relay requires them. */
  readonly smtpUrl: string;
  /** The sender's address. */
  readonly from: string;
  readonly targets: readonly MailTarget[];
}

export function readMailTargets(text: string | undefined): readonly MailTarget[] {
  return readTargetList('mail targets', MailTarget, text);
}
