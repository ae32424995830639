import { expect, test } from '@jest/globals';
import { waterfallOf } from './waterfall.ts';

const comparison = (name: string, level: string | null, weight: number) => ({
  ...{ comparison: name, level, description: level ?? 'no evidence', weight },
});
const explanation = {
  ...{ joinThreshold: 23, reviewThreshold: 10, model: 'm', guard: null },
  comparisons: [comparison('given', 'exact', 8.5), comparison('suffix', null, 0), comparison('zip', 'different', -2)],
};

test('each bar starts where the one before it ended, and the last one is the weight', () => {
  const { steps, withoutEvidence } = waterfallOf({ ...explanation, adjustment: -1.5, weight: 5 });
  expect(steps.map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['comparison', 0, 8.5],
    ['comparison', 8.5, 6.5],
    ['adjustment', 6.5, 5],
    ['total', 0, 5],
  ]);
  expect(withoutEvidence).toEqual(['suffix']);
});

test('without limits there is no bar for them', () => {
  const { steps } = waterfallOf({ ...explanation, adjustment: 1e-12, weight: 6.5 });
  expect(steps.map(({ kind }) => kind)).toEqual(['comparison', 'comparison', 'total']);
});
