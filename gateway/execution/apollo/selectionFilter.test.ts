import { expect, test } from '@jest/globals';
import { createCaches } from '../../runtime/caches.ts';
import { createSelectionFilter } from './selectionFilter.ts';

test('what an agency was not asked for is taken from its data; each text is read once, and counted', () => {
  const caches = createCaches();
  const onlyAsked = createSelectionFilter(caches);
  const query = '{ a: b { c ...F } json } fragment F on T { d { e } }';
  const data = { a: [{ c: 1, d: { e: 2, x: 3 }, constructor: 4 }, null], b: 5, json: { any: 6 } };
  const kept = { a: [{ c: 1, d: { e: 2 } }, null], json: { any: 6 } };
  for (let time = 0; time < 3; time++) expect(JSON.parse(JSON.stringify(onlyAsked(data, query)))).toEqual(kept);
  expect(Object.fromEntries(caches.use())).toEqual({
    'calls of the stock engine': expect.objectContaining({ entries: 1, hits: 2, misses: 1 }),
  });
});
