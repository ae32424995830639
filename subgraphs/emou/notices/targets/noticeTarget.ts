import { z } from 'zod';
import { signatories } from '../../../../schema/catalog/agencies.ts';
import { SettingError } from '../../../../schema/values/settingError.ts';
import { GOVERNORS_OFFICE } from '../../agreement/terms/vocabulary.ts';

const agencies: readonly string[] = [...signatories.map(({ code }) => code), GOVERNORS_OFFICE];

/** Fields of every target, whatever its transport. */
export const namedTarget = {
  /** Shown in dead letters instead of the address, which may contain a secret. */
  name: z.string().regex(/^[a-z0-9-]{1,64}$/, 'must have 1 to 64 lowercase letters, digits and hyphens'),
  agency: z
    .string()
    .refine((code) => agencies.includes(code), `must be an agency of the agreement: ${agencies.join(', ')}`),
};

export interface SentNotice {
  /** The same for every attempt. */
  readonly id: string;
  readonly body: object;
}

/** Destination of an agency's notices. */
export interface NoticeTarget {
  readonly name: string;
  readonly agency: string;
  /**
   * Rejects if the other end has not accepted it. The message is stored in the dead letters, so it must not contain the
   * address.
   */
  send(notice: SentNotice, now: Date): Promise<void>;
}

/** Throws if two targets share a name, because deliveries are found by it. */
export function distinctTargets(targets: readonly NoticeTarget[]): readonly NoticeTarget[] {
  const names = new Set<string>();
  for (const { name } of targets) {
    if (names.has(name)) throw new SettingError(`Two notice targets have the name ${name}. Give each its own name.`);
    names.add(name);
  }
  return targets;
}
