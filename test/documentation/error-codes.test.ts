import { expect, test } from '@jest/globals';
import { errorCatalog } from '../../gateway/errors/errorCatalog.ts';
import { readPage, sourcesOf, tableRows } from './pages.ts';

const gateway = sourcesOf('gateway').join('\n');
/** Codes that other programs send to a client are written in one of these folders. */
const sources = [gateway, ...sourcesOf('subgraphs/kit'), ...sourcesOf('subgraphs/emou/agreement/checks')].join('\n');

const rows = tableRows(readPage('docs/errors.md')).map((cells) => ({
  codes: [...(cells[0] ?? '').matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, code = '']) => code),
  statuses: (cells[1]?.match(/\b[1-5]\d\d\b/g) ?? []).map(Number),
  isRetryable: /^yes\b/.test(cells.at(-1) ?? ''),
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
    ...Object.keys(errorCatalog),
    ...found(/\bcode: '([A-Z][A-Z0-9_]+)'/g),
    ...found(/\brefuse\(\s*\w+,\s*\d{3},\s*'([A-Z_]+)'/g),
    ...found(/\bstatus: '([A-Z_]+)'/g),
    ...namesIn('const REQUEST_ERRORS: ReadonlySet<unknown> = '),
    ...namesIn('export type PublicErrorCode ='),
    ...namesIn('export type RefusalCode ='),
    ...namesIn('export type DenialReason ='),
    ...namesIn('export const tokenFaults = '),
    ...namesIn('readonly action: '),
    ...namesIn('\nfunction closed(\n  status: '),
  ]);
  const listed = new Set(rows.flatMap(({ codes }) => codes));
  expect([...listed].sort()).toEqual([...sent].sort());
});

test.each(Object.entries(errorCatalog))('docs/errors.md has %s as the catalog of errors has it', (code, kind) => {
  const stated = rows.filter(({ codes, statuses }) => codes.includes(code) && statuses.includes(kind.status));
  expect(stated.map(({ isRetryable }) => isRetryable)).toContain(kind.retryable);
  expect(kind.message).toMatch(/^[A-Zo].*\.$/);
});

test('the gateway creates errors with codes of its catalog only', () => {
  const written = [
    ...gateway.matchAll(/\bcode: '(?<code>[A-Z][A-Z0-9_]+)'/g),
    ...gateway.matchAll(/\b(?:refusal|operationError|responseError)\(\s*'(?<code>[A-Z_]+)'/g),
  ].map(({ groups }) => groups?.code);
  expect(written.length).toBeGreaterThan(20);
  expect(written.filter((code) => !Object.hasOwn(errorCatalog, code ?? ''))).toEqual([]);
  // An error with a code of its own would pass by the catalog.
  expect(gateway.match(/new GraphQLError\(/g)).toHaveLength(1);
});
