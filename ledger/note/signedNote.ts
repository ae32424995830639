import type { NoteSigner, NoteVerifier } from './noteKey.ts';
import { KEY_ID_BYTES } from './noteKey.ts';

/**
 * Larger notes are rejected unread: no genuine one comes close, and parsing must not be a way to exhaust a verifier.
 */
const MAX_NOTE_BYTES = 1_000_000;
const MAX_SIGNATURES = 64;
const SIGNATURE_LINE = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u;

/** Signs a text, which must end in a newline. See https://c2sp.org/signed-note. */
export function signNote(text: string, signer: NoteSigner): string {
  if (!isNoteText(text)) throw new TypeError('a note is UTF-8 text that ends in a newline, without control characters');
  const signature = Buffer.concat([signer.keyId, signer.sign(Buffer.from(text))]);
  return `${text}\n\u2014 ${signer.name} ${signature.toString('base64')}\n`;
}

export type OpenedNote =
  | { readonly ok: true; readonly text: string; readonly signedBy: readonly string[] }
  | { readonly ok: false; readonly problem: 'malformed' | 'unknown-key' | 'bad-signature' };

/**
 * Returns the text of a note signed by a known key. Ignores lines of unknown keys (witnesses may add theirs); one bad
 * signature of a known key invalidates the note.
 */
export function openNote(note: string, verifiers: readonly NoteVerifier[]): OpenedNote {
  const parsed = parseNote(note);
  if (!parsed) return { ok: false, problem: 'malformed' };
  const text = Buffer.from(parsed.text);
  const signedBy: string[] = [];
  for (const line of parsed.signatures) {
    const verifier = verifiers.find(({ name, keyId }) => name === line.name && keyId.equals(line.keyId));
    if (!verifier) continue;
    if (!verifier.verify(text, line.signature)) return { ok: false, problem: 'bad-signature' };
    signedBy.push(verifier.name);
  }
  return signedBy.length > 0 ? { ok: true, text: parsed.text, signedBy } : { ok: false, problem: 'unknown-key' };
}

interface NoteSignature {
  readonly name: string;
  readonly keyId: Buffer;
  readonly signature: Buffer;
}

function parseNote(note: string): { readonly text: string; readonly signatures: readonly NoteSignature[] } | undefined {
  if (note.length > MAX_NOTE_BYTES || !note.endsWith('\n')) return undefined;
  const split = note.lastIndexOf('\n\n');
  if (split < 0) return undefined;
  const text = note.slice(0, split + 1);
  const lines = note.slice(split + 2, -1).split('\n');
  if (!isNoteText(text) || lines.length > MAX_SIGNATURES) return undefined;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const [, name, encoded] = SIGNATURE_LINE.exec(line) ?? [];
    const bytes = Buffer.from(encoded ?? '', 'base64');
    if (name === undefined || bytes.length <= KEY_ID_BYTES) return undefined;
    signatures.push({ name, keyId: bytes.subarray(0, KEY_ID_BYTES), signature: bytes.subarray(KEY_ID_BYTES) });
  }
  return { text, signatures };
}

function isNoteText(text: string): boolean {
  return text.endsWith('\n') && !/(?!\n)\p{Cc}|\p{Surrogate}/u.test(text);
}
