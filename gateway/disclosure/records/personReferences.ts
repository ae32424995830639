import {
  type PersonReferenceKey,
  personInSubject,
  personReference,
  residentSubject,
} from '../../../schema/personReference.ts';
import type { Caches } from '../../runtime/caches.ts';

export interface RecordedPerson {
  /** For the ledger's index. */
  readonly bytes: Buffer;
  /** The member of a record, with the comma before it. */
  readonly member: Buffer;
}

export type RecordedPersonOf = (personId: string) => RecordedPerson;

/** Some 400 bytes each. */
const MAX_KEPT = 100_000;

/** References of persons as records hold them; those of persons shown again and again are kept (3 us less a record). */
export function createRecordedPersons(key: PersonReferenceKey, caches: Caches): RecordedPersonOf {
  const kept = caches.lru<string, RecordedPerson>('person references', { max: MAX_KEPT, bytesOf: () => 400 });
  return (personId) => {
    let person = kept.get(personId);
    if (person === undefined) {
      const bytes = personReference(key, personId);
      person = { bytes, member: ownBytes(Buffer.from(`,"person":"${bytes.toString('base64url')}"`)) };
      kept.set(personId, person);
    }
    return person;
  };
}

/** Not out of the pool that Buffers share: what is kept would keep eight kilobytes of others' bytes. */
function ownBytes(bytes: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(own);
  return own;
}

/** How a record names who asked. A resident's subject would name them in plain text to every reader of the log. */
export function recordedSubject(subject: string, recordedPerson: RecordedPersonOf): string {
  const resident = personInSubject(subject);
  return resident === undefined ? subject : residentSubject(recordedPerson(resident).bytes);
}
