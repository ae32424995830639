import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { parsePersonId } from '../persons/personId.ts';
import { SettingError } from '../values/settingError.ts';

/**
 * Key for the ledger's pseudonyms of persons. A reader of the log without the key learns no identities, and cannot find
 * them by trying ids. `epoch` names the key; a log may contain pseudonyms of several.
 */
export interface PseudonymKey {
  readonly epoch: string;
  /** At least 32 bytes. */
  readonly secret: KeyObject;
}

/** HMAC-SHA256 of the state-wide id, which is the same for a person in upper and lower case. */
export function personPseudonym(key: PseudonymKey, personId: string): Buffer {
  return createHmac('sha256', key.secret).update('person\0').update(personId.toLowerCase()).digest();
}

/** Whether a text may be a pseudonym: 32 bytes in base64url. */
export function isPseudonym(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/**
 * Returns the person of a resident's token: its subject is `person:<Person.id>`, which the identity provider vouches
 * for.
 */
export function residentOf(subject: string): string | undefined {
  return parsePersonId(personInSubject(subject) ?? '');
}

/**
 * Returns the text after `person:` in a subject, whether or not it is an id: the log must never contain it in clear
 * text.
 */
export function personInSubject(subject: string): string | undefined {
  return /^person:(.{1,128})$/.exec(subject)?.[1];
}

/** Name of a resident in the log, without the id. All other requesters are named by their subject. */
export function residentSubject(pseudonym: Buffer): string {
  return `person:${pseudonym.toString('base64url')}`;
}

/**
 * Parses the operator's key file: one line per epoch, `<epoch> <base64url of 32 bytes or more>`, the current one first.
 * If it is malformed, throws an error without any of its content.
 */
export function parsePseudonymKeys(text: string): readonly [PseudonymKey, ...PseudonymKey[]] {
  const keys = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, index): PseudonymKey => {
      const [, epoch = '', encoded = ''] = /^([\w.-]{1,32}) ([\w-]{43,})$/.exec(line) ?? [];
      if (epoch === '')
        throw new SettingError(
          `Line ${index + 1} of the pseudonym keys is not valid. Write it as: <epoch> <base64url>`,
        );
      return { epoch, secret: createSecretKey(Buffer.from(encoded, 'base64url')) };
    });
  const [current, ...former] = keys;
  if (current === undefined) throw new SettingError('The file of pseudonym keys has no key. Add one.');
  return [current, ...former];
}
