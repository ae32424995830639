import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import {
  type KeptCheckpoints,
  noteVerifier,
  parseProof,
  type VerificationProblem,
  verifyConsistency,
  verifyExport,
  verifyReceipt,
} from '../../ledger/index.ts';
import { CliError } from '../cliError.ts';

export interface VerifyKeys {
  /** Verifier keys, or files with one per line: the log's current key and its former ones. */
  readonly key: readonly string[];
}

export interface VerifyExportOptions extends VerifyKeys {
  /** Checkpoints kept elsewhere. Without one, an old backup looks complete. */
  readonly checkpoint: readonly string[];
  /** Entries before this index may be absent because they were archived. */
  readonly entriesFrom: number;
}

/** Exit code for a log that fails verification; 1 is for commands that could not do their work. */
export const NOT_VERIFIED = 2;

/** Verifies an export. Reads nothing but its files. */
export async function verifyExportCommand(directory: string, options: VerifyExportOptions): Promise<void> {
  if (!isDirectory(directory))
    throw new CliError(`${directory} is not a directory. Give verify export the directory of an export.`);
  const bar = progressBar();
  const verification = await verifyExport(directory, keysOf(options), bar.update, {
    trustedNotes: options.checkpoint.map((file) => readText(file)),
    entriesFrom: options.entriesFrom,
  }).finally(bar.stop);
  if (!verification.ok) return printProblem(verification.problem);
  const { origin, size, root } = verification.checkpoint;
  process.stdout.write(`verified: ${size} entries of ${origin}, root ${root.toString('base64')}\n`);
  const isCompared = options.checkpoint.length > 0;
  for (const note of limitsOf(verification.keptCheckpoints, isCompared)) process.stderr.write(`note: ${note}\n`);
}

/** Lists what a verified export does not prove. */
function limitsOf(kept: KeptCheckpoints | undefined, isCompared: boolean): readonly string[] {
  return [
    ...(isCompared
      ? []
      : [
          'without --checkpoint (a checkpoint that you kept earlier), an older copy of the log looks like the newest one',
        ]),
    ...(kept?.count === 0
      ? [
          'the export has no earlier checkpoints (checkpoints.jsonl is missing or empty). The entries are still proved, but a change would be harder to locate',
        ]
      : []),
    ...(kept?.inOrder === false
      ? [
          'checkpoints.jsonl is not in the order in which the log writes it, so the file was changed. Each of its checkpoints agrees with the log, but their order proves nothing',
        ]
      : []),
    'an export has no index. To check that the audit system finds every entry, run: person360 audit check',
  ];
}

/**
 * Verifies that the newer checkpoint's log extends the older one's. `newer` is an export (then everything is verified)
 * or a file of `person360 audit consistency`.
 */
export async function verifyConsistencyCommand(
  older: string,
  newer: string,
  options: Omit<VerifyExportOptions, 'checkpoint'>,
): Promise<void> {
  const oldFile = isDirectory(older) ? join(older, 'checkpoint') : older;
  if (isDirectory(newer)) return verifyExportCommand(newer, { ...options, checkpoint: [oldFile] });
  const { newNote, proof } = readEvidence(newer);
  const verification = verifyConsistency(readText(oldFile), newNote, proof, keysOf(options));
  if (!verification.ok) return printProblem(verification.problem);
  const { origin, size } = verification.checkpoint;
  process.stdout.write(`verified: the log of ${size} entries of ${origin} begins with the older one\n`);
}

/** Prints the entry once it is proved to be in the log. */
export function verifyReceiptCommand(file: string, options: VerifyKeys): void {
  const verification = verifyReceipt(readText(file), keysOf(options));
  if (!verification.ok) {
    printProblem(verification.problem);
    return;
  }
  const { index, body, checkpoint } = verification;
  process.stderr.write(`verified: entry ${index} of ${checkpoint.size} of ${checkpoint.origin}\n`);
  process.stdout.write(`${body.toString('utf8')}\n`);
}

export function printProblem({ kind, message, firstBadIndex, lastBadIndex }: VerificationProblem): void {
  const place =
    firstBadIndex === undefined
      ? ''
      : firstBadIndex === lastBadIndex
        ? ` (entry ${firstBadIndex})`
        : ` (between entries ${firstBadIndex} and ${lastBadIndex})`;
  process.stdout.write(`NOT verified: ${kind}: ${message}${place}\n`);
  process.exitCode = NOT_VERIFIED;
}

/** Parses a file written by `person360 audit consistency`. */
function readEvidence(file: string): { readonly newNote: string; readonly proof: readonly Buffer[] } {
  const text = readText(file);
  const split = text.indexOf('\n\n');
  const [first, ...lines] = text.slice(0, Math.max(split, 0)).split('\n');
  const proof = parseProof(lines);
  if (first !== 'person360 consistency v1' || proof === undefined) {
    throw new CliError(`${file} is neither an export nor a file written by person360 audit consistency.`);
  }
  return { newNote: text.slice(split + 2), proof };
}

export function keysOf({ key }: VerifyKeys): readonly string[] {
  if (key.length === 0) throw new CliError('Set the log’s public key: --key FILE, or the key itself.');
  const keys = key.flatMap((given) =>
    /\+[0-9a-f]{8}\+/.test(given)
      ? [given]
      : readText(given)
          .split('\n')
          .filter((line) => line.trim() !== ''),
  );
  for (const one of keys) {
    try {
      noteVerifier(one);
    } catch (error) {
      if (error instanceof TypeError) throw new CliError(`${one} is not the key of a log: ${error.message}.`);
      throw error;
    }
  }
  return keys;
}

export function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Checkpoints, receipts and keys take a few kilobytes; a receipt contains an entry of at most 64 KiB, in base64. */
const LARGEST_TEXT = 1_048_576;

/**
 * Reads a file from the user. Editors and mail change line endings, so these are normalized, with one at the end,
 * unless the text must be `exact`. Opens only plain files, because reading a device or a pipe may never end.
 */
export function readText(file: string, { exact = false } = {}): string {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw new CliError(`${file} does not exist. Check the path.`);
  if (!found.isFile()) throw new CliError(`${file} is not a regular file.`);
  if (found.size > LARGEST_TEXT)
    throw new CliError(`${file} has ${found.size} bytes, which is too large for this kind of file.`);
  try {
    if (exact) return readFileSync(file, 'utf8');
    const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
    return `${text.trimEnd()}\n`;
  } catch {
    throw new CliError(`${file} cannot be read. Check its permissions.`);
  }
}

export function progressBar() {
  const bar = new SingleBar({
    format: '  {bar} {percentage}% | {value} of {total} entries',
    stream: process.stderr,
    hideCursor: true,
    noTTYOutput: false,
  });
  let running = false;
  return {
    update(done: number, total: number): void {
      if (!running) bar.start(total, done);
      running = true;
      bar.update(done);
    },
    stop(): void {
      if (running) bar.stop();
    },
  };
}
