import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_TRAITS, type SourceRecord, type Traits } from '../../../../schema/persons/sourceRecord.ts';
import { CliError } from '../../../cliError.ts';
import { readCsvRows } from './csvRows.ts';

const TRAITS = Object.keys(NO_TRAITS) as (keyof Traits)[];

/**
 * Reads the records of systems: the files `SYSTEM.csv` of a folder, as `person360 population records` writes them, with
 * the columns number and any of the traits. RFC 4180.
 */
export function readRecords(folder: string): SourceRecord[] {
  const files = filesOf(folder);
  if (files.length === 0)
    throw new CliError(`${folder} has no CSV files. Name each one by its system, such as snap.csv.`);
  const records = files.flatMap((file) => readSystem(join(folder, file), file.slice(0, -'.csv'.length)));
  requireUniqueNumbers(records);
  return records;
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.csv'))
      .sort();
  } catch {
    throw new CliError(`${folder} cannot be read. Give a folder with a CSV file for each system.`);
  }
}

function readSystem(path: string, system: string): SourceRecord[] {
  const [header = [], ...rows] = readCsvRows(readFileSync(path, 'utf8'));
  const numberAt = header.indexOf('number');
  if (numberAt === -1) throw new CliError(`${path} has no column "number". Add the system's number of each record.`);
  const positions = TRAITS.map((trait) => header.indexOf(trait));
  return rows.map((row, line) => {
    const number = row[numberAt];
    if (!number) throw new CliError(`${path}:${line + 2} has no number. Give each record its number in the system.`);
    const values = TRAITS.map((trait, at) => [trait, row[positions[at] ?? -1] || null]);
    return { system, number, traits: { ...NO_TRAITS, ...Object.fromEntries(values) } };
  });
}

function requireUniqueNumbers(records: readonly SourceRecord[]): void {
  const seen = new Set<string>();
  for (const { system, number } of records) {
    const key = `${system}|${number}`;
    if (seen.has(key)) throw new CliError(`${system} has the number ${number} twice. Give each record once.`);
    seen.add(key);
  }
}
