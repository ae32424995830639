import { expect, test } from '@jest/globals';
import { readPage, sourcesOf, tableRows } from './pages.ts';

const gateway = sourcesOf('gateway').join('\n');
/** Every code that the project's own programs send to a client is written in one of these folders. */
const sources = [gateway, ...sourcesOf('subgraphs/kit'), ...sourcesOf('subgraphs/emou/agreement/checks')].join('\n');

const rows = tableRows(readPage('docs/errors.md')).map(([codes = '', status = '']) => ({
  codes: [...codes.matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, code = '']) => code),
  statuses: status.match(/\b[1-5]\d\d\b/g) ?? [],
}));

const found = (pattern: RegExp) => [...sources.matchAll(pattern)].map(([, code = '']) => code);

/** The texts, or names of members, in a declaration that ends with a semicolon. Throws when no source has it. */
function namesIn(declaration: string): readonly string[] {
  const start = sources.indexOf(declaration);
  if (start < 0) throw new Error(`No source has "${declaration}". If it was renamed, rename it in this test.`);
  const body = sources.slice(start + declaration.length, sources.indexOf(';', start));
  return [...body.matchAll(/'([A-Z][A-Z0-9_]+)'|^ {2}([A-Z][A-Z0-9_]+):/gm)].map(
    ([, text, name]) => text ?? name ?? '',
  );
}

test('docs/errors.md has every code that a client can get, and no other', () => {
  const sent = new Set([
    ...found(/\bcode: '([A-Z][A-Z0-9_]+)'/g),
    ...found(/\brefuse\(\s*\w+,\s*\d{3},\s*'([A-Z_]+)'/g),
    ...found(/'(SUBGRAPH_[A-Z_]+)'/g),
    ...found(/\bstatus: '([A-Z_]+)'/g),
    ...namesIn('const PUBLIC_CODES: ReadonlySet<string> = '),
    ...namesIn('const REQUEST_ERRORS: ReadonlySet<unknown> = '),
    ...namesIn('export type PublicErrorCode ='),
    ...namesIn('export type RefusalCode ='),
    ...namesIn('export type FailureCode ='),
    ...namesIn('export type DenialReason ='),
    ...namesIn('export const tokenFaults = '),
    ...namesIn('readonly action: '),
    ...namesIn('\nfunction closed(\n  status: '),
  ]);
  const listed = new Set(rows.flatMap(({ codes }) => codes));
  expect([...listed].sort()).toEqual([...sent].sort());
});

test('docs/errors.md states every HTTP status with which the gateway refuses a request', () => {
  const refusals = [
    ...gateway.matchAll(/status: (?<status>\d{3}),\s*code: '(?<code>[A-Z_]+)'/g),
    ...gateway.matchAll(/\brefuse\(\s*\w+,\s*(?<status>\d{3}),\s*'(?<code>[A-Z_]+)'/g),
    ...gateway.matchAll(/code: '(?<code>[A-Z_]+)', http: \{ status: (?<status>\d{3})/g),
  ].map(({ groups }) => `${groups?.code} ${groups?.status}`);
  const stated = rows.flatMap(({ codes, statuses }) =>
    codes.flatMap((code) => statuses.map((one) => `${code} ${one}`)),
  );
  expect(refusals.length).toBeGreaterThan(20);
  expect(stated).toEqual(expect.arrayContaining(refusals));
});
