import { describe, expect, test } from '@jest/globals';
import { Transform } from '../../../../schema/approvals/approvalTerms.ts';
import { atLeastAsStrict, Conditions, hidesAtLeast } from './vocabulary.ts';

describe('conditions on the person', () => {
  test.each([
    [[['WARD']], [[]], true],
    [[['WARD', 'CASELOAD']], [['WARD']], true],
    [[['WARD']], [['WARD'], ['CONSENT']], true],
    [[['WARD'], ['CONSENT']], [['WARD']], false],
    [[[]], [['WARD']], false],
    [[['CONSENT']], [['WARD']], false],
  ])('%j is at least as strict as %j: %s', (strict, wide, expected) => {
    expect(atLeastAsStrict(Conditions.parse(strict), Conditions.parse(wide))).toBe(expected);
  });

  test.each([[[]], [[[], ['WARD']]], [[['EVERYBODY']]], ['WARD']])('%j is refused', (conditions) => {
    expect(Conditions.safeParse(conditions).success).toBe(false);
  });
});

describe('transforms', () => {
  test('redaction hides most, and nothing hides as much as it does', () => {
    for (const transform of Transform.options) {
      expect(hidesAtLeast('REDACT', transform)).toBe(true);
      expect(hidesAtLeast(transform, transform)).toBe(true);
      if (transform !== 'REDACT') expect(hidesAtLeast(transform, 'REDACT')).toBe(false);
    }
  });

  test.each([
    ['YEAR_ONLY', 'MONTH', true],
    ['AGE_BAND', 'YEAR_ONLY', true],
    ['MONTH', 'YEAR_ONLY', false],
    ['COUNTY', 'ZIP3', false],
    ['ZIP3', 'COUNTY', false],
    ['LAST4', 'MONTH', false],
  ] as const)('%s shows no more than %s: %s', (transform, than, expected) => {
    expect(hidesAtLeast(transform, than)).toBe(expected);
  });
});
