import { z } from 'zod';
import { signatories } from '../../../schema/agencies.ts';
import { SettingError } from '../../../schema/settingError.ts';
import { GOVERNORS_OFFICE } from '../agreement/terms/vocabulary.ts';

const agencies: readonly string[] = [...signatories.map(({ code }) => code), GOVERNORS_OFFICE];

/** What every target has, whichever way it is reached. */
export const namedTarget = {
  /** Told in the dead letters instead of the address, which may hold a secret. */
  name: z.string().regex(/^[a-z0-9-]{1,64}$/, 'must have 1 to 64 lowercase letters, digits and hyphens'),
  agency: z
    .string()
    .refine((code) => agencies.includes(code), `must be an agency of the agreement: ${agencies.join(', ')}`),
};

export interface SentNotice {
  /** The same at every attempt. */
  readonly id: string;
  readonly body: object;
}

/** Where an agency's notices go. */
export interface NoticeTarget {
  readonly name: string;
  readonly agency: string;
  /** Rejects when the other end has not taken it; the message is kept in the dead letters, so it names no address. */
  send(notice: SentNotice, now: Date): Promise<void>;
}

/** A delivery is found by its target's name: throws when two targets share one. */
export function distinctTargets(targets: readonly NoticeTarget[]): readonly NoticeTarget[] {
  const names = new Set<string>();
  for (const { name } of targets) {
    if (names.has(name)) throw new SettingError(`Two targets of notices are named ${name}.`);
    names.add(name);
  }
  return targets;
}
