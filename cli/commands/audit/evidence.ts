import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readReceipt, verifyReceipt } from '../../../ledger/index.ts';
import { CliError } from '../../cliError.ts';
import { keysOf, type VerifyKeys } from '../verify.ts';
import { evidenceFiles, evidenceRecord } from '../verifyEvidence.ts';
import { type AuditSource, type AuditSourceOptions, localVerifierKey, withAuditSource } from './auditSource.ts';
import { evidenceWords } from './evidenceWords.ts';
import { placeOfManifest } from './export/readRecords.ts';

export interface EvidenceOptions extends AuditSourceOptions, VerifyKeys {
  readonly out: string;
}

/**
 * Writes one entry of the log as a self-contained proof: the record as text, its exact bytes, the receipts, and the
 * log's public keys. Verifies everything before writing.
 *
 * @param id `<tree>-<offset>` as the audit system names entries, or just the offset
 */
export async function writeEvidence(id: string, options: EvidenceOptions): Promise<void> {
  const { out } = options;
  await mkdir(out, { recursive: true });
  if ((await readdir(out)).length > 0) throw new CliError(`${out} is not empty. Set a new directory with --out.`);
  const place = /^(?:(\d{1,9})-)?(\d{1,15})$/.exec(id);
  if (place === null)
    throw new CliError(`${id} is not the id of an entry. Use <tree>-<offset>, as printed by person360 audit ask.`);
  const index = Number(place[2]);
  const { origin } = await withAuditSource(options, (source) => originOf(source, place[1]));
  const keys = options.key.length > 0 ? keysOf(options) : localKeys(options, origin);
  const files = await withAuditSource({ ...options, origin }, (source) => collect(source, index, keys));
  for (const [name, text] of files) await writeFile(join(out, name), text, { flag: 'wx', mode: 0o600 });
  process.stderr.write(`Wrote the evidence for entry ${index} of ${origin} to ${out}. Start with README.txt there.\n`);
}

/** Returns the log of a tree, or without a tree the one that the options name. */
async function originOf(source: AuditSource, tree: string | undefined): Promise<Pick<AuditSource, 'origin'>> {
  if (tree === undefined) return source;
  const { rows } = await source.client.query<{ origin: string }>('select origin from ledger.tree where tree_id = $1', [
    tree,
  ]);
  if (rows[0] === undefined)
    throw new CliError(`The database has no log with the number ${tree}. Check the id of the entry.`);
  return rows[0];
}

function localKeys({ database, dataDir }: EvidenceOptions, origin: string): readonly string[] {
  if (database === undefined) return [localVerifierKey(dataDir, origin)];
  throw new CliError('Set the log’s public key with --key: the evidence is verified before it is written.');
}

async function collect(
  source: AuditSource,
  index: number,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string | Buffer>> {
  const { client, origin } = source;
  const receipts = new Map<string, string>();
  const read = async (name: string, at: number): Promise<Buffer> => {
    const receipt = await readReceipt(client, origin, at).catch((error: unknown) => {
      throw new CliError(`The log cannot provide this: ${error instanceof Error ? error.message : error}.`);
    });
    const verification = verifyReceipt(receipt, keys);
    if (!verification.ok) throw new CliError(`The log does not prove entry ${at}: ${verification.problem.message}.`);
    receipts.set(name, receipt);
    return verification.body;
  };
  const record = await read(evidenceFiles.recordReceipt, index);
  const at = await placeOfManifest(source, index);
  const grounds = at === undefined ? undefined : await read(evidenceFiles.groundsReceipt, at);
  const words = evidenceWords({ origin, index, record: evidenceRecord(record, grounds) });
  return new Map<string, string | Buffer>([
    [evidenceFiles.readme, readme(words, grounds !== undefined)],
    [evidenceFiles.record, record],
    ...(grounds === undefined ? [] : [[evidenceFiles.grounds, grounds] as const]),
    ...receipts,
    [evidenceFiles.keys, keys.map((key) => `${key}\n`).join('')],
  ]);
}

function readme(words: string, hasManifest: boolean): string {
  const grounds = hasManifest
    ? `
grounds.json     the entry that the record names: which fields, of which datasets, on what basis
grounds.receipt  the proof that this entry is in the same log`
    : '';
  return `EVIDENCE OF ONE ENTRY OF THE DISCLOSURE LOG OF PERSON360

No response leaves the gateway before a record of what it shows is in this log. An entry cannot be changed or removed
without detection. The log contains names of fields, never their values.

WHAT THE ENTRY SAYS

${words}
WHAT IS IN THIS FOLDER

README.txt       this text: the record in words, for readers. The proof covers the record itself
record.json      the record, byte for byte as it is in the log
record.receipt   the proof that the record is in the signed log (C2SP tlog-proof)${grounds}
log.keys         the public keys of the log

HOW TO VERIFY IT

Run this in this folder, with the program person360 and without a network connection:

  person360 verify evidence . --key log.keys

If it exits with code 0, it prints the record in words again, from the verified bytes. Compare them with the words above.
Exit code 2 means that a file was changed or does not belong to the others. The keys in this folder came with the
evidence: get them from the operator in a separate way and compare them, or pass that file to --key instead.

This does not prove who the person behind the pseudonym is, that the gateway's clock was right, or that the log has no
other entries about the matter.
`;
}
