import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { verifyCheckpoint } from '@sigstore/verify/dist/tlog/checkpoint.js';
import { sha256 } from '../merkle/hash.ts';
import { openCheckpoint, signCheckpoint } from './checkpoint.ts';
import { noteSigner, noteVerifier, verifierKeyOf } from './noteKey.ts';
import { openNote, signNote } from './signedNote.ts';

const keys = generateKeyPairSync('ed25519');
const otherKeys = generateKeyPairSync('ed25519');
const ORIGIN = 'ledger.example.gov/gateway-1';
const signer = noteSigner(ORIGIN, keys.privateKey);
const verifiers = [noteVerifier(signer.verifierKey)];
const head = { size: 7, root: sha256(Buffer.from('seven entries')) };

describe('signed notes', () => {
  test('a note signed by another implementation opens with its published key', () => {
    const key = noteVerifier('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k');
    const note =
      'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
    expect(openNote(note, [key])).toEqual({
      ok: true,
      text: 'This is an example message.\n',
      signedBy: ['example.com/foo'],
    });
    expect(openNote(note.replace('message', 'massage'), [key])).toEqual({ ok: false, problem: 'bad-signature' });
  });

  test('lines of unknown keys are passed over, alone they are not enough', () => {
    const witness = noteSigner('witness.example', otherKeys.privateKey);
    const note = signNote('a text\n', signer);
    const cosigned = note + signNote('a text\n', witness).split('\n\n')[1];
    expect(openNote(cosigned, verifiers)).toMatchObject({ ok: true, signedBy: [ORIGIN] });
    expect(openNote(note, [witness])).toEqual({ ok: false, problem: 'unknown-key' });
  });

  test('the text may hold empty lines; what is not a note is not opened', () => {
    expect(openNote(signNote('one\n\ntwo\n', signer), verifiers)).toMatchObject({ ok: true, text: 'one\n\ntwo\n' });
    for (const note of [
      '',
      '\n',
      'text\n',
      'text\n\n',
      'text\n\nsigned by me\n',
      'a\n\n— name AAAA\n',
      'a\rb\n\n— n AAAAAAAA\n',
    ]) {
      expect(openNote(note, verifiers)).toEqual({ ok: false, problem: 'malformed' });
    }
    expect(() => signNote('no newline', signer)).toThrow(TypeError);
    expect(() => signNote('bell \u0007\n', signer)).toThrow(TypeError);
  });
});

describe('keys', () => {
  test('a verifier key survives its text form and is refused when changed', () => {
    expect(verifierKeyOf(ORIGIN, keys.publicKey)).toBe(signer.verifierKey);
    expect(() => noteVerifier(signer.verifierKey.replace('gateway-1', 'gateway-2'))).toThrow('is not that of the key');
    expect(() => noteVerifier('no key')).toThrow(TypeError);
    expect(() => noteSigner('a name with spaces', keys.privateKey)).toThrow(TypeError);
    expect(() => noteSigner('a+b', keys.privateKey)).toThrow(TypeError);
    expect(() => noteSigner(ORIGIN, generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey)).toThrow('Ed25519');
  });
});

describe('checkpoints', () => {
  const note = signCheckpoint(head, signer);

  test('open to the head that was signed', () => {
    expect(openCheckpoint(note, verifiers)).toEqual({ ok: true, checkpoint: { origin: ORIGIN, ...head } });
  });

  test('are read alike by an independent implementation', () => {
    const log = { logID: verifiers[0]?.keyId, publicKey: keys.publicKey, baseURL: ORIGIN };
    // The independent verifier reads only these members of its wider types.
    const read = verifyCheckpoint({ inclusionProof: { checkpoint: { envelope: note } } } as never, [log] as never);
    expect(read).toMatchObject({ origin: ORIGIN, logSize: 7n, logHash: head.root });
  });

  test('of one log are not vouched for by the key of another', () => {
    const other = noteSigner('ledger.example.gov/gateway-2', otherKeys.privateKey);
    const forged = signNote(note.slice(0, note.indexOf('\n\n') + 1), other);
    expect(openCheckpoint(forged, [other, ...verifiers])).toEqual({ ok: false, problem: 'unknown-key' });
  });

  test('signed with a swapped key under the same name are not accepted', () => {
    const swapped = noteSigner(ORIGIN, otherKeys.privateKey);
    expect(openCheckpoint(signCheckpoint(head, swapped), verifiers)).toEqual({ ok: false, problem: 'unknown-key' });
    const disguised = signCheckpoint(head, { ...swapped, keyId: signer.keyId });
    expect(openCheckpoint(disguised, verifiers)).toEqual({ ok: false, problem: 'bad-signature' });
  });

  test.each([
    `${ORIGIN}\n07\n${head.root.toString('base64')}\n`,
    `${ORIGIN}\n-1\n${head.root.toString('base64')}\n`,
    `${ORIGIN}\n7\n${head.root.subarray(1).toString('base64')}\n`,
    `${ORIGIN}\n7\n`,
    `${ORIGIN}\n99999999999999999\n${head.root.toString('base64')}\n`,
  ])('that do not read <origin>, <size>, <root> are malformed though signed (%#)', (text) => {
    expect(openCheckpoint(signNote(text, signer), verifiers)).toEqual({ ok: false, problem: 'malformed' });
  });
});
