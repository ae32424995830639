import { expect, test } from '@jest/globals';
import { type ChangesTestBed, person, reviewId } from './changesTestBed.ts';

const REASON = 'Birth certificate compared';
const NOBODY = '00000000-0000-4000-8000-00000000ffff';

export function badInputCases(bedOf: () => ChangesTestBed): void {
  test.each([
    ['linkRecords', { one: '999999', other: '11' }, 'UNKNOWN_RECORD'],
    ['linkRecords', { one: "1'; drop table person --", other: '11' }, 'UNKNOWN_RECORD'],
    ['linkRecords', { one: '99999999999999999999', other: '11' }, 'UNKNOWN_RECORD'],
    ['linkRecords', { one: '11', other: '11' }, 'NOTHING_TO_CHANGE'],
    ['separateRecords', { one: '-11', other: '11' }, 'UNKNOWN_RECORD'],
    ['mergePersons', { survivorId: person(1), replacedId: NOBODY }, 'UNKNOWN_PERSON'],
    ['mergePersons', { survivorId: 'nobody', replacedId: person(1) }, 'UNKNOWN_PERSON'],
    ['mergePersons', { survivorId: person(1), replacedId: person(1).toUpperCase() }, 'NOTHING_TO_CHANGE'],
    ['unmergePerson', { personId: NOBODY }, 'UNKNOWN_PERSON'],
    ['unmergePerson', { personId: person(1) }, 'NOTHING_TO_CHANGE'],
    ['decideLinkChange', { changeId: NOBODY, approve: true }, 'UNKNOWN_CHANGE'],
    ['decideLinkChange', { changeId: 'x', approve: true }, 'UNKNOWN_CHANGE'],
    ['answerLinkReview', { reviewId: NOBODY, answer: 'LINK' }, 'UNKNOWN_REVIEW'],
    ['answerLinkReview', { reviewId: 'x', answer: 'LINK' }, 'UNKNOWN_REVIEW'],
  ])('%s with %j is a problem of its own', async (name, input, kind) => {
    const before = (await bedOf().entries()).length;
    const payload = await bedOf().change('ann@doit.example', name, { reason: REASON, ...input });
    expect(payload).toEqual({
      ...{ changeId: null, status: null },
      problems: [{ kind, message: expect.stringMatching(/[.:]/) }],
    });
    expect(await bedOf().entries()).toHaveLength(before);
  });

  test.each([
    ['short', 'same'],
    ['long', 'x'.repeat(1_001)],
    ['the name of the person', 'The card says Rosa, and so does the file'],
    ['the name in capitals', 'The card says DELGADO, and so does the file'],
    ['the birth date', 'Both were born on 1981-04-12, as they say'],
    ['an SSN', 'Both have 219-55-1234 on their cards'],
    ['a Person.id', `The same as ${person(2)}, as the file says`],
    ['a control character', 'Birth certificate\u0007 compared'],
    ['a hidden character', 'Birth certificate\u202e compared'],
  ])('a reason that is or has %s is not recorded', async (_, reason) => {
    const input = { one: '11', other: '31', reason };
    const { problems } = await bedOf().change('ann@doit.example', 'linkRecords', input);
    expect(problems.map(({ kind }) => kind)).toEqual(['INVALID_REASON']);
  });

  test('a decision against one that people made stops, and names it', async () => {
    const apart = await bedOf().approved('separateRecords', { one: '11', other: '31' });
    expect(apart.status).toBe('EFFECTIVE');
    for (const [name, input] of [
      ['mergePersons', { survivorId: person(1), replacedId: person(3) }],
      ['linkRecords', { one: '12', other: '31' }],
    ] as const) {
      const { problems } = await bedOf().change('ann@doit.example', name, { reason: REASON, ...input });
      // 11 and 12 are one person by evidence alone, so only the merge contradicts.
      if (name === 'mergePersons') {
        expect(problems).toMatchObject([
          { kind: 'CONTRADICTS_DECISION', message: expect.stringContaining(String(apart.changeId)) },
        ]);
        expect(problems[0]?.message).not.toMatch(/snap-|medicaid-/);
      }
    }
    const again = await bedOf().change('ann@doit.example', 'separateRecords', {
      one: '31',
      other: '11',
      reason: REASON,
    });
    expect(again.problems).toMatchObject([{ kind: 'NOTHING_TO_CHANGE' }]);
  });

  test('merges in a circle end at the second one', async () => {
    expect((await bedOf().approved('mergePersons', { survivorId: person(1), replacedId: person(2) })).problems).toEqual(
      [],
    );
    for (const input of [
      { survivorId: person(2), replacedId: person(1) },
      { survivorId: person(2), replacedId: person(3) },
      { survivorId: person(4), replacedId: person(2) },
    ]) {
      const { problems } = await bedOf().change('ann@doit.example', 'mergePersons', { ...input, reason: REASON });
      expect(problems).toMatchObject([{ kind: 'NOTHING_TO_CHANGE' }]);
    }
  });

  test('records that moved while a proposal waited are where they are now', async () => {
    const stale = await bedOf().change('ann@doit.example', 'separateRecords', {
      one: '11',
      other: '21',
      reason: REASON,
    });
    expect(stale.status).toBe('PROPOSED');
    expect((await bedOf().approved('unmergePerson', { personId: person(2) })).status).toBe('EFFECTIVE');
    const { problems } = await bedOf().change('bob@doit.example', 'decideLinkChange', {
      ...{ changeId: stale.changeId, approve: true, reason: REASON },
    });
    expect(problems).toMatchObject([{ kind: 'NOTHING_TO_CHANGE' }]);
    expect(await bedOf().recordsOf(person(1))).toEqual(['11', '12']);
    expect(await bedOf().recordsOf(person(2))).toEqual(['21', '22']);
  });

  test('two stewards who decide at the same time decide once', async () => {
    const { changeId } = await bedOf().change('ann@doit.example', 'mergePersons', {
      ...{ survivorId: person(1), replacedId: person(2), reason: REASON },
    });
    const decide = (by: string) =>
      bedOf().change(by, 'decideLinkChange', { changeId, approve: true, reason: 'Compared it as well' });
    const payloads = await Promise.all(['bob@doit.example', 'cas@doit.example', 'dee@doit.example'].map(decide));
    expect(payloads.filter(({ status }) => status === 'EFFECTIVE')).toHaveLength(1);
    expect(payloads.flatMap(({ problems }) => problems.map(({ kind }) => kind))).toEqual(
      Array(2).fill('NOTHING_TO_CHANGE'),
    );
    expect((await bedOf().approved('unmergePerson', { personId: person(2) })).status).toBe('EFFECTIVE');
  });

  test('a review of records that came together in another way is obsolete', async () => {
    await bedOf().sql(
      `insert into link_review (link_review_id, one, other, cause, weight, model, created_at, due_on)
       values ($1, 111, 141, 'REVIEW', 17, 'test', now(), '2026-11-30')`,
      [reviewId(7)],
    );
    expect(
      (await bedOf().approved('mergePersons', { survivorId: person(11), replacedId: person(14) })).problems,
    ).toEqual([]);
    const input = { reviewId: reviewId(7), answer: 'NOT_LINK', reason: REASON };
    expect((await bedOf().change('ann@doit.example', 'answerLinkReview', input)).problems).toMatchObject([
      { kind: 'NOTHING_TO_CHANGE' },
    ]);
  });
}
