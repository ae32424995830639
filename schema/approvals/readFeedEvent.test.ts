import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { STAFF_ROLES } from '../catalog/roles.ts';
import { type FeedApproval, FeedEvent, LARGEST_PART } from './approvalFeed.ts';
import { Condition, Transform } from './approvalTerms.ts';
import { readFeedEvent } from './readFeedEvent.ts';
import { approvalsOf, writeApprovals } from './snapshotApprovals.ts';
import '../../test/harness/propertySeed.ts';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const text = fc.constantFrom('a', 'DCFS', 'snap.participation', '7 CFR 272.1(c)', '__proto__');
const instant = fc.constantFrom('2020-02-29T00:00:00Z', '2020-01-01T06:00:00.000Z', '2099-12-31T23:59:59.123456Z');
const number = fc.constantFrom(0, 1, 7, 1_800_000_000);
const few = { maxLength: 3 };
const optional = { requiredKeys: [] };
const term = fc.record({
  field: fc.constantFrom('SnapParticipation.status', 'A.b', '_a1.b_2'),
  more: fc.record(
    {
      transform: fc.constantFrom(...Transform.options),
      conditions: fc.array(fc.array(fc.constantFrom(...Condition.options), { minLength: 1, ...few }), {
        minLength: 1,
        ...few,
      }),
    },
    optional,
  ),
});
const fields = fc.array(
  term.map(({ field, more }) => ({ field, ...more })),
  { minLength: 1, maxLength: 3 },
);
const approval = fc.record({
  own: fc.record({
    ...{ id: text, requestingAgency: text, dataset: text, purpose: text, legalBasis: text },
    ...{ validFrom: instant, validUntil: instant },
    roles: fc.array(fc.constantFrom(...STAFF_ROLES), { minLength: 1, maxLength: 2 }),
  }),
  more: fc.record({ fields }, optional),
});
const snapshot = fc
  .record({
    own: fc.record({ revision: number, iat: number, agencies: fc.array(text, few) }),
    approvals: fc.array(
      approval.map(({ own, more }) => ({ ...own, ...more })),
      few,
    ),
    more: fc.record(
      { part: fc.constantFrom({ number: 1, of: 1 }, { number: 2, of: 3 }, { number: 3, of: 2 }) },
      optional,
    ),
  })
  .map(({ own, approvals, more }) => ({
    ...{ iss: 'person360-emou', kind: 'snapshot', ...own },
    ...writeApprovals(approvals),
    ...more,
  }));
const odd = fc.constantFrom<Json>(
  ...[
    null,
    true,
    -1,
    1,
    2,
    3,
    1.5,
    1e300,
    0,
    253_402_300_799_999,
    253_402_300_800_000,
    '',
    ' ',
    'MONTH',
    'WARD',
    'A.b',
    'A.b\n',
    '*',
    'delta',
    'heartbeat',
  ],
  ...['2021-02-29T00:00:00Z', '2020-01-01T06:00:00+00:00', '2020-01-01', '2020-01-01T06:00:00.000Z\n'],
  ...[[], [[]], [''], [null], {}, [{}], [{ field: 'A.b' }], { length: 0 }],
);
/** A place in the JSON: at each step the member with that number, until there are no steps or nothing below. */
const mistake = fc.record({
  steps: fc.array(fc.nat({ max: 12 }), { maxLength: 7 }),
  value: odd,
  kind: fc.constantFrom('put', 'add', 'remove'),
  name: fc.constantFrom('__proto__', 'fields', 'fieldLists', 'constructor', 'extra', 'roles', 'transform', '0', '1'),
});

/** Returns the text with one mistake in it. */
function mistaken(json: string, { steps, value, kind, name }: FcValue<typeof mistake>): string {
  const root: Json = JSON.parse(json);
  let holder: Json = root;
  let names = Object.keys(root ?? {});
  let chosen = names[(steps[0] ?? 0) % names.length] ?? '';
  for (const step of steps.slice(1)) {
    const below: Json | undefined = own(holder, chosen);
    if (typeof below !== 'object' || below === null || Object.keys(below).length === 0) break;
    holder = below;
    names = Object.keys(below);
    chosen = names[step % names.length] ?? '';
  }
  if (kind === 'remove') Reflect.deleteProperty(Object(holder), chosen);
  else Object.defineProperty(holder, kind === 'add' ? name : chosen, { value, enumerable: true, configurable: true });
  return JSON.stringify(root);
}

type FcValue<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never;

function own(holder: Json, name: string): Json | undefined {
  const held: Json | undefined = Object.getOwnPropertyDescriptor(Object(holder), name)?.value;
  return held;
}

function outcome(read: (payload: unknown) => FeedEvent, json: string): unknown {
  try {
    return read(JSON.parse(json));
  } catch (error) {
    return String(error);
  }
}

test('accepts and refuses what the form of an event does, in its words', () => {
  const counts = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(snapshot, fc.option(mistake, { nil: undefined }), (good, wrong) => {
      const json = wrong === undefined ? JSON.stringify(good) : mistaken(JSON.stringify(good), wrong);
      const expected = outcome((payload) => FeedEvent.parse(payload), json);
      counts[typeof expected === 'string' ? 'refused' : 'accepted']++;
      expect(outcome(readFeedEvent, json)).toEqual(expected);
    }),
    { numRuns: 1_000 },
  );
  expect(Math.min(counts.accepted, counts.refused)).toBeGreaterThan(100);
});

const good: FeedApproval = {
  id: 'a',
  requestingAgency: 'DCFS',
  dataset: 'snap.participation',
  purpose: 'AUDIT',
  legalBasis: 'a statute',
  roles: [...STAFF_ROLES],
  validFrom: '2020-01-01T00:00:00.000Z',
  validUntil: '2099-01-01T00:00:00.000Z',
};
const event = (approvals: readonly FeedApproval[]) => ({
  ...{ iss: 'person360-emou', kind: 'snapshot', revision: 1, iat: 1, agencies: ['DCFS'] },
  ...writeApprovals(approvals),
});

test('what emou writes is taken as it is, without a copy of the columns', () => {
  const approvals: readonly FeedApproval[] = [{ ...good, roles: ['CASEWORKER'], fields: [{ field: 'A.b' }] }, good];
  const written = event(approvals);
  const read = readFeedEvent(written);
  if (read.kind !== 'snapshot') throw new Error('It was a snapshot.');
  expect(read).toMatchObject({ kind: 'snapshot', revision: 1 });
  expect(read.approvals).toBe(written.approvals);
  expect(approvalsOf(read)).toEqual(approvals);
});

test('an event of more approvals than it may hold is refused', () => {
  const most = Array.from({ length: LARGEST_PART }, () => good);
  expect(readFeedEvent(event(most))).toMatchObject({ approvals: { id: { length: LARGEST_PART } } });
  expect(() => readFeedEvent(event([...most, good]))).toThrow(/Too big/);
});
