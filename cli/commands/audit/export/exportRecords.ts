import { once } from 'node:events';
import { mkdir, open, readdir } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { exportLedger, formatProof, readConsistency, readReceipt } from '../../../../ledger/index.ts';
import { CliError } from '../../../cliError.ts';
import { type AuditSourceOptions, withAuditSource } from '../auditSource.ts';
import { CSV_HEADER, csvRecord } from './csvRecord.ts';
import type { ExportFormat } from './exportFormats.ts';
import { fhirAuditEvent } from './fhirAuditEvent.ts';
import {
  type PlacedEntry,
  type PlacedRecord,
  placeOfManifest,
  type RecordRange,
  readEntries,
  readRecords,
} from './readRecords.ts';

export interface ExportOptions extends AuditSourceOptions {
  readonly from: Date | undefined;
  readonly to: Date | undefined;
  readonly format: ExportFormat;
  readonly out: string | undefined;
  /** With `tiles`: earlier entries were archived and are not in the database. */
  readonly entriesFrom: number;
}

/**
 * Exports the records of a time range as text, or with `tiles` the whole tree in the format of `person360 verify
 * export`.
 */
export async function exportRecords(options: ExportOptions): Promise<void> {
  const { format, from, to, out, entriesFrom } = options;
  await withAuditSource(options, async (source) => {
    if (format === 'tiles') {
      if (out === undefined) throw new CliError('--format tiles writes a directory. Set it with --out.');
      if (from !== undefined || to !== undefined) {
        throw new CliError(
          '--format tiles exports the whole log, because a part could not be verified. Omit --from and --to.',
        );
      }
      await mkdir(out, { recursive: true });
      if ((await readdir(out)).length > 0) throw new CliError(`${out} is not empty. Set a new directory with --out.`);
      const tree = await exportLedger({
        ...{ reader: source.client, origin: source.origin, directory: out },
        entriesFrom,
      });
      process.stderr.write(`exported ${tree.size} entries of ${source.origin} into ${out}\n`);
      return;
    }
    const range: RecordRange = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    const output = await openOutput(out);
    if (format === 'csv') await write(output, CSV_HEADER);
    let count = 0;
    if (format === 'jsonl') {
      for await (const placed of readEntries(source, range)) {
        await write(output, jsonLine(placed));
        count += 1;
      }
    } else {
      for await (const placed of readRecords(source, range)) {
        await write(output, format === 'csv' ? csvRecord(placed) : fhirLine(placed, source.origin));
        count += 1;
      }
    }
    await close(output);
    process.stderr.write(`exported ${count} records of ${source.origin}\n`);
  });
}

/**
 * Streams entries as JSON lines, for a SIEM: `{"offset":N,"record":{...},"grounds":{...}}`. The offset is the position
 * in the tree; a consumer that resumes at its last stored offset plus one gets every entry at least once. Ends with
 * Ctrl-C, or at the end of the log.
 */
export async function streamRecords(
  options: AuditSourceOptions & { readonly fromOffset: number; readonly follow: boolean },
): Promise<void> {
  await withAuditSource(options, async (source) => {
    let fromIndex = options.fromOffset;
    for (;;) {
      for await (const placed of readEntries(source, { fromIndex })) {
        await write(process.stdout, jsonLine(placed));
        fromIndex = placed.index + 1;
      }
      if (!options.follow) return;
      await sleep(FOLLOW_MS);
    }
  });
}

/** Writes the receipt of one entry, which `person360 verify receipt` checks anywhere. */
export async function exportReceipt(
  index: number,
  options: AuditSourceOptions & { readonly out: string | undefined },
): Promise<void> {
  await withAuditSource(options, async (source) => {
    const { client, origin } = source;
    const receipt = await readReceipt(client, origin, index).catch(asCliError);
    const output = await openOutput(options.out);
    await write(output, receipt);
    await close(output);
    const manifest = await placeOfManifest(source, index);
    if (manifest !== undefined) {
      process.stderr.write(
        `The fields and the reasons are in entry ${manifest}: person360 audit receipt ${manifest}\n`,
      );
    }
  });
}

/** Writes the newest checkpoint with the proof that the log of `since` entries is a prefix of it. */
export async function exportConsistency(
  since: number,
  options: AuditSourceOptions & { readonly out: string | undefined },
): Promise<void> {
  await withAuditSource(options, async ({ client, origin }) => {
    const { newNote, proof } = await readConsistency(client, origin, since).catch(asCliError);
    const output = await openOutput(options.out);
    await write(output, ['person360 consistency v1', ...formatProof(proof), '', newNote].join('\n'));
    await close(output);
  });
}

const FOLLOW_MS = 500;

/** Formats the entry's exact bytes, so that a receiver can hash them, together with the manifest it refers to. */
function jsonLine({ index, text, grounds: manifest }: PlacedEntry): string {
  const beside = manifest === undefined ? '' : `,"grounds":${JSON.stringify(manifest)}`;
  return `{"offset":${index},"record":${text}${beside}}\n`;
}

function fhirLine(placed: PlacedRecord, origin: string): string {
  return `${JSON.stringify(fhirAuditEvent(placed, origin))}\n`;
}

/** Creates a new file and never overwrites one, which may be someone else's evidence. */
async function openOutput(out: string | undefined): Promise<Writable> {
  if (out === undefined) return process.stdout;
  const file = await open(out, 'wx', 0o600).catch((error: unknown) => {
    throw new CliError(`${out} cannot be written: ${error instanceof Error ? error.message : error}.`);
  });
  return file.createWriteStream();
}

async function write(output: Writable, text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain');
}

async function close(output: Writable): Promise<void> {
  if (output === process.stdout) return;
  output.end();
  await once(output, 'finish');
}

/** Converts an error about what the log does not contain to a plain sentence, because the caller can fix it. */
function asCliError(error: unknown): never {
  if (error instanceof Error) throw new CliError(`The log cannot provide this: ${error.message}.`);
  throw error;
}
