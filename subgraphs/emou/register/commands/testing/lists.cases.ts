import { describe, expect, test } from '@jest/globals';
import { askAccess, askApproval, askEmou } from '../../../testing/askEmou.ts';
import { move, snapDenial } from '../../../testing/makeMoves.ts';
import { asked, bed, cio, dcfs, done, idhs, passDays, requestOf, show, url } from './procedure.ts';

describe('lists', () => {
  interface Listed {
    readonly requests: {
      readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  }
  const list = `query ($box: RequestBox, $first: Int, $after: String, $status: [AccessRequestStatus!]) {
    requests(box: $box, first: $first, after: $after, status: $status) {
      edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`;
  const idsOf = ({ requests }: Listed) => requests.edges.map(({ node }) => node.id);

  test("each agency's inbox holds what waits for it, page by page, and what it asked for is in its outbox", async () => {
    const datasets = ['snap.participation', 'snap.benefits', 'tanf.benefits', 'tanf.participation', 'snap.eligibility'];
    const { ids } = await askAccess(url, dcfs(), { datasets });
    const [first] = ids;
    const pages: string[] = [];
    let after: string | null = null;
    do {
      const page: Listed = await show<Listed>(list, { box: 'INBOX', first: 2, after }, idhs());
      pages.push(...idsOf(page));
      after = page.requests.pageInfo.hasNextPage ? page.requests.pageInfo.endCursor : null;
    } while (after !== null);
    expect([...pages].sort()).toEqual([...ids].sort());
    expect(pages).toHaveLength(5);
    expect(idsOf(await show<Listed>(list, { box: 'INBOX' }))).toEqual([]);
    expect(idsOf(await show<Listed>(list, { box: 'OUTBOX' })).sort()).toEqual([...ids].sort());

    done(await move(url, idhs(), 'denyRequest', { requestId: first, expectedSequence: 2, denials: [snapDenial] }));
    expect(idsOf(await show<Listed>(list, { box: 'INBOX' }))).toEqual([first]);
    done(await move(url, dcfs(), 'escalateDenial', { requestId: first, expectedSequence: 3 }));
    expect(idsOf(await show<Listed>(list, { box: 'INBOX' }, cio()))).toEqual([first]);
    expect(idsOf(await show<Listed>(list, { status: ['ESCALATED'] }))).toEqual([first]);
    passDays(30);
    expect(idsOf(await show<Listed>(list, { box: 'OVERDUE' }, idhs())).sort()).toEqual(ids.slice(1).sort());
  });

  test('the list of an agency that does not exist is refused with the codes, and not empty', async () => {
    const query = '{ requests(box: INBOX, agency: "idhs") { edges { cursor } } }';
    const { code, message } = await askEmou(url, dcfs(), query);
    expect(code).toBe('BAD_USER_INPUT');
    expect(message).toMatch(/^agency must be the code of an agency: IDOA, DCFS, .*, DOIT, .*, GOV\.$/);
    expect(idsOf(await show<Listed>('{ requests(agency: "GOV") { edges { cursor node { id } } } }'))).toEqual([]);
  });

  test('figures: median days, silence, denials, overturns', async () => {
    const { ids } = await askAccess(url, dcfs(), {
      datasets: ['snap.participation', 'snap.benefits', 'tanf.benefits', 'tanf.participation'],
    });
    const [denied = '', approved = ''] = ids;
    done(await move(url, idhs(), 'denyRequest', { requestId: denied, expectedSequence: 2, denials: [snapDenial] }));
    await askApproval(url, idhs(), approved);
    done(await move(url, dcfs(), 'escalateDenial', { requestId: denied, expectedSequence: 3 }));
    done(await move(url, cio(), 'overturnDenial', { requestId: denied, expectedSequence: 4 }));
    passDays(30);
    const figures =
      '{ responseStatistics { owner received answered awaited medianBusinessDays shareDeemed shareDenied shareOverturned } }';
    expect(await show(figures)).toEqual({
      responseStatistics: [
        {
          owner: 'IDHS',
          received: 4,
          answered: 2,
          awaited: 0,
          medianBusinessDays: 5,
          shareDeemed: 0.5,
          shareDenied: 0.25,
          shareOverturned: 1,
        },
      ],
    });
  });

  test('the public register shows denials with their law', async () => {
    const requestId = await asked();
    done(await move(url, idhs(), 'denyRequest', { requestId, expectedSequence: 2, denials: [snapDenial] }));
    const open = await asked({ datasets: ['tanf.benefits'] });
    const { publicRegister } = await show<{ publicRegister: { edges: { node: { id: string } }[] } }>(
      '{ publicRegister { edges { node { id status refused { fields denials { code citation officerTitle } offer { fields } } } } } }',
    );
    expect(publicRegister.edges.map(({ node }) => node.id)).not.toContain(open);
    expect(publicRegister.edges).toMatchObject([
      { node: { id: requestId, status: 'DENIED', refused: { denials: [{ code: 'FED-SNAP-1' }], offer: null } } },
    ]);
  });

  test('denial codes that fit a dataset, grounds for more time, and the calendar', async () => {
    const data = await show<{
      denialCodes: { code: string }[];
      extensionReasons: object[];
      calendar: { closedDays: { date: string }[] };
      answerDue: string;
    }>(`{ denialCodes(dataset: "snap.participation") { code citations curableBy } extensionReasons { code text }
      calendar(fromYear: 2027, toYear: 2027) { version closedDays { date name } }
      answerDue(received: "2026-11-20T15:00:00Z") }`);
    expect(data.denialCodes.map(({ code }) => code)).toContain('FED-SNAP-1');
    expect(data.denialCodes.map(({ code }) => code)).not.toContain('EDU-1');
    expect(data.extensionReasons).toHaveLength(7);
    expect(data.calendar.closedDays.map(({ date }) => date)).toContain('2027-12-31');
    expect(data.answerDue).toBe('2026-12-08');
  });

  test('a proclaimed day moves the due moment of what is open; only the data steward proclaims', async () => {
    const requestId = await asked();
    const { due } = await requestOf(requestId, 'due { date }');
    const day = (due as { date: string }).date;
    const proclaim = 'mutation ($input: ProclaimDayInput!) { proclaimDay(input: $input) { calendar { version } } }';
    const input = { day, name: 'Day of mourning', source: "Governor's proclamation" };
    expect((await askEmou(url, idhs(), proclaim, { input })).code).toBe('FORBIDDEN');
    await show(proclaim, { input }, cio());
    expect(((await requestOf(requestId, 'due { date }')).due as { date: string }).date > day).toBe(true);
    expect((await askEmou(url, cio(), proclaim, { input })).code).toBe('CONFLICT');
    const over = { ...input, day: '2020-01-06' };
    expect((await askEmou(url, cio(), proclaim, { input: over })).code).toBe('BAD_USER_INPUT');
    const [row] = await bed.sql<{ at: Date }>("select ends_at as at from agreement_phase where status = 'SUBMITTED'");
    expect(row?.at.toISOString().slice(0, 10)).not.toBe(day);
  });
});
