import { areEqual, type Bytes, concat, fromBase64, sha256, toHex, toUtf8 } from './bytes.ts';
import { HASH_BYTES, type TreeHead } from './tree.ts';

const ED25519 = 0x01;
const KEY_ID_BYTES = 4;
const MAX_SIGNATURES = 64;
const SIGNATURE_LINE = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u;

/** Public key of a log, with the name and the id that bind it. See https://c2sp.org/signed-note. */
export interface LogKey {
  readonly name: string;
  readonly id: Bytes;
  readonly publicKey: Bytes;
}

/** Reads `<name>+<key ID>+<base64 of 0x01 and an Ed25519 public key>`; undefined if it is anything else. */
export async function readLogKey(text: string): Promise<LogKey | undefined> {
  const [, name, id, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text.trim()) ?? [];
  const typed = encoded === undefined ? undefined : fromBase64(encoded);
  if (name === undefined || typed?.length !== 1 + HASH_BYTES || typed[0] !== ED25519) return undefined;
  const expected = (await sha256(concat(toUtf8(`${name}\n`), typed))).subarray(0, KEY_ID_BYTES);
  return toHex(expected) === id ? { name, id: expected, publicKey: typed.slice(1) } : undefined;
}

/** A tree head with the name of its log. See https://c2sp.org/tlog-checkpoint. */
export interface Checkpoint extends TreeHead {
  readonly origin: string;
}

export type CheckpointProblem = 'malformed' | 'unknownKey' | 'badSignature' | 'unsupported';

export type OpenedCheckpoint =
  | { readonly ok: true; readonly checkpoint: Checkpoint }
  | { readonly ok: false; readonly problem: CheckpointProblem };

const failed = (problem: CheckpointProblem): OpenedCheckpoint => ({ ok: false, problem });

/** Returns the tree head of a note if a known key signed it whose name is the note's own origin. */
export async function openCheckpoint(note: string, keys: readonly LogKey[]): Promise<OpenedCheckpoint> {
  const parsed = parseNote(note);
  const checkpoint = parsed && parseCheckpoint(parsed.text);
  if (parsed === undefined || checkpoint === undefined) return failed('malformed');
  let isSigned = false;
  for (const { name, id, signature } of parsed.signatures) {
    const key = keys.find((one) => one.name === name && areEqual(one.id, id));
    // Lines of unknown keys are passed over: witnesses may add theirs.
    if (key === undefined) continue;
    const isGood = await verifies(key, signature, toUtf8(parsed.text));
    if (isGood === undefined) return failed('unsupported');
    if (!isGood) return failed('badSignature');
    // A key of log A must not vouch for log B.
    if (name === checkpoint.origin) isSigned = true;
  }
  return isSigned ? { ok: true, checkpoint } : failed('unknownKey');
}

/** Undefined: this browser cannot check Ed25519 signatures. */
async function verifies({ publicKey }: LogKey, signature: Bytes, text: Bytes): Promise<boolean | undefined> {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, signature, text);
  } catch (error) {
    if (error instanceof Error && error.name === 'NotSupportedError') return undefined;
    return false;
  }
}

interface NoteSignature {
  readonly name: string;
  readonly id: Bytes;
  readonly signature: Bytes;
}

function parseNote(note: string): { readonly text: string; readonly signatures: readonly NoteSignature[] } | undefined {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return undefined;
  const text = note.slice(0, split + 1);
  const lines = note.slice(split + 2, -1).split('\n');
  if (/(?!\n)\p{Cc}|\p{Surrogate}/u.test(text) || lines.length > MAX_SIGNATURES) return undefined;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const [, name, encoded] = SIGNATURE_LINE.exec(line) ?? [];
    const bytes = encoded === undefined ? undefined : fromBase64(encoded);
    if (name === undefined || bytes === undefined || bytes.length <= KEY_ID_BYTES) return undefined;
    signatures.push({ name, id: bytes.slice(0, KEY_ID_BYTES), signature: bytes.slice(KEY_ID_BYTES) });
  }
  return { text, signatures };
}

function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin, size, root, ...extensions] = text.slice(0, -1).split('\n');
  if (!origin || size === undefined || !/^(0|[1-9][0-9]{0,15})$/.test(size) || root === undefined) return undefined;
  const hash = fromBase64(root);
  if (hash?.length !== HASH_BYTES || !Number.isSafeInteger(Number(size)) || extensions.includes('')) return undefined;
  return { origin, size: Number(size), root: hash };
}
