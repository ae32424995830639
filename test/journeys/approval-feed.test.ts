import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { createFeedVerifier } from '../../feed/feedVerifier.ts';
import { type ApprovalFeed, followApprovalFeed } from '../../gateway/approvals/approvalFeed.ts';
import { createKeySet } from '../../keys/keySet.ts';
import { askAccess, askApproval, askRevocation } from '../../subgraphs/emou/testing/askEmou.ts';
import { type EmouTestBed, startEmouTestBed } from '../../subgraphs/emou/testing/emouTestBed.ts';
import type { RunningSubgraph } from '../../subgraphs/kit/startSubgraph.ts';

let bed: EmouTestBed;
let emou: RunningSubgraph;
let feeds: ApprovalFeed[] = [];
let interruptions: string[] = [];

beforeAll(async () => {
  bed = await startEmouTestBed();
  emou = await bed.startEmou();
}, 60_000);
afterAll(() => bed?.stop());
afterEach(async () => {
  await Promise.all(feeds.map((feed) => feed.stop()));
  feeds = [];
  interruptions = [];
});

/** A gateway's end of the feed. */
function follow(): ApprovalFeed {
  const feed = followApprovalFeed({
    url: new URL('/feed', emou.url).href,
    authorization: () => `Bearer ${bed.gatewayGrant()}`,
    verify: createFeedVerifier(
      createKeySet({
        url: new URL('/.well-known/jwks.json', emou.url).href,
        ...{ algorithms: ['ES256'], clock: bed.clock },
      }),
    ),
    maxAgeSeconds: 15,
    clock: bed.clock,
    log: (_, { reason }) => interruptions.push(String(reason)),
  });
  feeds.push(feed);
  return feed;
}

const idhs = () => bed.grant({ agency: 'IDHS' });
async function approve(agency: string): Promise<{ readonly id: string; readonly revision: number }> {
  const { ids } = await askAccess(emou.url, bed.grant({ agency }));
  const { approval, revision } = await askApproval(emou.url, idhs(), ids[0]);
  return { id: approval?.id ?? '', revision: revision ?? 0 };
}
const known = (feed: ApprovalFeed, agency: string) =>
  (feed.current(bed.clock())?.of(agency, 'CARE_COORDINATION').approvalsFor('snap.participation') ?? []).map(
    ({ id }) => id,
  );

test('every gateway learns of every decision, while others join and after emou restarts', async () => {
  const early = [follow(), follow()];
  await Promise.all(early.map(({ ready }) => ready));
  const kept = await approve('DCFS');
  const late = follow();
  await late.ready;
  const gone = await approve('HFS');
  const revoked = (await askRevocation(emou.url, idhs(), gone.id)).revision ?? 0;
  for (const feed of [...early, late]) {
    expect(await feed.reached(revoked, 2_000)).toBe(true);
    expect([known(feed, 'DCFS'), known(feed, 'HFS')]).toEqual([[kept.id], []]);
  }
  expect(interruptions).toEqual([]);

  const port = Number(new URL(emou.url).port);
  await emou.stop();
  emou = await bed.startEmou({}, port);
  const after = await approve('IDPH');
  for (const feed of [...early, late]) {
    expect(await feed.reached(after.revision, 10_000)).toBe(true);
    expect([known(feed, 'DCFS'), known(feed, 'HFS'), known(feed, 'IDPH')]).toEqual([[kept.id], [], [after.id]]);
  }
}, 60_000);

test('a gateway that asks knows every change committed before it asked, however many ask at once', async () => {
  const feed = follow();
  await feed.ready;
  await Promise.all(
    ['DCEO', 'IDOA', 'IDVA', 'ISBE'].map(async (agency) => {
      for (let round = 0; round < 3; round++) {
        const { id, revision } = await approve(agency);
        await feed.catchUp();
        expect(feed.revision).toBeGreaterThanOrEqual(revision);
        expect(known(feed, agency)).toEqual([id]);
        await askRevocation(emou.url, idhs(), id);
        await feed.catchUp();
        expect(known(feed, agency)).toEqual([]);
      }
    }),
  );
  expect(interruptions).toEqual([]);
}, 60_000);
