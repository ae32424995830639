import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { allSuites } from './audit/allSuites.ts';

test('the README counts the cases of the audit as they are', () => {
  const cases = allSuites.flatMap((suite) => suite.cases);
  const stockWrong = cases.filter(({ stock }) => stock !== undefined).length;
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  const row = [allSuites.length, cases.length, cases.length, cases.length - stockWrong];
  expect(readme).toContain(`| ${row.join(' | ')} |`);
});
