import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { allSuites } from './audit/allSuites.ts';

test('the README counts the cases of the audit as they are', () => {
  const cases = allSuites.flatMap((suite) => suite.cases);
  const limits = cases.filter(({ limit }) => limit !== undefined).length;
  const stockWrong = cases.filter(({ stock }) => stock !== undefined).length;
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  const row = [allSuites.length, cases.length, cases.length - limits, cases.length - limits - stockWrong];
  expect(readme).toContain(`| ${row.join(' | ')} |`);
});
