import { expect, test } from '@jest/globals';
import { differingLetters, isOtherText, letterDiff, type Run } from './letterDiff.ts';

const marked = (runs: readonly Run[]): string =>
  runs.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');
const diff = (one: string, other: string): readonly string[] => letterDiff(one, other).map(marked);

test.each([
  ['Johnson', 'Johnson', 'Johnson', 'Johnson', 0],
  ['Johnson', 'Jonson', 'Jo[h]nson', 'Jonson', 1],
  ['1984-03-07', '1984-03-01', '1984-03-0[7]', '1984-03-0[1]', 1],
  ['López', 'Lopez', 'L[ó]pez', 'L[o]pez', 1],
  ['Ann', 'ann', '[A]nn', '[a]nn', 1],
  ['', 'Ann', '', '[Ann]', 3],
  ['Hye Jin', 'Hyejin', 'Hye[ J]in', 'Hye[j]in', 2],
])('%s and %s', (one, other, first, second, letters) => {
  expect(diff(one, other)).toEqual([first, second]);
  expect(differingLetters(one, other)).toBe(letters);
});

test.each([
  ['Kowalski', 'Kowalsky', false],
  ['Catherine', 'Katherine', false],
  ['1984-03-07', '1984-07-03', false],
  ['812 W Oak St, Apt 4', '40 Elm Ave', true],
  ['Springfield', 'Decatur', true],
])('%s and %s: another text: %s', (one, other, isOther) => {
  expect(isOtherText(one, other)).toBe(isOther);
});

test('runs put together are the text again, whatever it is', () => {
  const texts = ['', 'a', 'Zoë 👩‍👧', 'x'.repeat(500), 'y'.repeat(300)];
  for (const one of texts) {
    for (const other of texts) {
      const joined = letterDiff(one, other).map((runs) => runs.map(({ text }) => text).join(''));
      expect(joined).toEqual([one, other]);
    }
  }
});
