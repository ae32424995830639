import { type Checkpoint, openCheckpoint } from '../note/checkpoint.ts';
import type { NoteVerifier } from '../note/noteKey.ts';
import { failed, type KeptCheckpoints, type VerificationProblem } from './verification.ts';

/**
 * Known heads of the log at several sizes, smallest first. The more there are, the more exactly a change can be
 * located.
 */
export type KnownHeads =
  | { readonly ok: true; readonly heads: readonly Checkpoint[]; readonly kept: KeptCheckpoints }
  | { readonly ok: false; readonly problem: VerificationProblem };

/** Opens the notes of an export and those known from elsewhere, and compares them. */
export function knownHeads(
  checkpoint: Checkpoint,
  keptNotes: readonly string[],
  trustedNotes: readonly string[],
  keys: readonly NoteVerifier[],
): KnownHeads {
  const keptSizes: number[] = [];
  const heads = new Map<number, Checkpoint>([[checkpoint.size, checkpoint]]);
  for (const [note, source, isKept] of [
    ...trustedNotes.map((note) => [note, 'a checkpoint known from elsewhere', false] as const),
    ...keptNotes.map((note, line) => [note, `line ${line + 1} of checkpoints.jsonl`, true] as const),
  ]) {
    const opened = openCheckpoint(note, keys);
    if (!opened.ok) return failed('checkpoint', `${source}: ${opened.problem}`);
    const { origin, size, root } = opened.checkpoint;
    if (origin !== checkpoint.origin) return failed('checkpoint', `${source} is of another log, ${origin}`);
    if (size > checkpoint.size) {
      const range = { first: checkpoint.size, last: size - 1 };
      return failed('rollback', `the export ends after ${checkpoint.size} entries, ${source} has ${size}`, range);
    }
    const other = heads.get(size);
    if (other && !other.root.equals(root)) {
      return failed('fork', `two different logs of ${size} entries have been signed; one by ${source}`);
    }
    heads.set(size, opened.checkpoint);
    if (isKept) keptSizes.push(size);
  }
  const inOrder = keptSizes.every((size, at) => at === 0 || (keptSizes[at - 1] ?? 0) <= size);
  const stored = { count: keptSizes.length, inOrder };
  return { ok: true, heads: [...heads.values()].sort((one, next) => one.size - next.size), kept: stored };
}

/** Parses the notes of checkpoints.jsonl, one JSON string per line; undefined if it is not valid. */
export function parseKeptNotes(text: string): readonly string[] | undefined {
  const notes: string[] = [];
  for (const line of text.split('\n').filter((each) => each !== '')) {
    try {
      const note: unknown = JSON.parse(line);
      if (typeof note !== 'string') return undefined;
      notes.push(note);
    } catch {
      return undefined;
    }
  }
  return notes;
}
