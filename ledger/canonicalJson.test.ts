import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, type JsonValue } from './canonicalJson.ts';
import '../test/harness/propertySeed.ts';

describe('RFC 8785', () => {
  test('section 3.2.4: members sorted, numbers and strings in their one form', () => {
    const value = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
        '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('section 3.2.3: names sort by UTF-16 code units', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const value = Object.fromEntries(names.map((name) => [name, 0]));
    expect(Object.keys(JSON.parse(canonicalJson(value)))).toEqual(
      // Parsing a JSON object moves integer-like names to the front, wherever they were.
      ['1', '\r', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'],
    );
    expect(canonicalJson(value).indexOf('\ud83d\ude00')).toBeLessThan(canonicalJson(value).indexOf('\ufb33'));
  });

  test('appendix B: minus zero is zero; NaN and infinities have no form', () => {
    expect(canonicalJson([-0, 5e-324, 9007199254740992, 1e21])).toBe('[0,5e-324,9007199254740992,1e+21]');
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError);
    expect(() => canonicalJson({ deep: [Number.NEGATIVE_INFINITY] })).toThrow(TypeError);
  });

  test('section 3.2.2.2: a lone surrogate is refused, a pair is not', () => {
    expect(() => canonicalJson('a\ud800b')).toThrow('lone surrogate');
    expect(() => canonicalJson({ '\udc00': 1 })).toThrow('lone surrogate');
    expect(canonicalJson('\ud83d\ude00')).toBe('"\ud83d\ude00"');
  });

  test('the value survives, the order in which members were set does not', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value as JsonValue); // fast-check's type has the same members under another name
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
    expect(canonicalJson({ b: 1, a: { d: 2, c: 3 } })).toBe(canonicalJson({ a: { c: 3, d: 2 }, b: 1 }));
  });

  test('a member that is undefined is left out; a function is refused', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
    // Bypasses the type system, as untyped callers do.
    expect(() => canonicalJson({ a: (() => 1) as unknown as JsonValue })).toThrow('a function has no JSON form');
  });
});
