import { describe, expect, test } from '@jest/globals';
import { nestsTooDeeply } from './nestingLimit.ts';

describe('the limit of nesting', () => {
  test.each([
    ['{ a(b: [[1]]) { c } }', 3, true],
    ['{ a(b: [[1]]) { c } }', 4, false],
    ['{ a(b: [[[1]]]) { c } }', 4, true],
    ['{ a { b } c { d } e { f } }', 2, false],
    ['{ a(b: "[[[[") }', 2, false],
    ['{ a(b: "\\"[[[[") }', 2, false],
    ['{ a(b: """ [[ "[[" \\""" [[ """) }', 2, false],
    ['{ a # {{{{\n }', 1, false],
    ['{ a(b: "") { c { d } } }', 2, true],
    ['[[[', 2, true],
  ])('%s is deeper than %i: %s', (text, limit, deeper) => {
    expect(nestsTooDeeply(text, limit)).toBe(deeper);
  });

  test('looks at a long text in linear time', () => {
    const begun = performance.now();
    expect(nestsTooDeeply(`{ a(b: "${'\\"'.repeat(100_000)}") # ${'"'.repeat(100_000)}`)).toBe(false);
    expect(nestsTooDeeply('"""'.repeat(80_000))).toBe(false);
    expect(nestsTooDeeply(`"${'"" '.repeat(80_000)}`)).toBe(false);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
