import { expect, test } from '@jest/globals';
import { failuresThatPass, retryRules } from '../../client/src/retryRules.ts';
import { readPage, tableRows } from './pages.ts';

/** Retry column of the table under a heading of docs/errors.md, by code. */
function retriesUnder(heading: string): ReadonlyMap<string, string> {
  const [, section = ''] = readPage('docs/errors.md').split(`\n## ${heading}\n`);
  const rows = tableRows(section.split(/\n## /)[0] ?? '').filter(([codes = '']) => codes.startsWith('`'));
  return new Map(
    rows.flatMap((cells) =>
      [...(cells[0] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, code = '']) => [code, cells.at(-1) ?? ''] as const),
    ),
  );
}

test('the client retries exactly the refusals that docs/errors.md says can be sent again', () => {
  const documented = retriesUnder('The request is refused');
  expect(documented.size).toBeGreaterThan(20);
  const again = [...documented].filter(([, retry]) => retry.startsWith('yes')).map(([code]) => code);
  expect(Object.keys(retryRules).sort()).toEqual(again.sort());
  expect(retryRules.INTERNAL_SERVER_ERROR).toBe('once-if-query');
  expect(documented.get('INTERNAL_SERVER_ERROR')).toBe('yes, once');
});

test('the client offers to try again for exactly the failures of systems that docs/errors.md says can pass', () => {
  const documented = retriesUnder('A system failed');
  expect(documented.size).toBeGreaterThan(15);
  const passing = [...documented].filter(([, retry]) => retry.startsWith('yes')).map(([code]) => code);
  expect([...failuresThatPass].sort()).toEqual(passing.sort());
});
