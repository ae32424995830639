import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { linkFiles } from './linkFiles.ts';

const folder = mkdtempSync(join(tmpdir(), 'p360-link-'));
const [out, review, decisions] = ['persons', 'review', 'decisions'].map((name) => join(folder, `${name}.out`)) as [
  string,
  string,
  string,
];
afterAll(() => rmSync(folder, { recursive: true }));

writeFileSync(
  join(folder, 'snap.csv'),
  'number,given,family,birthDate,street,zip,ssn\r\n' +
    '1,Ana,Villaseñor,1984-03-07,"12 Oak St, Apt 3",60435,321-54-9876\r\n' +
    '2,Rosa,Villaseñor,1984-03-07,"12 Oak St, Apt 3",60435,\r\n',
);
writeFileSync(
  join(folder, 'medicaid.csv'),
  'number,family,given,birthDate,ssn\n"7,A",VILLASENOR,ANA,1984-03-07,321549876\n8,Novak,Piotr,1971-12-30,\n',
);
const link = (changes = {}) =>
  linkFiles(folder, { model: undefined, decisions: undefined, out, review, format: 'json', ...changes });

test('records of one person have one number; twins do not', async () => {
  await link();
  expect(readFileSync(out, 'utf8')).toBe('person,record\n1,"medicaid|7,A"\n1,snap|1\n2,medicaid|8\n3,snap|2\n');
  expect(readFileSync(review, 'utf8')).toMatch(/^one,other,weight\n/);
});

test('decisions are obeyed; a contradiction changes nothing', async () => {
  const decision = (id: string, kind: string) => ({ id, kind, one: 'snap|1', other: 'medicaid|7,A' });
  writeFileSync(decisions, JSON.stringify([decision('d1', 'NOT_LINK')]));
  await link({ decisions });
  const apart = readFileSync(out, 'utf8');
  expect(apart).toBe('person,record\n1,"medicaid|7,A"\n2,medicaid|8\n3,snap|1\n4,snap|2\n');
  writeFileSync(decisions, JSON.stringify([decision('d1', 'NOT_LINK'), decision('d2', 'LINK')]));
  await expect(link({ decisions })).rejects.toThrow('d1');
  expect(readFileSync(out, 'utf8')).toBe(apart);
});

test('a number that a system has twice is refused', async () => {
  writeFileSync(join(folder, 'tanf.csv'), 'number,given\n1,Ana\n1,Rosa\n');
  await expect(link()).rejects.toThrow('tanf has the number 1 twice');
});
