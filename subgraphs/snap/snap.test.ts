import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestSystems, type TestSystem, type TestSystems } from '../kit/testing/testSystems.ts';
import { snapSubgraph } from './subgraph.ts';

const rows = `
  insert into snap_case values
    ('C1', 'ACTIVE', 'S1', '2026-06-01', '2027-05-31', '2027-05-01', null, true, 'Peoria FCRC', 29100, 120000, 'EMPLOYER', 80000, 'IRS', 5000, true),
    ('C2', 'CANCELLED', 'S-GONE', '2025-06-01', '2026-05-31', '2026-05-01', '2025-12-01', false, 'Cook FCRC', 0, 90000, 'SSA', 70000, 'IEVS', 0, false);
  insert into client values
    ('S1', 'C1', true, 'EXEMPT', 0, false, 'LPR-MARKER', true),
    ('S2', 'C1', true, 'EXEMPT', 0, false, null, false),
    ('S3', 'C2', false, 'UNMET', 2, true, null, false);
  insert into event
    select 'S2', date '2024-01-01' + place, place, null, 'CHANGE', 'INCOME', null from generate_series(0, 149) as place;
  insert into event values
    ('S1', '2026-06-01', 2, '2027-05-31', 'CERTIFICATION', null, null),
    ('S1', '2026-05-18', 0, null, 'APPLICATION', null, null),
    ('S1', '2026-05-20', 1, null, 'IMMIGRATION_CHECK', null, null),
    ('S1', '2026-07-07', 3, null, 'TAX_DATA_MATCH', null, null),
    ('S3', '2025-06-01', 0, '2026-05-31', 'CERTIFICATION', null, null),
    ('S3', '2026-05-31', 1, null, 'CLOSURE', null, 'NOT_RECERTIFIED');
`;
const entities = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person';
const person = (snapClientId: unknown) => ({ __typename: 'Person', snapClientId });

describe('snap', () => {
  let systems: TestSystems;
  let snap: TestSystem;
  beforeAll(async () => {
    systems = await startTestSystems();
    snap = await systems.start(snapSubgraph, rows);
  }, 60_000);
  afterAll(() => systems.stop());

  test('a person is known by the program’s own number, with dates as they are written', async () => {
    const answer = await snap.ask(
      ['snap.participation', 'snap.benefits'],
      `${entities} { snapClientId snap { status certificationStart monthlyAllotment headOfHousehold { snapClientId }
         assistanceUnit { countable person { snapClientId } } } } } }`,
      { representations: [person('S1')] },
    );
    expect(answer.codes).toEqual([]);
    expect(answer.data).toEqual({
      _entities: [
        {
          snapClientId: 'S1',
          snap: {
            status: 'ACTIVE',
            certificationStart: '2026-06-01',
            monthlyAllotment: 29100,
            headOfHousehold: { snapClientId: 'S1' },
            assistanceUnit: [
              { countable: true, person: { snapClientId: 'S1' } },
              { countable: true, person: { snapClientId: 'S2' } },
            ],
          },
        },
      ],
    });
  });

  test('a null, unknown or impossible number gives null and does not affect the rest of the batch', async () => {
    const answer = await snap.ask(['snap.participation'], `${entities} { snap { status } } } }`, {
      representations: [null, 'S9', 'S1', 'S\0', '', 7, { $ne: 1 }, 'x'.repeat(5_000)].map(person),
    });
    expect(answer.codes).toEqual([]);
    expect(answer.data).toEqual({
      _entities: [null, null, { snap: { status: 'ACTIVE' } }, null, null, null, null, null],
    });
  });

  test('five hundred persons cost one statement, their assistance units one more', async () => {
    systems.statements.length = 0;
    const answer = await snap.ask(
      ['snap.participation'],
      `${entities} { snap { status assistanceUnit { person { snapClientId } } } } } }`,
      { representations: Array.from({ length: 500 }, (_, index) => person(`S${index % 5}`)) },
    );
    expect(answer.codes).toEqual([]);
    expect(systems.statements).toEqual(['snap.participations', 'snap.members']);
  });

  test('an income’s amount is null when its source is the tax agency or Social Security', async () => {
    const answer = await snap.ask(
      ['snap.participation', 'snap.eligibility'],
      `${entities} { snap { grossIncome { amount source } netIncome { amount source } } } } }`,
      { representations: [person('S1'), person('S3')] },
    );
    expect(answer.data).toEqual({
      _entities: [
        { snap: { grossIncome: { amount: 120000, source: 'EMPLOYER' }, netIncome: { amount: null, source: 'IRS' } } },
        { snap: { grossIncome: { amount: null, source: 'SSA' }, netIncome: { amount: 70000, source: 'IEVS' } } },
      ],
    });
  });

  test('barred fields are not answered, whatever the grant says', async () => {
    const everything = ['snap.participation', 'snap.benefits', 'snap.eligibility', 'snap.lookup'];
    const answer = await snap.ask(
      everything,
      `${entities} { snap { immigrationStatus domesticViolenceExclusion } } } }`,
      {
        representations: [person('S1')],
      },
    );
    expect(answer.data).toEqual({
      _entities: [{ snap: { immigrationStatus: null, domesticViolenceExclusion: null } }],
    });
    expect(answer.codes).toEqual(['FORBIDDEN_FIELD', 'FORBIDDEN_FIELD']);
    expect(answer.text).not.toContain('LPR-MARKER');
  });

  test('staff look a case up by its number; a head who has left the system is null', async () => {
    const query =
      'query ($n: String!) { snapCase(number: $n) { number status headOfHousehold { snapClientId } members { snapClientId } } }';
    expect((await snap.ask(['snap.lookup'], query, { n: 'C2' })).data).toEqual({
      snapCase: { number: 'C2', status: 'CANCELLED', headOfHousehold: null, members: [{ snapClientId: 'S3' }] },
    });
    expect((await snap.ask(['snap.lookup'], query, { n: 'none' })).data).toEqual({ snapCase: null });
    const refused = await snap.ask(['snap.participation'], query, { n: 'C2' });
    expect(refused.data).toEqual({ snapCase: null });
    expect(refused.codes).toEqual(['FORBIDDEN_FIELD']);
  });

  const history = `${entities} { snapHistory { date until ongoing kind change closureReason } } } }`;

  test('a history is oldest first; a certification goes on until its last day, and a closed one does not', async () => {
    const answer = await snap.ask(['snap.history'], history, { representations: [person('S1'), person('S3')] });
    expect(answer.codes).toEqual([]);
    const none = { change: null, closureReason: null };
    expect(answer.data).toEqual({
      _entities: [
        {
          snapHistory: [
            { ...none, date: '2026-05-18', until: null, ongoing: false, kind: 'APPLICATION' },
            { ...none, date: '2026-06-01', until: '2027-05-31', ongoing: true, kind: 'CERTIFICATION' },
          ],
        },
        {
          snapHistory: [
            { ...none, date: '2025-06-01', until: '2026-05-31', ongoing: false, kind: 'CERTIFICATION' },
            {
              ...none,
              date: '2026-05-31',
              until: null,
              ongoing: false,
              kind: 'CLOSURE',
              closureReason: 'NOT_RECERTIFIED',
            },
          ],
        },
      ],
    });
    expect(answer.text).not.toMatch(/IMMIGRATION|TAX_DATA/);
  });

  test('of a longer history the 100 most recent events are shown, still oldest first', async () => {
    const answer = await snap.ask(['snap.history'], history, { representations: [person('S2')] });
    const [shown] = (answer.data as { _entities: readonly { snapHistory: readonly { date: string }[] }[] })._entities;
    const dates = shown?.snapHistory.map(({ date }) => date) ?? [];
    expect([dates.length, dates[0], dates.at(-1)]).toEqual([100, '2024-02-20', '2024-05-29']);
    expect(dates).toEqual([...dates].sort());
  });
});
