import { HASH_BYTES } from '../merkle/hash.ts';
import type { TreeHead } from '../merkle/verifyProof.ts';
import type { NoteSigner, NoteVerifier } from './noteKey.ts';
import { openNote, signNote } from './signedNote.ts';

/** A tree head with the name of its log. See https://c2sp.org/tlog-checkpoint. */
export interface Checkpoint extends TreeHead {
  readonly origin: string;
}

/** Signs a tree head as a note. The log's origin is the name of its key. */
export function signCheckpoint(head: TreeHead, signer: NoteSigner): string {
  return signNote(`${signer.name}\n${head.size}\n${head.root.toString('base64')}\n`, signer);
}

export type OpenedCheckpoint =
  | { readonly ok: true; readonly checkpoint: Checkpoint }
  | { readonly ok: false; readonly problem: 'malformed' | 'unknown-key' | 'bad-signature' };

/** Returns the tree head of a note if a known key signed it whose name is the note's own origin. */
export function openCheckpoint(note: string, verifiers: readonly NoteVerifier[]): OpenedCheckpoint {
  const opened = openNote(note, verifiers);
  if (!opened.ok) return opened;
  const checkpoint = parseCheckpoint(opened.text);
  if (!checkpoint) return { ok: false, problem: 'malformed' };
  // A key of log A must not vouch for log B, even if both keys are trusted.
  if (!opened.signedBy.includes(checkpoint.origin)) return { ok: false, problem: 'unknown-key' };
  return { ok: true, checkpoint };
}

function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin, size, root, ...extensions] = text.slice(0, -1).split('\n');
  if (!origin || size === undefined || !/^(0|[1-9][0-9]{0,15})$/.test(size) || root === undefined) return undefined;
  const hash = Buffer.from(root, 'base64');
  if (hash.length !== HASH_BYTES || hash.toString('base64') !== root) return undefined;
  if (!Number.isSafeInteger(Number(size)) || extensions.includes('')) return undefined;
  return { origin, size: Number(size), root: hash };
}
