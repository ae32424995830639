import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const page = readFileSync(new URL('../../docs/schema-checks.md', import.meta.url), 'utf8');

/** Codes are the upper-case texts of these folders. */
function codesIn(url: URL): readonly string[] {
  const folder = fileURLToPath(url);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('testing'))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/(?<=')[A-Z]+(?:_[A-Z]+)+(?=')/g) ?? []);
}

test('the page of the schema checks describes every code, each once, with an example and what to do', () => {
  const codes = new Set([
    'SYNTAX',
    ...codesIn(new URL('./', import.meta.url)),
    ...codesIn(new URL('../compose/', import.meta.url)),
  ]);
  const described = [...page.matchAll(/^\| `([A-Z_]+)` \| ([^|]+) \| ([^|]+) \|$/gm)];
  expect(described.map(([, code]) => code).sort()).toEqual([...codes].sort());
  for (const [, code, example = '', whatToDo = ''] of described) {
    expect([code, example.trim().length > 10, whatToDo.trim().length > 10]).toEqual([code, true, true]);
  }
});
