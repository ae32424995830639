import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { createFeedVerifier } from '../../feed/feedVerifier.ts';
import { createKeySet } from '../../keys/keySet.ts';
import {
  type FeedApproval,
  type FeedDelta,
  LARGEST_DELTA,
  type SnapshotApprovals,
} from '../../schema/approvals/approvalFeed.ts';
import type { WrittenApprovals } from '../../schema/approvals/snapshotApprovals.ts';
import { STAFF_ROLES } from '../../schema/catalog/roles.ts';
import { eventually } from '../../test/harness/eventually.ts';
import { type FakeEmou, startFakeEmou } from '../../test/harness/product/fakeEmou.ts';
import { type ApprovalFeed, followApprovalFeed } from './approvalFeed.ts';

let emou: FakeEmou;
let feed: ApprovalFeed | undefined;
let refused: string[] = [];

beforeAll(async () => {
  emou = await startFakeEmou();
});
afterAll(() => emou?.stop());
afterEach(async () => {
  emou.cut();
  await feed?.stop();
  emou.listen();
});

/** Follows a feed that begins with one approval at revision 5. */
async function follow(): Promise<ApprovalFeed> {
  emou.greetWith(() => emou.snapshot({ revision: 5, approvals: [approval('a')] }));
  refused = [];
  const following = followApprovalFeed({
    url: emou.url,
    authorization: () => 'Bearer none',
    verify: createFeedVerifier(createKeySet({ url: emou.jwksUrl, algorithms: ['ES256'], clock: () => new Date() })),
    maxAgeSeconds: 60,
    clock: () => new Date(),
    log: (_, { reason }) => refused.push(String(reason)),
  });
  feed = following;
  await following.ready;
  return following;
}

function approval(id: string, more: Partial<FeedApproval> = {}): FeedApproval {
  return {
    id,
    requestingAgency: 'DCFS',
    dataset: 'snap.participation',
    purpose: 'AUDIT',
    legalBasis: 'a statute',
    roles: [...STAFF_ROLES],
    validFrom: '2020-01-01T00:00:00.000Z',
    validUntil: '2099-01-01T00:00:00.000Z',
    ...more,
  };
}

function known(following: ApprovalFeed, dataset = 'snap.participation', agency = 'DCFS'): readonly string[] {
  const approvals = following.current(new Date())?.of(agency, 'AUDIT').approvalsFor(dataset) ?? [];
  return approvals.map(({ id }) => id);
}

const change = (delta: Partial<FeedDelta>) => emou.send('delta', emou.delta({ base: 5, revision: 6, ...delta }));
const at = (following: ApprovalFeed, revision: number) => following.reached(revision, 5_000);

test('a delta adds, replaces and removes what it names, and leaves the rest', async () => {
  const following = await follow();
  const before = following.current(new Date());
  change({ changed: [approval('b'), approval('c', { requestingAgency: 'HFS' })] });
  expect(await at(following, 6)).toBe(true);
  expect([known(following), known(following, 'snap.participation', 'HFS')]).toEqual([['a', 'b'], ['c']]);

  change({ base: 6, revision: 7, changed: [approval('b', { dataset: 'snap.benefits' })], removed: ['a', 'nobody'] });
  expect(await at(following, 7)).toBe(true);
  expect([known(following), known(following, 'snap.benefits')]).toEqual([[], ['b']]);
  expect(known(following, 'snap.participation', 'HFS')).toEqual(['c']);
  // Who decides by an earlier revision sees that revision to the end.
  expect(before?.of('DCFS', 'AUDIT').approvalsFor('snap.participation')).toHaveLength(1);
  expect(refused).toEqual([]);
});

test('an approval of a dataset that no supergraph here has is kept, and so are those beside it', async () => {
  const following = await follow();
  change({ changed: [approval('b', { dataset: 'aging.community' }), approval('c')] });
  expect(await at(following, 6)).toBe(true);
  expect([known(following), known(following, 'aging.community')]).toEqual([['a', 'c'], ['b']]);
  emou.send('snapshot', emou.snapshot({ revision: 7, approvals: [approval('d', { dataset: 'aging.protective' })] }));
  expect(await at(following, 7)).toBe(true);
  expect([known(following, 'aging.protective'), refused]).toEqual([['d'], []]);
});

test('the next instant that changes something is known after a delta too', async () => {
  const following = await follow();
  const next = () => following.current(new Date())?.of('DCFS', 'AUDIT').nextChange(Date.parse('2026-01-01T00:00:00Z'));
  expect(next()).toBe(Date.parse('2099-01-01T00:00:00Z'));
  change({ changed: [approval('b', { validUntil: '2026-06-01T00:00:00.000Z' })] });
  await at(following, 6);
  expect(next()).toBe(Date.parse('2026-06-01T00:00:00Z'));
  change({ base: 6, revision: 7, removed: ['a', 'b'] });
  await at(following, 7);
  expect(next()).toBe(Number.POSITIVE_INFINITY);
});

test('a delta that reaches further back than what is known is good; what another connection says that is known already changes nothing', async () => {
  const following = await follow();
  change({ base: 2, revision: 8, changed: [approval('b')] });
  expect(await at(following, 8)).toBe(true);
  emou.greetWith(() => emou.snapshot({ revision: 7, approvals: [approval('old')] }));
  await following.catchUp();
  expect([known(following), following.revision]).toEqual([['a', 'b'], 8]);
  expect(refused).toEqual([]);
});

test('a snapshot in parts counts once all of them are here', async () => {
  const following = await follow();
  const part = (number: number, ids: readonly string[]) =>
    emou.send(
      'snapshot',
      emou.snapshot({ revision: 6, iat, part: { number, of: 3 }, approvals: ids.map((id) => approval(id)) }),
    );
  const iat = Math.floor(Date.now() / 1000);
  part(1, ['x', 'y']);
  part(2, ['z']);
  expect(await following.reached(6, 200)).toBe(false);
  expect(known(following)).toEqual(['a']);
  part(3, []);
  expect(await at(following, 6)).toBe(true);
  expect(known(following)).toEqual(['x', 'y', 'z']);
});

test('fields that many approvals share are written once', async () => {
  const following = await follow();
  const fields = [{ field: 'SnapParticipation.status' }];
  const approvals = [approval('b'), approval('c', { fields }), approval('d', { fields })];
  let written: WrittenApprovals | undefined;
  const rewrite = (columns: WrittenApprovals) => {
    written = columns;
    return columns;
  };
  emou.send('snapshot', emou.snapshot({ revision: 6, approvals, rewrite }));
  expect(await at(following, 6)).toBe(true);
  const found = following.current(new Date())?.of('DCFS', 'AUDIT').approvalsFor('snap.participation') ?? [];
  expect(found).toEqual(approvals);
  expect(written?.fieldLists).toEqual([null, fields]);
});

/** A snapshot of one approval, its columns changed. */
const rewritten = (columns: Partial<SnapshotApprovals>) =>
  emou.send(
    'snapshot',
    emou.snapshot({
      revision: 6,
      approvals: [approval('b')],
      rewrite: (written) => ({ ...written, approvals: { ...written.approvals, ...columns } }),
    }),
  );
const iatNow = () => Math.floor(Date.now() / 1000);
const lies: Readonly<Record<string, () => void>> = {
  'a change of a revision that was never reached': () => change({ base: 6, revision: 7 }),
  'a change that leads nowhere': () => change({ base: 5, revision: 5, changed: [approval('b')] }),
  'a change that leads back': () => change({ base: 5, revision: 4, changed: [approval('b')] }),
  'a change for an agency that has not signed': () => change({ changed: [approval('b', { requestingAgency: 'ICE' })] }),
  'a change of what cannot be a dataset': () => change({ changed: [approval('b', { dataset: 'snap' })] }),
  'a change of a dataset whose name has an invisible character': () =>
    change({ changed: [approval('b', { dataset: 'snap.\u200bbenefits' })] }),
  'a change of more than one event holds': () =>
    change({ changed: Array.from({ length: LARGEST_DELTA + 1 }, (_, index) => approval(`b${index}`)) }),
  'a change that ends before it begins': () =>
    change({ changed: [approval('b', { validUntil: '2019-12-31T23:59:59.999Z' })] }),
  'a change that ends before it begins, its instants written in two ways': () =>
    change({
      changed: [approval('b', { validFrom: '2020-01-01T00:00:00.5Z', validUntil: '2020-01-01T00:00:00Z' })],
    }),
  'a heartbeat of a change that was missed': () => emou.send('heartbeat', emou.heartbeat(6, new Date())),
  'fields of a list that is not there': () => rewritten({ fields: [1] }),
  'fields of no list': () => rewritten({ fields: [] }),
  'a dataset that is not there': () => rewritten({ dataset: [5] }),
  'columns of two lengths': () => rewritten({ id: ['b', 'c'] }),
  'an instant that is none': () => rewritten({ validFrom: [8.64e15] }),
  'a part before the first': () =>
    emou.send('snapshot', emou.snapshot({ revision: 6, part: { number: 2, of: 2 }, approvals: [approval('b')] })),
  'parts of two revisions': () => {
    const iat = iatNow();
    emou.send('snapshot', emou.snapshot({ revision: 6, iat, part: { number: 1, of: 2 }, approvals: [approval('b')] }));
    emou.send('snapshot', emou.snapshot({ revision: 7, iat, part: { number: 2, of: 2 }, approvals: [approval('c')] }));
  },
};

test.each(Object.keys(lies))('is refused whole: %s; the next connection begins with a snapshot', async (name) => {
  const following = await follow();
  lies[name]?.();
  await eventually(
    async () => refused.length,
    (count) => count > 0,
  );
  expect(refused).not.toEqual([]);
  expect([known(following), following.revision]).toEqual([['a'], 5]);
  emou.greetWith(() => emou.snapshot({ revision: 9, approvals: [approval('true')] }));
  emou.cut();
  emou.listen();
  expect(await at(following, 9)).toBe(true);
  expect(known(following)).toEqual(['true']);
});
