import { describe, expect, test } from '@jest/globals';
import { createCaches } from './caches.ts';

describe('the caches of a gateway', () => {
  test('are counted by name: entries, hits and misses', () => {
    const caches = createCaches();
    const bytesOf = () => 850;
    const first = caches.lru<string, number>('grants', { max: 2, bytesOf });
    const second = caches.lru<string, number>('grants', { max: 2, bytesOf });
    const tokens = caches.lru<string, number>('tokens', { max: 2, bytesOf });
    for (const key of ['a', 'b', 'c']) first.set(key, 1);
    second.set('a', 1);
    first.get('c');
    second.get('a');
    first.get('a');
    tokens.get('a');
    expect(Object.fromEntries(caches.use())).toEqual({
      grants: { entries: 3, hits: 2, misses: 1, bytes: 3_000 },
      tokens: { entries: 0, hits: 0, misses: 1, bytes: 0 },
    });
  });

  test('give memory back where most is used, the least recently used first', () => {
    const caches = createCaches(10_000);
    const bytesOf = (bytes: number) => bytes - 150;
    const tokens = caches.lru<string, number>('tokens', { max: 100, bytesOf });
    const plans = caches.lru<string, number>('plans', { max: 100, bytesOf });
    tokens.set('caller', 2_000);
    for (const key of ['a', 'b', 'c']) plans.set(key, 2_500);
    plans.get('a');
    plans.set('d', 2_500);
    expect(
      [tokens, plans, plans, plans, plans].map((cache, index) =>
        cache.get(['caller', 'a', 'b', 'c', 'd'][index] ?? ''),
      ),
    ).toEqual([2_000, 2_500, undefined, 2_500, 2_500]);
    expect([...caches.use()].map(([name, { bytes }]) => [name, bytes])).toEqual([
      ['tokens', 2_000],
      ['plans', 7_500],
    ]);
  });

  test('count what turns out larger than it was when it was stored, and keep nothing that is larger than all of it', () => {
    const caches = createCaches(10_000);
    const plans = caches.lru<string, object>('plans', { max: 100, bytesOf: () => 850 });
    const [small, large] = [{}, {}];
    plans.set('small', small);
    plans.set('large', large);
    plans.resize('large', large, 20_000);
    plans.resize('small', {}, 5_000);
    expect([plans.get('small'), plans.get('large')]).toEqual([small, undefined]);
    expect(caches.use().get('plans')?.bytes).toBe(1_000);
  });

  test('of one scope are released together: their bytes are free, and other caches keep what they hold', () => {
    const caches = createCaches(10_000);
    const scope = caches.scope();
    const bytesOf = () => 3_850;
    const former = scope.lru<string, number>('plans', { max: 100, bytesOf });
    const tokens = caches.lru<string, number>('tokens', { max: 100, bytesOf });
    former.set('a', 1);
    tokens.set('caller', 1);
    scope.release();
    former.set('b', 1);
    expect([...caches.use()].map(([name, { bytes }]) => [name, bytes])).toEqual([
      ['plans', 0],
      ['tokens', 4_000],
    ]);
    caches.lru<string, number>('plans', { max: 100, bytesOf }).set('c', 1);
    expect(tokens.get('caller')).toBe(1);
    expect(caches.use().get('plans')?.bytes).toBe(4_000);
  });
});
