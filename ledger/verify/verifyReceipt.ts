import { leafHash } from '../merkle/hash.ts';
import { isIncluded } from '../merkle/verifyProof.ts';
import { type Checkpoint, openCheckpoint } from '../note/checkpoint.ts';
import { noteVerifier } from '../note/noteKey.ts';
import { parseReceipt } from './receiptText.ts';
import { failed, type VerificationProblem } from './verification.ts';

export type ReceiptVerification =
  | { readonly ok: true; readonly checkpoint: Checkpoint; readonly index: number; readonly body: Buffer }
  | { readonly ok: false; readonly problem: VerificationProblem };

/** Verifies the text of a receipt file. Its entry is known to be in the log only on success. */
export function verifyReceipt(text: string, verifierKeys: readonly string[]): ReceiptVerification {
  const receipt = parseReceipt(text);
  if (!receipt) return failed('proof', 'the file is not a receipt');
  const opened = openCheckpoint(receipt.note, verifierKeys.map(noteVerifier));
  if (!opened.ok) return failed('checkpoint', `the receipt's checkpoint: ${opened.problem}`);
  const { index, body, proof } = receipt;
  const { size, root } = opened.checkpoint;
  if (!isIncluded(leafHash(body), index, size, proof, root)) {
    return failed('entry', `the entry is not number ${index} of the log of ${size} entries`, {
      first: index,
      last: index,
    });
  }
  return { ok: true, checkpoint: opened.checkpoint, index, body };
}
