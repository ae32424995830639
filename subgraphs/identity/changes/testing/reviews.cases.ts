import { expect, test } from '@jest/globals';
import { type ChangesTestBed, person, reviewId } from './changesTestBed.ts';

const REASON = 'Birth certificate compared';

export function reviewCases(bedOf: () => ChangesTestBed): void {
  const answer = (by: string, n: number, what: string, more: object = {}) =>
    bedOf().change(by, 'answerLinkReview', { reviewId: reviewId(n), answer: what, reason: REASON, ...more });
  const statusOf = async (n: number) => {
    const { data } = await bedOf().ask(`{ linkReview(id: "${reviewId(n)}") { status change { kind status } } }`);
    return (data as { linkReview: unknown }).linkReview;
  };

  test('the queue shows both records with the last four digits of SSNs, and why', async () => {
    const query = `{ linkReviews(first: 2) { totalCount overdueCount hasNextPage endCursor nodes {
      id status cause needsTwoPersons dueOn one { id system given ssnLastFour person { id } } other { id system }
      explanation { weight joinThreshold guard comparisons { comparison level weight } } change { id } } } }`;
    const { data, codes, text } = await bedOf().ask(query);
    expect(codes).toEqual([]);
    const { nodes, ...page } = (data as { linkReviews: { nodes: readonly object[] } & object }).linkReviews;
    expect(page).toMatchObject({ totalCount: 4, overdueCount: 0, hasNextPage: true });
    expect(nodes).toMatchObject([
      {
        ...{
          id: reviewId(1),
          status: 'OPEN',
          cause: 'REVIEW',
          needsTwoPersons: false,
          dueOn: '2026-11-10',
          change: null,
        },
        one: { id: '91', system: 'snap', given: 'Ada', ssnLastFour: null, person: { id: person(9) } },
        other: { id: '101', system: 'tanf' },
      },
      { id: reviewId(2), needsTwoPersons: true },
    ]);
    const { explanation } = nodes[0] as { explanation: { comparisons: readonly object[] } };
    expect(explanation.comparisons).toContainEqual({
      ...{ comparison: 'birthDate', level: 'exact' },
      weight: expect.any(Number),
    });
    // No number of a system, and no whole SSN.
    expect(text).not.toMatch(/snap-91|tanf-101|\d{3}-\d{2}-\d{4}/);
    const after = (page as unknown as { endCursor: string }).endCursor;
    const next = await bedOf().ask(`{ linkReviews(first: 2, after: "${after}") { hasNextPage nodes { id } } }`);
    expect(next.data).toEqual({
      linkReviews: { hasNextPage: false, nodes: [{ id: reviewId(3) }, { id: reviewId(4) }] },
    });
  });

  test('one steward decides about ordinary records, and the log has it before', async () => {
    const before = (await bedOf().entries()).length;
    const { changeId, status } = await answer('ann@doit.example', 1, 'LINK');
    expect(status).toBe('EFFECTIVE');
    // The person with the oldest record stays.
    expect(await bedOf().persons(9, 10)).toMatchObject([
      { id: person(9), snapClientId: 'snap-91', tanfClientId: 'tanf-101' },
      { id: person(9) },
    ]);
    const added = (await bedOf().entries()).slice(before);
    const [p9, p10] = [bedOf().pseudonymOf(9), bedOf().pseudonymOf(10)];
    expect(added).toMatchObject([
      {
        ...{ event: 'link-change', table: 'link_change', by: { subject: 'ann@doit.example', agency: 'DOIT' } },
        row: {
          ...{ link_change_id: changeId, kind: 'LINK', status: 'EFFECTIVE', reason: REASON },
          moves: [{ record: '101', system: 'tanf', from: p10, to: p9, since: '2026-01-05T12:00:00.000Z' }],
          replacements: [{ person: p10, by: p9 }],
        },
      },
    ]);
    expect(JSON.stringify(added)).not.toMatch(new RegExp(`tanf-101|Ada|${person(9)}|${person(10)}`));
    expect(await statusOf(1)).toEqual({ status: 'DECIDED', change: { kind: 'LINK', status: 'EFFECTIVE' } });
    expect((await answer('ann@doit.example', 1, 'LINK')).problems[0]?.kind).toBe('NOTHING_TO_CHANGE');
  });

  test('medical and criminal records need the same answer from two stewards', async () => {
    expect((await answer('ann@doit.example', 2, 'LINK')).status).toBe('PROPOSED');
    expect(await statusOf(2)).toMatchObject({ status: 'PROPOSED' });
    expect(await bedOf().persons(12)).toMatchObject([{ id: person(12) }]);
    for (const same of ['ann@doit.example', ' ANN@doit.example ']) {
      expect((await answer(same, 2, 'LINK')).problems[0]?.kind).toBe('SAME_PERSON');
    }
    expect((await answer('bob@doit.example', 2, 'LINK')).status).toBe('EFFECTIVE');
    expect(await bedOf().persons(12)).toMatchObject([{ id: person(11), medicaidRin: 'medicaid-121' }]);
  });

  test('two stewards who disagree need a third, or the first one’s agreement', async () => {
    expect((await answer('ann@doit.example', 3, 'LINK')).status).toBe('PROPOSED');
    expect((await answer('bob@doit.example', 3, 'NOT_LINK')).status).toBe('PROPOSED');
    // Others than its author do not read which answer it is.
    expect(await statusOf(3)).toEqual({ status: 'PROPOSED', change: { kind: null, status: 'PROPOSED' } });
    expect((await answer('ann@doit.example', 3, 'NOT_LINK')).status).toBe('EFFECTIVE');
    expect(await bedOf().persons(13, 14)).toMatchObject([{ id: person(13) }, { id: person(14) }]);
    const decisions = await bedOf().sql('select one, other, kind from link_decision where one = 131');
    expect(decisions).toEqual([{ one: '131', other: '141', kind: 'NOT_LINK' }]);
  });

  test('a review can be put off by at most 30 days', async () => {
    for (const until of [undefined, '2026-11-02', '2026-12-03']) {
      expect((await answer('ann@doit.example', 4, 'DEFER', { until })).problems[0]?.kind).toBe('INVALID_DATE');
    }
    expect(await answer('ann@doit.example', 4, 'DEFER', { until: '2026-12-02' })).toMatchObject({ problems: [] });
    const { data } = await bedOf().ask(`{ linkReview(id: "${reviewId(4)}") { status dueOn } }`);
    expect(data).toEqual({ linkReview: { status: 'OPEN', dueOn: '2026-12-02' } });
  });

  test('a pair that two stewards decided comes back later to measure reviewers, and changes no links', async () => {
    // A queue of two: review 1 is asked again.
    await bedOf().sql("update link_review set status = 'OPEN' where link_review_id = $1", [reviewId(1)]);
    bedOf().systems.now = new Date('2026-11-12T12:00:00Z');
    expect((await answer('cas@doit.example', 4, 'LINK')).status).toBe('EFFECTIVE');
    const known = await bedOf().sql<{ id: string; n: number }>(
      "select link_review_id as id, right(link_review_id::text, 1)::int as n from link_review where cause = 'KNOWN'",
    );
    expect(known).toHaveLength(1);
    const { n = 0 } = known[0] ?? {};
    expect([2, 3]).toContain(n);
    const { data } = await bedOf().ask(`{ linkReview(id: "${reviewId(n)}") { status cause change { id } } }`);
    expect(data).toEqual({ linkReview: { status: 'OPEN', cause: 'REVIEW', change: null } });
    const before = (await bedOf().entries()).length;
    expect((await answer('ann@doit.example', n, 'LINK')).problems[0]?.kind).toBe('SAME_PERSON');
    // Review 2 was a link, and review 3 was none.
    expect((await answer('dee@doit.example', n, 'NOT_LINK')).problems).toEqual([]);
    expect(await bedOf().entries()).toHaveLength(before);
    const reviewers = await bedOf().ask('{ linkReviewers { reviewer answers knownPairs right } }');
    expect(reviewers.data).toMatchObject({
      linkReviewers: expect.arrayContaining([
        { reviewer: 'cas@doit.example', answers: 1, knownPairs: 0, right: 0 },
        { reviewer: 'dee@doit.example', answers: 1, knownPairs: 1, right: n === 3 ? 1 : 0 },
      ]),
    });
    await bedOf().sql("update link_review set status = 'DECIDED' where link_review_id = $1", [reviewId(1)]);
  });

  test('only the data steward of DOIT reads or decides', async () => {
    for (const holder of [{ roles: ['AUDITOR'] }, { agency: 'IDHS' }, { purpose: 'AUDIT' }]) {
      const input = { reviewId: reviewId(4), answer: 'LINK', reason: REASON };
      expect((await bedOf().attempt('ann@doit.example', 'answerLinkReview', input, holder)).codes).toEqual([
        'FORBIDDEN',
      ]);
    }
    const anonymous = await bedOf().attempt(undefined, 'answerLinkReview', {
      ...{ reviewId: reviewId(4), answer: 'LINK', reason: REASON },
    });
    expect(anonymous.codes).toEqual(['FORBIDDEN']);
    const fields = [
      'linkReviews { totalCount }',
      `linkReview(id: "${reviewId(1)}") { id }`,
      'linkChanges { totalCount }',
      `linkChange(id: "${reviewId(1)}") { id }`,
      'linkReviewers { reviewer }',
      `recordsOfPerson(personId: "${person(1)}") { id }`,
    ];
    for (const field of fields) {
      const { data, codes } = await bedOf().identity.ask(['identity.links'], `{ ${field} }`);
      expect([field, codes, Object.values(data ?? {})]).toEqual([field, ['FORBIDDEN'], [null]]);
    }
  });
}
