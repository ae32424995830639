import { areEqual, type Bytes, fromBase64, toBase64Url } from './bytes.ts';
import { type Checkpoint, type CheckpointProblem, type LogKey, openCheckpoint, readLogKey } from './checkpoint.ts';
import { isConsistent, isIncluded, leafHash } from './tree.ts';

/** Steps of a check, in their order. The check ends at the first one that fails. */
export type StepName = 'receipt' | 'key' | 'signature' | 'inclusion' | 'copy';

export type Problem =
  | 'notAReceipt'
  | 'noKey'
  | 'notAKey'
  | CheckpointProblem
  | 'notIncluded'
  | 'copyMalformed'
  | 'copyUnknownKey'
  | 'copyBadSignature'
  | 'copyOtherLog'
  | 'fork'
  | 'noConsistencyProof'
  | 'notConsistent';

export interface Step {
  readonly name: StepName;
  /** Absent: passed. */
  readonly problem?: Problem;
}

export interface ReceiptCheck {
  /** True only if every step passed. */
  readonly isVerified: boolean;
  readonly steps: readonly Step[];
  /** The signed tree head, once its signature is verified. */
  readonly checkpoint?: Checkpoint;
  readonly index?: number;
  /** The entry's text, and its leaf hash in base64url, once they are proved to be in the log. */
  readonly entry?: string;
  readonly leaf?: string;
  /** Size of the log in the copy, once it agrees. */
  readonly copySize?: number;
}

export interface ReceiptQuestion {
  readonly receipt: string;
  /** The log's public keys, one a line. */
  readonly keys: string;
  /** A checkpoint that was kept outside; empty: none. */
  readonly copy?: string;
  /** Hashes that prove that the log of `to` entries begins with the log of `from`; the log's own server may say them. */
  readonly consistencyProof?: (origin: string, from: number, to: number) => Promise<readonly string[] | undefined>;
}

/**
 * Checks offline that an entry is in a signed log: the signature of the checkpoint (C2SP signed-note, tlog-checkpoint)
 * and the path from the entry to its root (C2SP tlog-proof, RFC 6962). With a copy of a checkpoint, also that the log
 * of the receipt and the log of the copy are one.
 */
export async function checkReceipt(question: ReceiptQuestion): Promise<ReceiptCheck> {
  const steps: Step[] = [];
  const stop = (name: StepName, problem: Problem, known: Partial<ReceiptCheck> = {}): ReceiptCheck => ({
    ...known,
    isVerified: false,
    steps: [...steps, { name, problem }],
  });

  const receipt = parseReceipt(asPasted(question.receipt));
  if (receipt === undefined) return stop('receipt', 'notAReceipt');
  steps.push({ name: 'receipt' });

  const keys = await readKeys(question.keys);
  if (typeof keys === 'string') return stop('key', keys);
  steps.push({ name: 'key' });

  const opened = await openCheckpoint(receipt.note, keys);
  if (!opened.ok) return stop('signature', opened.problem);
  const { checkpoint } = opened;
  steps.push({ name: 'signature' });

  const leaf = await leafHash(receipt.body);
  if (!(await isIncluded(leaf, receipt.index, checkpoint, receipt.proof))) {
    return stop('inclusion', 'notIncluded', { checkpoint, index: receipt.index });
  }
  steps.push({ name: 'inclusion' });
  const known = { checkpoint, index: receipt.index, entry: textOf(receipt.body), leaf: toBase64Url(leaf) };

  const copy = asPasted(question.copy ?? '');
  if (copy.trim() === '') return { ...known, isVerified: true, steps };
  const compared = await compareWithCopy(copy, checkpoint, keys, question.consistencyProof);
  if (typeof compared === 'string') return stop('copy', compared, { checkpoint, index: receipt.index });
  steps.push({ name: 'copy' });
  return { ...known, copySize: compared.size, isVerified: true, steps };
}

interface Receipt {
  readonly index: number;
  readonly body: Bytes;
  readonly proof: readonly Bytes[];
  readonly note: string;
}

/** See https://c2sp.org/tlog-proof. */
function parseReceipt(text: string): Receipt | undefined {
  const split = text.indexOf('\n\n');
  if (split < 0) return undefined;
  const [first, extra = '', place = '', ...hashes] = text.slice(0, split).split('\n');
  const encoded = /^extra ([A-Za-z0-9+/]+={0,2})$/.exec(extra)?.[1];
  const index = /^index (0|[1-9][0-9]{0,15})$/.exec(place)?.[1];
  const body = encoded === undefined ? undefined : fromBase64(encoded);
  const proof = hashes.map(fromBase64);
  if (first !== 'c2sp.org/tlog-proof@v1' || body === undefined || index === undefined) return undefined;
  if (!proof.every((hash) => hash !== undefined)) return undefined;
  return { index: Number(index), body, proof, note: text.slice(split + 2) };
}

async function readKeys(text: string): Promise<readonly LogKey[] | 'noKey' | 'notAKey'> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return 'noKey';
  const keys = await Promise.all(lines.map(readLogKey));
  return keys.every((key) => key !== undefined) ? keys : 'notAKey';
}

async function compareWithCopy(
  copy: string,
  checkpoint: Checkpoint,
  keys: readonly LogKey[],
  consistencyProof: ReceiptQuestion['consistencyProof'],
): Promise<Checkpoint | Problem> {
  const opened = await openCheckpoint(copy, keys);
  if (!opened.ok) {
    if (opened.problem === 'unsupported') return 'unsupported';
    return opened.problem === 'malformed'
      ? 'copyMalformed'
      : opened.problem === 'unknownKey'
        ? 'copyUnknownKey'
        : 'copyBadSignature';
  }
  const kept = opened.checkpoint;
  if (kept.origin !== checkpoint.origin) return 'copyOtherLog';
  if (kept.size === checkpoint.size) return areEqual(kept.root, checkpoint.root) ? kept : 'fork';
  const [older, newer] = kept.size < checkpoint.size ? [kept, checkpoint] : [checkpoint, kept];
  const hashes = (await consistencyProof?.(kept.origin, older.size, newer.size))?.map(fromBase64);
  if (hashes === undefined) return 'noConsistencyProof';
  const proof = hashes.filter((hash) => hash !== undefined);
  if (proof.length !== hashes.length) return 'notConsistent';
  return (await isConsistent(older, newer, proof)) ? kept : 'notConsistent';
}

/** Editors and mail change line endings and the end of a text. */
function asPasted(text: string): string {
  return `${text
    .replaceAll('\r\n', '\n')
    .replace(/^\s+/, '')
    .replace(/[\n\r ]+$/, '')}\n`;
}

function textOf(body: Bytes): string {
  return new TextDecoder().decode(body);
}
