import { readFileSync, writeFileSync } from 'node:fs';
import { CliError } from '../../cliError.ts';
import { type Link, readKey, writeCrosswalk } from './crosswalkFile.ts';

export interface SignCrosswalkOptions {
  readonly system: string;
  readonly key: string;
  readonly out: string | undefined;
}

const HEADER = /^\ufeff?personId,number$/;
/** A number with commas is in quotes. See RFC 4180. */
const ROW = /^([^",]*),(?:"((?:[^"]|"")*)"|([^",]*))$/;

/** Makes a signed crosswalk file from a CSV with the columns `personId,number`. */
export function signCrosswalk(csv: string, { system, key, out }: SignCrosswalkOptions): void {
  const privateKey = readKey(key, 'private');
  const links = readCsv(csv);
  const text = writeCrosswalk({ system, issuedAt: new Date().toISOString(), links }, privateKey);
  if (out === undefined) process.stdout.write(text);
  else writeFileSync(out, text, { mode: 0o600 });
  process.stderr.write(`Signed ${links.length} links to ${system}.\n`);
}

function readCsv(file: string): readonly Link[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new CliError(`${file} cannot be read. Name a CSV file with the columns personId,number.`);
  }
  const [header = '', ...rows] = text.split(/\r?\n/);
  if (!HEADER.test(header)) throw new CliError(`The first line of ${file} must be: personId,number`);
  if (rows.at(-1) === '') rows.pop();
  return rows.map((row, at) => {
    const [, personId = '', quoted, plain = ''] = ROW.exec(row) ?? [];
    if (personId === '')
      throw new CliError(`Line ${at + 2} of ${file} is not a person and a number, such as ID,12345.`);
    return { personId, number: quoted?.replaceAll('""', '"') ?? plain };
  });
}
