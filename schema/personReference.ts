import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { parsePersonId } from './personId.ts';
import { SettingError } from './settingError.ts';

/**
 * How the disclosure ledger names a person: a keyed hash, so that a reader of the log who does not hold the key learns
 * of nobody, and cannot find out by trying ids. `epoch` names the key; a log may hold references of several.
 */
export interface PersonReferenceKey {
  readonly epoch: string;
  /** 32 bytes or more. */
  readonly secret: KeyObject;
}

/** HMAC-SHA256 of the state-wide id, which is the same person's in either case of its letters. */
export function personReference(key: PersonReferenceKey, personId: string): Buffer {
  return createHmac('sha256', key.secret).update('person\0').update(personId.toLowerCase()).digest();
}

/** The person whom a resident's token speaks for: its subject is `person:<Person.id>`, and the identity provider vouches for it. */
export function residentOf(subject: string): string | undefined {
  return parsePersonId(personInSubject(subject) ?? '');
}

/** What follows `person:` in a subject, whether or not it is an id: the log never holds it in clear. */
export function personInSubject(subject: string): string | undefined {
  return /^person:(.{1,128})$/.exec(subject)?.[1];
}

/** A resident as the log names them: no id stands in it. Whoever else asks is named by their subject. */
export function residentSubject(reference: Buffer): string {
  return `person:${reference.toString('base64url')}`;
}

/**
 * Reads the operator's key file: a line for each epoch, `<epoch> <base64url of 32 bytes or more>`, the current one first.
 * Throws, without a word of its content, when it is something else.
 */
export function parsePersonReferenceKeys(text: string): readonly [PersonReferenceKey, ...PersonReferenceKey[]] {
  const keys = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, index): PersonReferenceKey => {
      const [, epoch = '', encoded = ''] = /^([\w.-]{1,32}) ([\w-]{43,})$/.exec(line) ?? [];
      if (epoch === '')
        throw new SettingError(`Line ${index + 1} of the person reference keys reads not: <epoch> <base64url>.`);
      return { epoch, secret: createSecretKey(Buffer.from(encoded, 'base64url')) };
    });
  const [current, ...former] = keys;
  if (current === undefined) throw new SettingError('There is no person reference key.');
  return [current, ...former];
}
