import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type FeedApproval, FeedEvent, type FeedSnapshot, LARGEST_EVENT } from './approvalFeed.ts';
import { Condition, Transform } from './approvalTerms.ts';
import { readFeedEvent } from './readFeedEvent.ts';

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
const approval = fc
  .record({
    own: fc.record({
      ...{ id: text, requestingAgency: text, dataset: text, purpose: text, legalBasis: text },
      ...{ validFrom: instant, validUntil: instant },
    }),
    more: fc.record({ roles: fc.array(text, { minLength: 1, maxLength: 2 }), fieldList: number }, optional),
    inline: fc.option(fields, { freq: 5, nil: undefined }),
  })
  .map(({ own, more, inline }) => ({ ...own, ...more, ...(inline === undefined ? {} : { fields: inline }) }));
const snapshot = fc
  .record({
    own: fc.record({
      revision: number,
      iat: number,
      agencies: fc.array(text, few),
      approvals: fc.array(approval, few),
    }),
    more: fc.record(
      {
        fieldLists: fc.array(fields, few),
        part: fc.constantFrom({ number: 1, of: 1 }, { number: 2, of: 3 }, { number: 3, of: 2 }),
      },
      optional,
    ),
  })
  .map(({ own, more }) => ({ iss: 'person360-emou', kind: 'snapshot', ...own, ...more }));
const odd = fc.constantFrom<Json>(
  ...[null, true, -1, 1.5, 1e300, 0, '', ' ', 'MONTH', 'WARD', 'A.b', 'A.b\n', '*', 'delta', 'heartbeat'],
  ...['2021-02-29T00:00:00Z', '2020-01-01T06:00:00+00:00', '2020-01-01', '2020-01-01T06:00:00.000Z\n'],
  ...[[], [[]], [''], [null], {}, [{}], [{ field: 'A.b' }], { length: 0 }],
);
/** Where it goes: at each step the name of that number, until there are no steps or nothing below. */
const mistake = fc.record({
  steps: fc.array(fc.nat({ max: 12 }), { maxLength: 7 }),
  value: odd,
  kind: fc.constantFrom('put', 'add', 'remove'),
  name: fc.constantFrom('__proto__', 'fields', 'fieldLists', 'constructor', 'extra', 'roles', 'transform'),
});

/** The text with one mistake in it. */
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
  validFrom: '2020-01-01T00:00:00.000Z',
  validUntil: '2099-01-01T00:00:00.000Z',
};
const event = (approvals: readonly unknown[], more: Partial<FeedSnapshot> = {}) => ({
  ...{ iss: 'person360-emou', kind: 'snapshot', revision: 1, iat: 1, agencies: ['DCFS'], approvals },
  ...more,
});

test('what emou writes is taken as it is, without a copy of each approval', () => {
  const written = event([{ ...good, roles: ['CASEWORKER'], fieldList: 0 }, good], { fieldLists: [[{ field: 'A.b' }]] });
  expect(readFeedEvent(written)).toMatchObject({ kind: 'snapshot', revision: 1 });
  const read = readFeedEvent(written);
  expect(read.kind === 'snapshot' && read.approvals).toBe(written.approvals);
});

test('an event of more approvals than it may hold is refused', () => {
  const most = Array.from({ length: LARGEST_EVENT }, () => good);
  expect(readFeedEvent(event(most))).toMatchObject({ approvals: { length: LARGEST_EVENT } });
  expect(() => readFeedEvent(event([...most, good]))).toThrow(/Too big/);
});
