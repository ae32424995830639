import { expect, test } from '@jest/globals';
import { myDataEn } from '../web/src/routes/mydata/text.en.ts';

/** Syllables of an English word, by its groups of vowels. */
function syllablesOf(word: string): number {
  const groups =
    word
      .toLowerCase()
      .replace(/e$/, '')
      .match(/[aeiouy]+/g) ?? [];
  return Math.max(1, groups.length);
}

/** US school grade by Flesch and Kincaid. */
function gradeOf(text: string): number {
  const sentences = text.split(/[.!?:]+(?:\s|$)/).filter((one) => /[a-z]/i.test(one));
  const words = text.match(/[a-z']+/gi) ?? [];
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

function textsIn(catalog: object): readonly string[] {
  return Object.values(catalog).flatMap((one: unknown) => {
    if (typeof one === 'function') return String(one('Ana', 'Ben'));
    return typeof one === 'object' && one !== null ? textsIn(one) : String(one);
  });
}

test('residents need no more than eight years of school to read the page in English', () => {
  const sentences = textsIn(myDataEn).filter((one) => one.split(' ').length > 4);
  expect(sentences.length).toBeGreaterThan(10);
  for (const sentence of sentences) expect([sentence, gradeOf(sentence) <= 8]).toEqual([sentence, true]);
  expect(gradeOf('Disclosures of individually identifiable information necessitate documentation.')).toBeGreaterThan(
    12,
  );
});
