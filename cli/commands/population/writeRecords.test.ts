import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { generateSourceRecords } from '../../../population/records/sourceRecords.ts';
import { CliError } from '../../cliError.ts';
import { writeRecords } from './writeRecords.ts';

const options = { persons: 300, seed: 'illinois' };
let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'records-'));
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(out, { recursive: true });
});
const linesOf = (file: string) => readFileSync(join(out, file), 'utf8').trimEnd().split('\n');

test('each system gets a file of its records, and only the truth says whose they are', async () => {
  await writeRecords({ ...options, out, format: 'ndjson' });
  const households = [...generateSourceRecords(options)];
  const files = readdirSync(join(out, 'records'));
  const written = files.flatMap((file) => linesOf(join('records', file)));
  const records = households.flatMap((household) => household.records);
  expect(written.toSorted()).toEqual(records.map((record) => JSON.stringify(record)).toSorted());
  const truth = households.flatMap((household) => household.truth);
  expect(linesOf('truth.ndjson')).toEqual(truth.map((row) => JSON.stringify(row)));
  for (const { personId } of truth) expect(written.join('')).not.toContain(personId);
});

test('a text with a comma is one cell of a CSV', async () => {
  await writeRecords({ ...options, out, format: 'csv' });
  const [header, ...lines] = linesOf('records/childwelfare.csv');
  expect(header).toBe('system,number,given,middle,family,suffix,birthDate,gender,ssn,street,city,state,zip,phone');
  expect(lines[0]).toBe(
    'childwelfare,00000273-C,Jada,N,Coleman,,2014-05-30,FEMALE,,"7321 S. Champlain Avenue, Apt. 2",Chicago,IL,60619,773-014-2298',
  );
});

test('a population that is too small is refused before anything is written', async () => {
  await expect(writeRecords({ ...options, persons: 2, out, format: 'csv' })).rejects.toThrow(CliError);
  expect(readdirSync(out)).toEqual([]);
});
