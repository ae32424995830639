import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FeedApproval } from '../../schema/approvalFeed.ts';
import { staffRoles } from '../../schema/roles.ts';
import { at } from '../harness/answer.ts';
import { eventually } from '../harness/eventually.ts';
import { type FakeEmou, startFakeEmou } from '../harness/product/fakeEmou.ts';
import {
  idOf,
  type Product,
  post,
  startGateway,
  startProduct,
  type TestGateway,
} from '../harness/product/startProduct.ts';
import { aging, dcfsOfficer, fosterCare, snapWorker, type Who } from '../harness/requesters.ts';

const query = 'query ($id: ID!) { person(id: $id) { id snap { status } } }';
const variables = { id: idOf('daughter') };
const opened = { person: { id: variables.id, snap: { status: 'ACTIVE' } } };
const closed = { person: { id: variables.id, snap: null } };

let system: Product;
beforeAll(async () => {
  system = await startProduct();
}, 120_000);
afterAll(() => system?.stop());

const askAt = (url: string, who: Who) => post(url, system.token(who), { query, variables });
const readiness = async (url: string) => {
  const response = await fetch(new URL('/health/ready', url));
  return { status: response.status, body: (await response.json()) as unknown };
};

/** How often this gateway has lost or refused the feed, by its own metrics. */
async function interruptions(url: string): Promise<number> {
  const text = await (await fetch(new URL('/metrics', url))).text();
  return Number(/^person360_feed_interruptions_total (\d+)$/m.exec(text)?.[1]);
}

function approvalFor(who: Who, more: Partial<FeedApproval> = {}): FeedApproval {
  return {
    id: 'a-1',
    requestingAgency: who.agency,
    dataset: 'snap.participation',
    purpose: who.purpose,
    legalBasis: 'a statute',
    roles: [...staffRoles],
    validFrom: '2020-01-01T00:00:00.000Z',
    validUntil: '2099-01-01T00:00:00.000Z',
    ...more,
  };
}

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

  test('closes what approvals open, not what owners see of their own; readiness says so; it opens again by itself', async () => {
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
    'of a dataset that nobody has described': (emou) =>
      emou.snapshot({
        revision: 1_000,
        approvals: [...everything(), { ...approvalFor(aging), dataset: 'snap.everything' }],
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
      body: { checks: { 'approval feed': 'lost, or what it said last was refused' } },
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
