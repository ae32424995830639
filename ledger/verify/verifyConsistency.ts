import { isConsistent } from '../merkle/verifyProof.ts';
import { openCheckpoint } from '../note/checkpoint.ts';
import { noteVerifier } from '../note/noteKey.ts';
import { failed, type Verification } from './verification.ts';

/** Verifies that nothing in the old checkpoint's log was changed or removed up to the new one. */
export function verifyConsistency(
  oldNote: string,
  newNote: string,
  proof: readonly Buffer[],
  verifierKeys: readonly string[],
): Verification {
  const keys = verifierKeys.map(noteVerifier);
  const older = openCheckpoint(oldNote, keys);
  if (!older.ok) return failed('checkpoint', `the older checkpoint: ${older.problem}`);
  const newer = openCheckpoint(newNote, keys);
  if (!newer.ok) return failed('checkpoint', `the newer checkpoint: ${newer.problem}`);
  const [was, is] = [older.checkpoint, newer.checkpoint];
  if (was.origin !== is.origin) return failed('checkpoint', `${was.origin} and ${is.origin} are two logs`);
  if (is.size < was.size) {
    return failed('rollback', `the log had ${was.size} entries and now has ${is.size}`, {
      first: is.size,
      last: was.size - 1,
    });
  }
  if (!isConsistent(was, is, proof)) {
    const kind = was.size === is.size ? 'fork' : 'proof';
    return failed(kind, `the log of ${is.size} entries is not shown to begin with the ${was.size} signed before`);
  }
  return { ok: true, checkpoint: is };
}
