import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { suppressSmallCounts } from './suppressSmallCounts.ts';
import '../../../test/harness/propertySeed.ts';

const count = (key: string, persons: number, disclosures = persons * 2) => ({ key, disclosures, persons });
const hidden = (key: string) => ({ key, disclosures: null, persons: null, suppressed: true });

describe('counts that are published', () => {
  test('are those of 11 persons and more', () => {
    expect(suppressSmallCounts([count('A', 40), count('B', 11)])).toEqual([
      { ...count('A', 40), suppressed: false },
      { ...count('B', 11), suppressed: false },
    ]);
  });

  test('leave out the next smallest one when a single small one could be derived from a total', () => {
    expect(suppressSmallCounts([count('A', 40), count('B', 30), count('C', 3)])).toEqual([
      { ...count('A', 40), suppressed: false },
      hidden('B'),
      hidden('C'),
    ]);
  });

  test('leave out one more when all the small ones together stand for fewer than 11 persons', () => {
    const published = suppressSmallCounts([count('A', 40), count('B', 30), count('C', 3), count('D', 2)]);
    expect(published.filter(({ suppressed }) => suppressed).map(({ key }) => key)).toEqual(['B', 'C', 'D']);
  });

  test('never hide exactly one, and never show by their order how large a hidden one is', () => {
    const counts = fc.array(fc.record({ persons: fc.integer({ min: 1, max: 30 }) }), { maxLength: 12 });
    fc.assert(
      fc.property(counts, (sizes) => {
        const given = sizes.map(({ persons }, index) => count(String.fromCharCode(97 + index), persons));
        const published = suppressSmallCounts(given);
        const suppressed = published.filter((each) => each.suppressed).map(({ key }) => key);
        const personsIn = given
          .filter(({ key }) => suppressed.includes(key))
          .reduce((sum, { persons }) => sum + persons, 0);
        expect(published.map(({ key }) => key).sort()).toEqual(given.map(({ key }) => key).sort());
        for (const { persons } of published) expect(persons === null || persons >= 11).toBe(true);
        expect(suppressed.length === 1 && given.length > 1).toBe(false);
        if (suppressed.length > 0 && suppressed.length < given.length) expect(personsIn).toBeGreaterThanOrEqual(11);
        expect(suppressed).toEqual([...suppressed].sort());
        expect(published.slice(published.length - suppressed.length).every((each) => each.suppressed)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
