import type { GrantClaims } from '../../../schema/tokens/grant.ts';
import { PublicError } from '../../kit/errors/publicError.ts';

const MOST_A_MINUTE = 60;
const MINUTE_MS = 60_000;

/** Limits how often somebody looks for persons by traits: by trying them, one learns what the index knows. */
export interface SearchLimit {
  /** Throws FORBIDDEN if the caller has searched 60 times within a minute, at this process. */
  count(caller: Pick<GrantClaims, 'agency' | 'sub'>, now: Date): void;
}

export function createSearchLimit(): SearchLimit {
  let minute = 0;
  let counts = new Map<string, number>();
  return {
    count({ agency, sub }, now) {
      if (sub === undefined || sub.trim() === '') {
        throw new PublicError(
          'FORBIDDEN',
          'Your token has no subject (claim sub), so your searches cannot be counted.',
        );
      }
      const current = Math.floor(now.getTime() / MINUTE_MS);
      if (current !== minute) {
        minute = current;
        counts = new Map();
      }
      const caller = JSON.stringify([agency, sub]);
      const count = (counts.get(caller) ?? 0) + 1;
      counts.set(caller, count);
      if (count > MOST_A_MINUTE) {
        throw new PublicError('FORBIDDEN', `You may look for persons ${MOST_A_MINUTE} times a minute. Wait a minute.`);
      }
    },
  };
}
