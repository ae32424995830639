import {
  type PseudonymKey,
  personInSubject,
  personPseudonym,
  residentSubject,
} from '../../../schema/ledger/personPseudonym.ts';
import type { Caches } from '../../runtime/caches.ts';

export interface PersonPseudonym {
  /** For the ledger's index. */
  readonly bytes: Buffer;
  /** Member of a record, with the comma before it. */
  readonly member: Buffer;
}

export type PseudonymOf = (personId: string) => PersonPseudonym;

/** About 400 bytes each. */
const MAX_CACHED = 100_000;

/** Pseudonyms as records contain them. Cached, which saves 3 us a record for a person who appears again and again. */
export function createPseudonyms(key: PseudonymKey, caches: Caches): PseudonymOf {
  const cached = caches.lru<string, PersonPseudonym>('pseudonyms', { max: MAX_CACHED, bytesOf: () => 400 });
  return (personId) => {
    let pseudonym = cached.get(personId);
    if (pseudonym === undefined) {
      pseudonym = namedPseudonym(personPseudonym(key, personId));
      cached.set(personId, pseudonym);
    }
    return pseudonym;
  };
}

/** A pseudonym as records contain it. */
export function namedPseudonym(bytes: Buffer): PersonPseudonym {
  return { bytes, member: ownBytes(Buffer.from(`,"person":"${bytes.toString('base64url')}"`)) };
}

/** Copied out of the pool that Buffers share: a cached slice would keep its 8 KiB alive. */
function ownBytes(bytes: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(own);
  return own;
}

/** Pseudonym of a requester. A resident's subject would identify the resident to every reader of the log. */
export function recordedSubject(subject: string, pseudonymOf: PseudonymOf): string {
  const resident = personInSubject(subject);
  return resident === undefined ? subject : residentSubject(pseudonymOf(resident).bytes);
}
