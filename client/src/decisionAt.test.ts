import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readPage, tableRows } from '../../test/documentation/pages.ts';
import '../../test/harness/propertySeed.ts';
import type { GraphError, Path } from './answer.ts';
import { decisionAt } from './decisionAt.ts';

const everyCode = [
  ...new Set(
    tableRows(readPage('docs/errors.md')).flatMap(([codes = '']) =>
      [...codes.matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, code = '']) => code),
    ),
  ),
  'A_CODE_OF_AN_AGENCY',
];

const members = ['person', 'household', 'members'] as const;
const answer = (member: unknown, errors: readonly GraphError[]) => ({
  data: { person: { household: { members: [{ snap: { status: 'ACTIVE' } }, member] } } },
  errors,
  extensions: {},
});
const failure = (code: string, path?: Path, more: object = {}): GraphError => ({
  message: 'What happened.',
  ...(path === undefined ? {} : { path }),
  extensions: { code, ...more },
});

describe('a place without a value', () => {
  test('has no record only if no error covers it, whatever the code and wherever the null comes from', () => {
    expect(everyCode.length).toBeGreaterThan(80);
    // The place itself, the same place of every person, a null above it, no place at all.
    const atOrAbove: readonly (Path | undefined)[] = [[...members, 1, 'snap'], [...members, '@', 'snap'], undefined];
    // A null that moved up to the place: a failure of what may not be null.
    const below: readonly Path[] = [
      [...members, 1, 'snap', 'status'],
      [...members, '@', 'snap', 'status'],
    ];
    for (const code of everyCode) {
      for (const path of code === 'UNAUTHORIZED_FIELD_OR_TYPE' ? atOrAbove : [...atOrAbove, ...below]) {
        const { kind } = decisionAt(answer({ snap: null }, [failure(code, path)]), [...members, 1, 'snap']);
        expect([code, path, kind]).not.toEqual([code, path, 'noRecord']);
        expect([code, path, kind]).not.toEqual([code, path, 'shown']);
      }
      for (const path of [[...members, 1], [...members, '@'], undefined]) {
        const { kind } = decisionAt(answer(null, [failure(code, path)]), [...members, 1, 'snap', 'status']);
        expect([code, path, kind]).not.toEqual([code, path, 'noRecord']);
      }
    }
  });

  test('has no record if only a field of the record is denied, and that field stays denied', () => {
    const denied = failure('UNAUTHORIZED_FIELD_OR_TYPE', [...members, '@', 'snap', 'office'], {
      reason: 'NO_APPROVAL',
    });
    const found = (...path: Path) => decisionAt(answer({ snap: null }, [denied]), [...members, 1, 'snap', ...path]);
    expect(found()).toEqual({ kind: 'noRecord' });
    expect(found('status')).toEqual({ kind: 'noRecord' });
    expect(found('office')).toMatchObject({ kind: 'withheld', reason: 'NO_APPROVAL' });
  });

  test('is not accounted for by what was left out of the list in which its object is shown', () => {
    const leftOut = failure('UNAUTHORIZED_FIELD_OR_TYPE', [...members, '@'], { reason: 'CONDITION_NOT_MET' });
    expect(decisionAt(answer({ snap: null }, [leftOut]), [...members, 1, 'snap'])).toEqual({ kind: 'noRecord' });
  });

  test('has no record if every error is about another place', () => {
    const elsewhere: readonly Path[] = [
      [...members, 0, 'snap'],
      [...members, '@', 'tanf'],
      [...members, 1, 'tanf'],
      ['person', 'medicaid'],
      ['@', 'snap'],
    ];
    for (const code of everyCode) {
      const errors = elsewhere.map((path) => failure(code, path));
      expect(decisionAt(answer({ snap: null }, errors), [...members, 1, 'snap'])).toEqual({ kind: 'noRecord' });
    }
  });

  test('has the decision of the null above it', () => {
    const down = failure('SUBGRAPH_TIMEOUT', [...members, 1, 'snap'], { service: 'snap' });
    expect(decisionAt(answer({ snap: null }, [down]), [...members, 1, 'snap', 'status'])).toEqual({
      kind: 'systemDown',
      system: 'snap',
      code: 'SUBGRAPH_TIMEOUT',
      passes: true,
    });
    expect(decisionAt(answer({ snap: null }, []), [...members, 1, 'snap', 'status'])).toEqual({ kind: 'noRecord' });
  });

  test('names the denial before a failure: trying again would not help', () => {
    const errors = [
      failure('SUBGRAPH_TIMEOUT', [...members, 1, 'snap']),
      failure('UNAUTHORIZED_FIELD_OR_TYPE', [...members, '@', 'snap'], { reason: 'NO_APPROVAL', owner: 'IDHS' }),
    ];
    expect(decisionAt(answer({ snap: null }, errors), [...members, 1, 'snap'])).toMatchObject({
      kind: 'withheld',
      reason: 'NO_APPROVAL',
      owner: 'IDHS',
    });
  });
});

describe('a list', () => {
  test('that is empty has no record only if nothing can have been left out of it', () => {
    const empty = (errors: readonly GraphError[]) => ({ data: { persons: [] }, errors, extensions: {} });
    const leftOut = failure('UNAUTHORIZED_FIELD_OR_TYPE', ['persons', '@'], { reason: 'CONDITION_NOT_MET' });
    expect(decisionAt(empty([]), ['persons'])).toEqual({ kind: 'noRecord' });
    expect(decisionAt(empty([]), ['persons', 0])).toEqual({ kind: 'noRecord' });
    expect(decisionAt(empty([leftOut]), ['persons'])).toMatchObject({ kind: 'withheld' });
    expect(decisionAt(empty([leftOut]), ['persons', 3, 'name'])).toMatchObject({ kind: 'withheld' });
  });
});

describe('a condition that is not met', () => {
  const withConditions = (...conditions: readonly string[][]) =>
    failure('UNAUTHORIZED_FIELD_OR_TYPE', [...members, 1, 'snap'], {
      reason: 'CONDITION_NOT_MET',
      remedy: { action: 'MEET_CONDITION', message: 'What would have to hold.', conditions },
    });
  test('is about the caseload only if every alternative asks for it', () => {
    const kindOf = (error: GraphError) => decisionAt(answer({ snap: null }, [error]), [...members, 1, 'snap']).kind;
    expect(kindOf(withConditions(['CASELOAD']))).toBe('notInCaseload');
    expect(kindOf(withConditions(['WARD', 'HOUSEHOLD_OF_CASELOAD'], ['CASELOAD']))).toBe('notInCaseload');
    expect(kindOf(withConditions(['CASELOAD'], ['CONSENT']))).toBe('withheld');
    expect(kindOf(withConditions())).toBe('withheld');
  });
});

describe('a masked place', () => {
  const masked = {
    maskedFields: [{ path: ['persons', '@', 'birthDate'], coordinate: 'Person.birthDate', masks: ['YEAR_ONLY'] }],
  };
  test('says which masks apply at every position, and that a null may be what the mask left', () => {
    const data = {
      persons: [
        { birthDate: '2016', name: 'Jada' },
        { birthDate: null, name: 'Tyler' },
      ],
    };
    const found = (path: Path) => decisionAt({ data, errors: [], extensions: masked }, path);
    const masks = { coordinate: 'Person.birthDate', masks: ['YEAR_ONLY'] };
    expect(found(['persons', 0, 'birthDate'])).toEqual({ kind: 'masked', value: '2016', ...masks });
    expect(found(['persons', 1, 'birthDate'])).toEqual({ kind: 'masked', value: null, ...masks });
    expect(found(['persons', 0, 'name'])).toEqual({ kind: 'shown', value: 'Jada' });
  });
});

describe('what is not a response to the question', () => {
  test('is refused: a place that the operation does not select, and a response that fetched nothing', () => {
    expect(() => decisionAt(answer({ snap: null }, []), [...members, 1, 'tanf'])).toThrow(RangeError);
    expect(() => decisionAt({ data: null, errors: [], extensions: { access: [] } }, ['person'])).toThrow(TypeError);
    expect(() => decisionAt({ data: null, errors: [], extensions: {} }, ['person'])).toThrow(TypeError);
  });

  test('is a refusal of the whole when there is no data', () => {
    const tooLarge = { data: null, errors: [failure('RESPONSE_TOO_LARGE')], extensions: {} };
    expect(decisionAt(tooLarge, ['person'])).toMatchObject({ kind: 'refused', code: 'RESPONSE_TOO_LARGE' });
  });

  test('never throws anything else, whatever the response holds', () => {
    const part = fc.oneof(fc.constantFrom('person', 'snap', '@', '__proto__', 'constructor'), fc.nat({ max: 3 }));
    const path = fc.array(part, { maxLength: 5 });
    const errors = fc.array(fc.record({ path, code: fc.constantFrom(...everyCode) }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.jsonValue(), errors, path, (data, failures, place) => {
        const given = failures.map((one) => failure(one.code, one.path));
        const attempt = () => decisionAt({ data, errors: given, extensions: {} }, place);
        let found: unknown;
        try {
          found = attempt();
        } catch (error) {
          found = error;
        }
        if (!(found instanceof Error)) return expect(found).toHaveProperty('kind');
        return expect(found.message).toMatch(/^The (operation selects nothing at|response has neither)/);
      }),
    );
  });
});
