import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { damerauLevenshtein } from '../testing/damerauLevenshtein.ts';
import { jaroWinkler } from './jaroWinkler.ts';
import { withinOneEdit } from './withinOneEdit.ts';

/** Few letters, so that texts resemble each other. */
const text = fc.string({ unit: fc.constantFrom('A', 'B', 'C', 'D'), minLength: 1, maxLength: 12 });

test('withinOneEdit is a Damerau-Levenshtein distance of at most 1', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(withinOneEdit(a, b)).toBe(damerauLevenshtein(a, b) <= 1);
    }),
  );
});

test.each([
  ['1234', '1243', true],
  ['1234', '1235', true],
  ['1234', '123', true],
  ['1234', '12345', true],
  ['1234', '2143', false],
  ['1234', '4231', false],
])('%s and %s', (a, b, within) => {
  expect(withinOneEdit(a, b)).toBe(within);
});

// Published by Winkler and the US Census Bureau, to three digits.
test.each([
  ['MARTHA', 'MARHTA', 0.961],
  ['DWAYNE', 'DUANE', 0.84],
  ['DIXON', 'DICKSONX', 0.813],
  ['JONES', 'JOHNSON', 0.832],
  ['ABROMS', 'ABRAMS', 0.922],
])('Jaro-Winkler of %s and %s is %d', (a, b, similarity) => {
  expect(jaroWinkler(a, b)).toBeCloseTo(similarity, 3);
  expect(jaroWinkler(b, a)).toBe(jaroWinkler(a, b));
});

test('Jaro-Winkler is 1 for equal and 0 for unlike texts, and the same for texts of any length', () => {
  expect(jaroWinkler('VEGA', 'VEGA')).toBe(1);
  expect(jaroWinkler('VEGA', 'ORTIZ')).toBe(0);
  // Beyond 31 characters another method counts; a common end changes both alike.
  const [a, b] = ['MARTHA'.padEnd(32, 'X'), 'MARHTA'.padEnd(32, 'X')];
  expect(jaroWinkler(a, b)).toBeCloseTo(jaroWinkler(a.slice(1), b.slice(1)), 2);
});
