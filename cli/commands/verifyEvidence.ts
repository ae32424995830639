import { join } from 'node:path';
import { verifyReceipt } from '../../ledger/index.ts';
import { DisclosureManifest, manifestHash, withManifest } from '../../schema/ledger/disclosureManifest.ts';
import { DisclosureRecord } from '../../schema/ledger/disclosureRecord.ts';
import { CliError } from '../cliError.ts';
import { evidenceWords } from './audit/evidenceWords.ts';
import { isDirectory, keysOf, NOT_VERIFIED, readText, type VerifyKeys } from './verify.ts';

/** Files in a folder written by `person360 audit evidence`. */
export const evidenceFiles = {
  readme: 'README.txt',
  record: 'record.json',
  recordReceipt: 'record.receipt',
  grounds: 'grounds.json',
  groundsReceipt: 'grounds.receipt',
  keys: 'log.keys',
} as const;

type ProofResult = { readonly said: string; readonly words: string } | { readonly problem: string };

/** Verifies every proof in the folder, and prints the record as text from the verified bytes. */
export function verifyEvidenceCommand(directory: string, options: VerifyKeys): void {
  if (!isDirectory(directory))
    throw new CliError(`${directory} is not a directory. Give verify evidence the directory of the evidence.`);
  const proved = proveEvidence(directory, keysOf(options));
  if ('problem' in proved) {
    process.stdout.write(`NOT verified: ${proved.problem}\n`);
    process.exitCode = NOT_VERIFIED;
    return;
  }
  process.stdout.write(`verified: ${proved.said}\n\n${proved.words}`);
}

function proveEvidence(directory: string, keys: readonly string[]): ProofResult {
  const prove = (file: string, receipt: string) => {
    const verification = verifyReceipt(readText(join(directory, receipt)), keys);
    if (!verification.ok) return { problem: `${receipt}: ${verification.problem.message}` };
    const isSame = readText(join(directory, file), { exact: true }) === verification.body.toString('utf8');
    return isSame ? verification : { problem: `${file} is not the entry of ${receipt}` };
  };
  const record = prove(evidenceFiles.record, evidenceFiles.recordReceipt);
  if ('problem' in record) return record;
  const { index, checkpoint } = record;
  const { grounds: name } = readRecord(record.body);
  let manifest: Buffer | undefined;
  if (name !== undefined) {
    const found = prove(evidenceFiles.grounds, evidenceFiles.groundsReceipt);
    if ('problem' in found) return found;
    if (manifestHash(found.body).toString('base64url') !== name) {
      return { problem: 'grounds.json is not the entry that record.json names' };
    }
    if (found.checkpoint.origin !== checkpoint.origin) return { problem: 'the two receipts are from different logs' };
    manifest = found.body;
  }
  const words = evidenceWords({ origin: checkpoint.origin, index, record: evidenceRecord(record.body, manifest) });
  if (!readText(join(directory, evidenceFiles.readme)).includes(words)) {
    const problem = 'README.txt differs from the record, or was written by another version of person360';
    return { problem: `${problem}. The record says:\n\n${words}` };
  }
  return { said: `entry ${index} of the ${checkpoint.size} entries of ${checkpoint.origin}`, words };
}

/**
 * Parses the complete record from the bytes of its entry and of its manifest. Throws CliError if the entry is not such a
 * record.
 */
export function evidenceRecord(record: Buffer, manifest: Buffer | undefined): DisclosureRecord {
  const parsed = readRecord(record);
  if (manifest === undefined) return parsed;
  const known = DisclosureManifest.parse(JSON.parse(manifest.toString('utf8')));
  return withManifest(parsed, new Map([[manifestHash(manifest).toString('base64url'), known]]));
}

function readRecord(record: Buffer): DisclosureRecord {
  const parsed = DisclosureRecord.safeParse(JSON.parse(record.toString('utf8')));
  if (!parsed.success) throw new CliError('The entry is not the record of a disclosure. Give the entry of a record.');
  return parsed.data;
}
