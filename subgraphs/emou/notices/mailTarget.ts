import { z } from 'zod';
import { namedTarget } from './noticeTarget.ts';
import { readTargetList } from './targetList.ts';

/** As the operator configures it: no caller can make emou write to anybody else. */
export const MailTarget = z.strictObject({ ...namedTarget, address: z.email() });
export type MailTarget = z.infer<typeof MailTarget>;

/** How notices leave as e-mail. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password if the relay asks for them. */
  readonly smtpUrl: string;
  /** The sender's address. */
  readonly from: string;
  readonly targets: readonly MailTarget[];
}

export function readMailTargets(text: string | undefined): readonly MailTarget[] {
  return readTargetList('mail targets', MailTarget, text);
}
