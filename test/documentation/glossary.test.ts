import { expect, test } from '@jest/globals';
import { missingNames, names, readPage, tableRows } from './pages.ts';

const [terms = [], retired = []] = readPage('docs/glossary.md')
  .split('## Retired names')
  .map((part) => tableRows(part).filter(([first]) => first !== 'word' && first !== 'retired'));

test('every word of the glossary has a name in the code, and every such name is there', () => {
  expect(terms.length).toBeGreaterThan(40);
  const inCode = terms.map(([word, , cell = '']) => [word, names(cell)] as const);
  expect(inCode.filter(([, found]) => found.length === 0)).toEqual([]);
  expect(missingNames(inCode.flatMap(([, found]) => found))).toEqual([]);
});

test('no word is explained twice', () => {
  const words = terms.map(([word]) => word);
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
});

test('no name that the glossary retires is used in the code, and each has one that is', () => {
  const old = retired.flatMap(([cell = '']) => names(cell));
  expect(old.length).toBeGreaterThan(30);
  expect(missingNames(old)).toEqual(old);
  expect(missingNames(retired.flatMap(([, cell = '']) => names(cell)))).toEqual([]);
});
