import { type FileHandle, mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import { generateSourceRecords } from '../../../population/records/sourceRecords.ts';
import type { TruthRow } from '../../../population/records/truthRow.ts';
import { numberedSystems } from '../../../schema/persons/personKeys.ts';
import type { SourceRecord } from '../../../schema/persons/sourceRecord.ts';
import { CliError } from '../../cliError.ts';

export interface WriteRecordsOptions {
  readonly persons: number;
  readonly seed: string;
  readonly out: string;
  readonly format: 'csv' | 'ndjson';
}

const TRAITS = [
  ...(['given', 'middle', 'family', 'suffix', 'birthDate', 'gender'] as const),
  ...(['ssn', 'street', 'city', 'state', 'zip', 'phone'] as const),
] as const;
const TRUTH_COLUMNS = ['system', 'number', 'personId', 'heritage'] as const;
/** Characters held back for a file before they are written. */
const BUFFERED = 262_144;
const HOUSEHOLDS_PER_UPDATE = 500;

/** Writes the records of each system to a file, and the truth to another. Files get their names when they are whole. */
export async function writeRecords({ persons, seed, out, format }: WriteRecordsOptions): Promise<void> {
  const households = recordsOf(persons, seed);
  const directory = join(out, 'records');
  await mkdir(directory, { recursive: true });
  const files = new Map<string, OutputFile>();
  const bar = new SingleBar({
    format: '  {bar} {percentage}% | {value} of {total} persons | {eta_formatted} left',
    ...{ stream: process.stderr, hideCursor: true, noTTYOutput: false },
  });
  try {
    for (const [system] of numberedSystems) {
      const header = format === 'csv' ? csvLine(['system', 'number', ...TRAITS]) : '';
      files.set(system, await openFile(join(directory, `${system}.${format}`), header));
    }
    const truth = await openFile(join(out, `truth.${format}`), format === 'csv' ? csvLine(TRUTH_COLUMNS) : '');
    files.set('', truth);
    bar.start(persons, 0);
    let done = 0;
    let count = 0;
    for (const household of households) {
      for (const record of household.records) await files.get(record.system)?.append(recordLine(record, format));
      for (const row of household.truth) await truth.append(truthLine(row, format));
      done += household.persons;
      count += 1;
      if (count % HOUSEHOLDS_PER_UPDATE === 0) bar.update(done);
    }
    bar.update(done);
    for (const file of files.values()) await file.finish();
  } finally {
    bar.stop();
    for (const file of files.values()) await file.close();
  }
  for (const [system, file] of files) {
    const what = system === '' ? 'rows of the truth' : `records of ${system}`;
    process.stdout.write(`${file.path}: ${file.lines()} ${what}\n`);
  }
}

function recordsOf(persons: number, seed: string): ReturnType<typeof generateSourceRecords> {
  try {
    return generateSourceRecords({ persons, seed });
  } catch (error) {
    if (error instanceof RangeError) throw new CliError(error.message);
    throw error;
  }
}

function recordLine(record: SourceRecord, format: WriteRecordsOptions['format']): string {
  const { system, number, traits } = record;
  return format === 'csv'
    ? csvLine([system, number, ...TRAITS.map((trait) => traits[trait])])
    : `${JSON.stringify(record)}\n`;
}

function truthLine(row: TruthRow, format: WriteRecordsOptions['format']): string {
  return format === 'csv' ? csvLine(TRUTH_COLUMNS.map((column) => row[column])) : `${JSON.stringify(row)}\n`;
}

/** A line of RFC 4180, with a line feed; null is empty. */
function csvLine(values: readonly (string | null)[]): string {
  const cells = values.map((value) => (value !== null && /[",\r\n]/.test(value) ? quoted(value) : (value ?? '')));
  return `${cells.join(',')}\n`;
}

function quoted(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

interface OutputFile {
  readonly path: string;
  append(line: string): Promise<void> | undefined;
  /** Writes what is left, and gives the file its name. */
  finish(): Promise<void>;
  close(): Promise<void>;
  /** Lines that were appended. */
  lines(): number;
}

async function openFile(path: string, header: string): Promise<OutputFile> {
  const unfinished = `${path}.unfinished`;
  const handle: FileHandle = await open(unfinished, 'w');
  let text = header;
  let lines = 0;
  let isOpen = true;
  const write = async (): Promise<void> => {
    const whole = text;
    text = '';
    await handle.writeFile(whole);
  };
  const close = async (): Promise<void> => {
    if (isOpen) await handle.close();
    isOpen = false;
  };
  return {
    path,
    append(line) {
      text += line;
      lines += 1;
      return text.length >= BUFFERED ? write() : undefined;
    },
    async finish() {
      await write();
      await close();
      await rename(unfinished, path);
    },
    close,
    lines: () => lines,
  };
}
