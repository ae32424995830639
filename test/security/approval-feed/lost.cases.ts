import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { at } from '../../harness/answer.ts';
import { eventually } from '../../harness/eventually.ts';
import { type FakeEmou, startFakeEmou } from '../../harness/product/fakeEmou.ts';
import { post, startGateway, type TestGateway } from '../../harness/product/startProduct.ts';
import { dcfsOfficer, fosterCare, snapWorker } from '../../harness/requesters.ts';
import { approvalFor, askAt, closed, opened, readiness, system } from './snapOfDaughter.ts';

describe('a feed that is lost', () => {
  let emou: FakeEmou;
  let gateway: TestGateway;
  let beats: NodeJS.Timeout;
  beforeAll(async () => {
    emou = await startFakeEmou();
    emou.greetWith(() => emou.snapshot({ approvals: [approvalFor(fosterCare)] }));
    beats = setInterval(() => emou.send('heartbeat', emou.heartbeat(1, new Date())), 300);
    gateway = await startGateway(system, { approvals: { ...emou, maxAgeSeconds: 5 } });
    await gateway.ready;
  }, 60_000);
  afterAll(async () => {
    clearInterval(beats);
    await gateway?.stop();
    await emou?.stop();
  });

  test('closes what approvals open but not what owners see of their own data, shows in readiness, and ends by itself', async () => {
    expect((await askAt(gateway.url, fosterCare)).data).toEqual(opened);
    expect((await readiness(gateway.url)).status).toBe(200);

    emou.cut();
    const lost = await eventually(
      () => askAt(gateway.url, fosterCare),
      ({ errors }) => errors.length > 0,
    );
    expect(lost.data).toEqual(closed);
    expect(
      lost.errors.map(({ extensions }) => [extensions.code, extensions.reason, at(extensions, 'remedy.action')]),
    ).toEqual([['UNAUTHORIZED_FIELD_OR_TYPE', 'APPROVALS_UNAVAILABLE', 'TRY_LATER']]);
    expect((await askAt(gateway.url, snapWorker)).data).toEqual(opened);
    const notReady = await eventually(
      () => readiness(gateway.url),
      ({ status }) => status === 503,
    );
    expect(notReady.status).toBe(503);
    expect(JSON.stringify(notReady.body)).not.toMatch(/127\.0\.0\.1|http:|\.ts\b/);
    expect((await fetch(new URL('/health/live', gateway.url))).status).toBe(200);

    emou.listen();
    const back = await eventually(
      () => askAt(gateway.url, fosterCare),
      ({ errors }) => errors.length === 0,
    );
    expect(back.data).toEqual(opened);
    expect(
      (
        await eventually(
          () => readiness(gateway.url),
          ({ status }) => status === 200,
        )
      ).status,
    ).toBe(200);
  }, 60_000);

  test('a connection that stays open but silent counts as lost', async () => {
    clearInterval(beats);
    const silent = await eventually(
      () => askAt(gateway.url, fosterCare),
      ({ errors }) => errors.length > 0,
      15_000,
    );
    expect(silent.data).toEqual(closed);
  }, 30_000);
});

describe('the real feed', () => {
  test('a gateway cut off from it refuses to acknowledge a change that it cannot learn of', async () => {
    const proxy = system.proxy('emou');
    const origin = new URL(proxy.url).origin;
    const gateway = await startGateway(system, {
      approvals: { ...system.feed, url: `${origin}/feed` },
    });
    try {
      await gateway.ready;
      expect((await askAt(gateway.url, fosterCare)).data).toEqual(opened);
      const officer = { ...dcfsOfficer, agency: 'IDHS' } as const;
      proxy.behave({ kind: 'down' });
      const answer = await post(gateway.url, system.token(officer), {
        query:
          'mutation { revokeApproval(input: { approvalId: "x", reason: "No longer needed." }) { approvalRevision } }',
      });
      expect(answer.codes.length).toBeGreaterThan(0);
      expect((await askAt(gateway.url, fosterCare)).data).toEqual(closed);
      expect((await askAt(gateway.url, snapWorker)).data).toEqual(opened);
    } finally {
      proxy.behave({ kind: 'pass' });
      await gateway.stop();
    }
  }, 60_000);
});
