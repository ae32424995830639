import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cluster, type ScoredPair } from './cluster.ts';
import type { LinkDecision } from './decisions.ts';

const THRESHOLDS = { join: 20, fracture: 14 };
type Weights = Readonly<Record<string, number>>;

/** Clusters records a, b, c... by the weights of pairs such as `ab`. Pairs without a weight have -10. */
function clusterOf(
  weights: Weights,
  options: {
    readonly decisions?: readonly LinkDecision[];
    readonly guarded?: readonly string[];
    readonly previous?: ReadonlyMap<string, string>;
    readonly maxSize?: number;
    readonly order?: (pairs: ScoredPair[]) => ScoredPair[];
  } = {},
) {
  const { guarded = [], order = (pairs) => pairs, ...rest } = options;
  const pairs = Object.entries(weights).map(([key, weight]) => ({
    ...{ one: key.charAt(0), other: key.charAt(1) },
    ...{ weight, guarded: guarded.includes(key) },
  }));
  const find = (one: string, other: string) =>
    pairs.find((pair) => pair.one + pair.other === one + other || pair.other + pair.one === one + other);
  const { clusters, refused } = cluster({
    records: [...new Set(Object.keys(weights).join(''))],
    pairs: order(pairs),
    thresholds: THRESHOLDS,
    score: (one, other) => {
      const { weight, guarded: contradicts } = find(one, other) ?? { weight: -10, guarded: false };
      return { weight, contradicts };
    },
    ...rest,
  });
  return { clusters: clusters.map((keys) => keys.join('')), refused };
}

const link = (id: string, pair: string): LinkDecision => ({
  id,
  kind: 'LINK',
  one: pair.charAt(0),
  other: pair.charAt(1),
});
const notLink = (id: string, pair: string): LinkDecision => ({ ...link(id, pair), kind: 'NOT_LINK' });

test('pairs from the join threshold on are one cluster', () => {
  expect(clusterOf({ ab: 30, bc: 22, ac: 15, cd: 19 }).clusters).toEqual(['abc', 'd']);
});

test('a record that resembles two persons does not make them one', () => {
  const { clusters, refused } = clusterOf({ ab: 40, cd: 40, bx: 30, cx: 25 });
  expect(clusters).toEqual(['ab', 'cd', 'x']);
  expect(refused.map(({ reason }) => reason)).toContain('bridge');
});

test('a cluster holds down to the fracture threshold, and breaks below', () => {
  const previous = new Map([...'abc'].map((key) => [key, 'p']));
  expect(clusterOf({ ab: 16, bc: 16, ac: 16 }).clusters).toEqual(['a', 'b', 'c']);
  expect(clusterOf({ ab: 16, bc: 16, ac: 16 }, { previous }).clusters).toEqual(['abc']);
  expect(clusterOf({ ab: 16, bc: 12, ac: 12 }, { previous }).clusters).toEqual(['ab', 'c']);
});

test('a guarded pair stays apart, even through a third record', () => {
  const { clusters, refused } = clusterOf({ ab: 40, bc: 39, ac: 38 }, { guarded: ['ac'] });
  expect(clusters).toEqual(['ab', 'c']);
  expect(refused).toContainEqual(expect.objectContaining({ one: 'b', other: 'c', reason: 'guard' }));
});

test('a cluster has a limit', () => {
  const { clusters, refused } = clusterOf({ ab: 40, bc: 30, ac: 30 }, { maxSize: 2 });
  expect(clusters).toEqual(['ab', 'c']);
  expect(refused[0]).toMatchObject({ reason: 'size' });
});

describe('decisions of people', () => {
  test('a LINK joins records of any weight', () => {
    expect(clusterOf({ ab: 2 }, { decisions: [link('d1', 'ab')] }).clusters).toEqual(['ab']);
  });

  test('a NOT_LINK keeps records apart, also through others', () => {
    const decisions = [notLink('d1', 'ac')];
    expect(clusterOf({ ab: 40, bc: 30, ac: 50 }, { decisions }).clusters).toEqual(['ab', 'c']);
  });

  test('records that people linked count as one: what contradicts one of them may belong to the other', () => {
    const weights = { ab: 40, bc: 2, ac: -20 };
    const guarded = ['bc', 'ac'];
    expect(clusterOf(weights, { guarded }).clusters).toEqual(['ab', 'c']);
    expect(clusterOf(weights, { decisions: [link('d1', 'bc')], guarded }).clusters).toEqual(['abc']);
  });

  test('a contradiction stops and names the decisions', () => {
    const decisions = [link('d1', 'ab'), link('d2', 'bc'), link('d3', 'cd'), notLink('d4', 'ca')];
    expect(() => clusterOf({ ab: 1, cd: 1 }, { decisions })).toThrow(
      'Decision d4 keeps c and a apart, but d2, d1 link them. Nothing was changed. Withdraw one of these decisions.',
    );
  });
});

test('the result does not depend on the order of records and pairs', () => {
  const keys = [...'abcdefgh'];
  const pairKeys = keys.flatMap((one, at) => keys.slice(at + 1).map((other) => one + other));
  const arbitrary = fc.record({
    weights: fc.tuple(...pairKeys.map(() => fc.integer({ min: -5, max: 30 }))),
    guarded: fc.subarray(pairKeys, { maxLength: 5 }),
    shuffle: fc.array(fc.nat(), { minLength: pairKeys.length, maxLength: pairKeys.length }),
  });
  fc.assert(
    fc.property(arbitrary, ({ weights, guarded, shuffle }) => {
      const byPair = Object.fromEntries(pairKeys.map((key, at) => [key, weights[at] ?? 0]));
      const order = (pairs: ScoredPair[]): ScoredPair[] =>
        pairs
          .map((pair, at) => ({ pair, at: shuffle[at] ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ pair: { one, other, ...rest }, at }) =>
            at % 2 === 0 ? { one, other, ...rest } : { one: other, other: one, ...rest },
          );
      expect(clusterOf(byPair, { guarded, order }).clusters).toEqual(clusterOf(byPair, { guarded }).clusters);
    }),
  );
});
