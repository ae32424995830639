import type { Checkpoint } from '../note/checkpoint.ts';

/** What can be wrong. Entries are counted from 0. */
export interface VerificationProblem {
  readonly kind:
    | 'checkpoint' /** the signed note: malformed, by an unknown key, badly signed, or of another log */
    | 'rollback' /** shorter than a checkpoint known from elsewhere: truncated, or an old backup put back */
    | 'fork' /** not the log that an earlier checkpoint stands for */
    | 'entry' /** changed, reordered, put in or taken out */
    | 'missing' /** a file, or entries at its end */
    | 'surplus' /** a file, or entries, that the checkpoint does not know */
    | 'tile' /** a stored hash is not that of what it stands for */
    | 'proof' /** a proof or receipt that proves nothing */;
  /** The first entry that cannot be relied on, as exactly as it can be told, and the last of the range it lies in. */
  readonly firstBadIndex?: number;
  readonly lastBadIndex?: number;
  readonly message: string;
}

/** Lines of checkpoints.jsonl. They prove nothing that the newest checkpoint does not, and only help to place a change. */
export interface KeptCheckpoints {
  readonly count: number;
  /** Oldest first, as the log writes them. */
  readonly inOrder: boolean;
}

export type Verification =
  | {
      readonly ok: true;
      readonly checkpoint: Checkpoint;
      /** Of an export: the earlier checkpoints in it, each of which the log agrees with. */
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
