import type { Checkpoint } from '../note/checkpoint.ts';

/** A problem found by verification. Entries are counted from 0. */
export interface VerificationProblem {
  readonly kind:
    | 'checkpoint' /** the signed note is malformed, badly signed, by an unknown key, or of another log */
    | 'rollback' /** shorter than a checkpoint known from elsewhere: truncated, or restored from an old backup */
    | 'fork' /** not the log of an earlier checkpoint */
    | 'entry' /** changed, reordered, inserted or removed */
    | 'missing' /** a file is missing, or entries at its end */
    | 'surplus' /** a file or entries that the checkpoint does not cover */
    | 'tile' /** a stored hash does not match its content */
    | 'proof' /** an invalid proof or receipt */;
  /** The first entry that cannot be relied on, as exactly as possible, and the last of the range that contains it. */
  readonly firstBadIndex?: number;
  readonly lastBadIndex?: number;
  readonly message: string;
}

/** Lines of checkpoints.jsonl. They prove nothing beyond the newest checkpoint, and only help to locate a change. */
export interface KeptCheckpoints {
  readonly count: number;
  /** True if oldest first, as the log writes them. */
  readonly inOrder: boolean;
}

export type Verification =
  | {
      readonly ok: true;
      readonly checkpoint: Checkpoint;
      /** For an export: the earlier checkpoints in it, all consistent with the log. */
      readonly keptCheckpoints?: KeptCheckpoints;
    }
  | { readonly ok: false; readonly problem: VerificationProblem };

export function failed(
  kind: VerificationProblem['kind'],
  message: string,
  range?: { readonly first: number; readonly last: number },
): { readonly ok: false; readonly problem: VerificationProblem } {
  const place = range ? { firstBadIndex: range.first, lastBadIndex: range.last } : {};
  return { ok: false, problem: { kind, ...place, message } };
}
