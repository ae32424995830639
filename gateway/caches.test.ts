import { describe, expect, test } from '@jest/globals';
import { createCaches } from './caches.ts';

describe('the caches of a gateway', () => {
  test('are counted by name: entries, hits and misses', () => {
    const caches = createCaches();
    const first = caches.lru<string, number>('grants', { max: 2 });
    const second = caches.lru<string, number>('grants', { max: 2 });
    const tokens = caches.lru<string, number>('tokens', { max: 2 });
    for (const key of ['a', 'b', 'c']) first.set(key, 1);
    second.set('a', 1);
    first.get('c');
    second.get('a');
    first.get('a');
    tokens.get('a');
    expect(Object.fromEntries(caches.use())).toEqual({
      grants: { entries: 3, hits: 2, misses: 1 },
      tokens: { entries: 0, hits: 0, misses: 1 },
    });
  });
});
