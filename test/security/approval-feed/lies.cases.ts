import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FeedApproval } from '../../../schema/approvals/approvalFeed.ts';
import { at } from '../../harness/answer.ts';
import { eventually } from '../../harness/eventually.ts';
import { type FakeEmou, startFakeEmou } from '../../harness/product/fakeEmou.ts';
import { post, startGateway, type TestGateway } from '../../harness/product/startProduct.ts';
import { aging, fosterCare } from '../../harness/requesters.ts';
import { approvalFor, askAt, closed, opened, readiness, system } from './snapOfDaughter.ts';

/** How often this gateway has lost or refused the feed, by its own metrics. */
async function interruptions(url: string): Promise<number> {
  const text = await (await fetch(new URL('/metrics', url))).text();
  return Number(/^person360_feed_interruptions_total (\d+)$/m.exec(text)?.[1]);
}

describe('a feed that lies', () => {
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const now = () => Math.floor(Date.now() / 1000);
  const everything = (): readonly FeedApproval[] => [approvalFor(aging)];

  const lies: Readonly<Record<string, (emou: FakeEmou) => string>> = {
    'signed by somebody else': (emou) => emou.snapshot({ revision: 1_000, approvals: everything() }, { key: other }),
    'not signed': (emou) => emou.snapshot({ revision: 1_000, approvals: everything() }, { key: '', algorithm: 'none' }),
    'signed with the public key as a secret': (emou) =>
      emou.snapshot(
        { revision: 1_000, approvals: everything() },
        { key: createPublicKey(emou.privateKey).export({ type: 'spki', format: 'pem' }), algorithm: 'HS256' },
      ),
    'of another issuer': (emou) =>
      emou.snapshot({ revision: 1_000, approvals: everything(), iss: 'person360-gateway' }),
    'of an earlier revision': (emou) => emou.snapshot({ revision: 4, approvals: everything() }),
    'for an agency that has not signed': (emou) =>
      emou.snapshot({
        revision: 1_000,
        approvals: [...everything(), { ...approvalFor(aging), requestingAgency: 'ICE' }],
      }),
    'of what cannot be a dataset': (emou) =>
      emou.snapshot({
        revision: 1_000,
        approvals: [...everything(), { ...approvalFor(aging), dataset: 'snap.every\u200bthing' }],
      }),
    'without its form': (emou) => emou.snapshot({ revision: 1_000, approvals: [{ ...approvalFor(aging), roles: [] }] }),
    'for a role that is not in the list': (emou) =>
      emou.snapshot({
        revision: 1_000,
        approvals: everything(),
        rewrite: (written) => ({ ...written, roleLists: [['NOROLE']] }),
      }),
    'that names no roles': (emou) =>
      emou.snapshot({
        revision: 1_000,
        approvals: everything(),
        rewrite: (written) => ({ ...written, roleLists: [null] }),
      }),
    'for residents': (emou) =>
      emou.snapshot({
        revision: 1_000,
        approvals: everything(),
        rewrite: (written) => ({ ...written, roleLists: [['RESIDENT']] }),
      }),
    'no token at all': () => 'approve everything',
    ...Object.fromEntries(
      ['*', 'all', 'manage', '__proto__', 'constructor', 'snap', 'snap.*', 'SNAP.participation', ''].map((dataset) => [
        `of a dataset named «${dataset}»`,
        (emou: FakeEmou) =>
          emou.snapshot({ revision: 1_000, approvals: [...everything(), { ...approvalFor(aging), dataset }] }),
      ]),
    ),
    ...Object.fromEntries(
      ['*', 'all', '__proto__', 'dcfs'].map((requestingAgency) => [
        `for an agency named «${requestingAgency}»`,
        (emou: FakeEmou) =>
          emou.snapshot({ revision: 1_000, approvals: [...everything(), { ...approvalFor(aging), requestingAgency }] }),
      ]),
    ),
    'with a field that is none': (emou) =>
      emou.snapshot({ revision: 1_000, approvals: [approvalFor(aging, { fields: [{ field: '*' }] })] }),
    'with one approval said twice': (emou) =>
      emou.snapshot({ revision: 1_000, approvals: [approvalFor(aging), approvalFor(aging, { purpose: 'AUDIT' })] }),
    'with an approval that ends before it begins': (emou) =>
      emou.snapshot({
        revision: 1_000,
        approvals: [...everything(), approvalFor(aging, { id: 'a-2', validUntil: '2019-01-01T00:00:00.000Z' })],
      }),
    'in more parts than there can be': (emou) =>
      emou.snapshot({ revision: 1_000, approvals: everything(), part: { number: 1, of: 2_001 } }),
  };

  let emou: FakeEmou;
  let gateway: TestGateway;
  let revision = 4;
  /** Each time a newer one: of a feed without news the gateway asks less and less often, for up to two seconds. */
  const newTruth = () => {
    revision += 1;
    return emou.snapshot({ revision, approvals: [approvalFor(fosterCare)] });
  };
  beforeAll(async () => {
    emou = await startFakeEmou();
    emou.greetWith(newTruth);
    gateway = await startGateway(system, { approvals: { ...emou, maxAgeSeconds: 600 } });
    await gateway.ready;
  }, 60_000);
  afterAll(async () => {
    await gateway?.stop();
    await emou?.stop();
  });

  test.each(Object.keys(lies))('changes nothing: %s', async (name) => {
    expect((await askAt(gateway.url, fosterCare)).data).toEqual(opened);
    const before = await interruptions(gateway.url);
    // Told until it has judged one: it hangs up on a liar and calls again.
    const judged = await eventually(
      () => {
        emou.send('snapshot', lies[name]?.(emou) ?? '');
        return interruptions(gateway.url);
      },
      (count) => count > before,
    );
    expect(judged).toBeGreaterThan(before);
    expect((await askAt(gateway.url, aging)).data).toEqual(closed);
    expect((await askAt(gateway.url, fosterCare)).data).toEqual(opened);
  });

  test('raises an alarm in health and metrics until it says the truth, and what is known is served on', async () => {
    const lie = () => emou.snapshot({ revision: 1_000, approvals: [approvalFor(aging, { dataset: 'all' })] });
    const metric = async () =>
      /^person360_feed_alarm (\d)$/m.exec(await (await fetch(new URL('/metrics', gateway.url))).text())?.[1];
    emou.greetWith(lie);
    emou.send('snapshot', lie());
    const alarmed = await eventually(
      () => readiness(gateway.url),
      ({ body }) => at(body, 'checks.approval feed') !== 'ok',
    );
    expect(alarmed).toMatchObject({
      status: 200,
      body: { checks: { 'approval feed': 'lost, or its last event was rejected' } },
    });
    expect(await metric()).toBe('1');
    expect((await askAt(gateway.url, fosterCare)).data).toEqual(opened);
    emou.greetWith(newTruth);
    const calm = await eventually(
      () => readiness(gateway.url),
      ({ body }) => at(body, 'checks.approval feed') === 'ok',
    );
    expect(calm.status).toBe(200);
    expect(await metric()).toBe('0');
  });

  test('changes nothing, and does not keep old approvals fresh: older than the last one', async () => {
    const late = { iat: now() - 3_600 };
    emou.send('snapshot', emou.snapshot({ revision: 1_000, approvals: everything(), ...late }));
    emou.send('heartbeat', emou.heartbeat(revision, new Date(late.iat * 1_000)));
    // What follows on the same connection is read after it.
    emou.send('snapshot', newTruth());
    const told = revision;
    const answer = await eventually(
      () => askAt(gateway.url, fosterCare),
      ({ text }) => Number(at(JSON.parse(text), 'extensions.approvalRevision')) >= told,
    );
    expect(answer.data).toEqual(opened);
    expect((await askAt(gateway.url, aging)).data).toEqual(closed);
  });

  test('the truth is still believed, and at once', async () => {
    emou.send('snapshot', emou.snapshot({ revision: 101, approvals: [approvalFor(aging)] }));
    const answer = await eventually(
      () => askAt(gateway.url, aging),
      ({ errors }) => errors.length === 0,
    );
    expect(answer.data).toEqual(opened);
    expect((await askAt(gateway.url, fosterCare)).data).toEqual(closed);
  });

  test('an approval not begun, ended, for other roles or another purpose opens nothing', async () => {
    const cases: readonly (readonly [Partial<FeedApproval>, string])[] = [
      [{ validFrom: '2098-01-01T00:00:00.000Z' }, 'NOT_IN_FORCE'],
      [{ validUntil: '2021-01-01T00:00:00.000Z' }, 'NOT_IN_FORCE'],
      [{ roles: ['SUPERVISOR'] }, 'ROLE_NOT_COVERED'],
      [{ purpose: 'AUDIT' }, 'NO_APPROVAL'],
      [{ purpose: 'all' }, 'NO_APPROVAL'],
      [{ dataset: 'snap.everything' }, 'NO_APPROVAL'],
    ];
    for (const [index, [more, reason]] of cases.entries()) {
      emou.send('snapshot', emou.snapshot({ revision: 110 + index, approvals: [approvalFor(aging, more)] }));
      const answer = await eventually(
        () => askAt(gateway.url, aging),
        ({ text }) => at(JSON.parse(text), 'extensions.approvalRevision') === 110 + index,
      );
      expect([answer.data, answer.errors[0]?.extensions.reason]).toEqual([closed, reason]);
    }
  });

  test('no approval opens what is for owners only', async () => {
    const lookup: FeedApproval = { ...approvalFor(aging), dataset: 'snap.lookup' };
    emou.send('snapshot', emou.snapshot({ revision: 120, approvals: [approvalFor(aging), lookup] }));
    await eventually(
      () => askAt(gateway.url, aging),
      ({ errors }) => errors.length === 0,
    );
    const answer = await post(gateway.url, system.token(aging), {
      query: '{ snapCase(number: "08-0000437") { status } }',
    });
    expect(answer.data).toEqual({ snapCase: null });
  });
});
