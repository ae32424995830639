import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type FeedApproval, LARGEST_PART } from '../../schema/approvals/approvalFeed.ts';
import { STAFF_ROLES } from '../../schema/catalog/roles.ts';
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
import { aging, fosterCare, type Who } from '../harness/requesters.ts';

/** The attack, or the accident: a feed that tells of more than a gateway can hold. */
describe('a feed of too many approvals', () => {
  /** In the field: 200,000. */
  const maxApprovals = 4 * LARGEST_PART;
  let system: Product;
  let emou: FakeEmou;
  let gateway: TestGateway;
  beforeAll(async () => {
    system = await startProduct();
    emou = await startFakeEmou();
    emou.greetWith(() => emou.snapshot({ revision: 5, approvals: [approvalFor(fosterCare, 'good')] }));
    gateway = await startGateway(system, { approvals: { ...emou, maxAgeSeconds: 600 }, limits: { maxApprovals } });
    await gateway.ready;
  }, 240_000);
  afterAll(async () => {
    await gateway?.stop();
    await emou?.stop();
    await system?.stop();
  });

  const approvalFor = ({ agency, purpose }: Who, id: string): FeedApproval => ({
    id,
    requestingAgency: agency,
    dataset: 'snap.participation',
    purpose,
    legalBasis: 'a statute',
    roles: [...STAFF_ROLES],
    validFrom: '2020-01-01T00:00:00.000Z',
    validUntil: '2099-01-01T00:00:00.000Z',
  });
  const query = 'query ($id: ID!) { person(id: $id) { id snap { status } } }';
  const variables = { id: idOf('daughter') };
  const ask = (who: Who) => post(gateway.url, system.token(who), { query, variables });
  const metric = async (name: string) => {
    const text = await (await fetch(new URL('/metrics', gateway.url))).text();
    return Number(new RegExp(`^person360_${name} (\\d+)$`, 'm').exec(text)?.[1]);
  };
  const expectLastGood = async () => {
    const [open, closed] = [await ask(fosterCare), await ask(aging)];
    expect(open.data).toEqual({ person: { id: variables.id, snap: { status: 'ACTIVE' } } });
    expect(closed.data).toEqual({ person: { id: variables.id, snap: null } });
    expect(at(JSON.parse(open.text), 'extensions.approvalRevision')).toBe(5);
  };

  test('is refused whole, however many parts it comes in; what was good is kept, and an alarm is raised', async () => {
    const before = await metric('feed_interruptions_total');
    const parts = maxApprovals / LARGEST_PART + 1;
    const iat = Math.floor(Date.now() / 1000);
    // It calls again after it has rejected the feed, and gets too much again.
    const tooLarge = Array.from({ length: LARGEST_PART + 1 }, (_, place) => approvalFor(aging, `${place}`));
    emou.greetWith(() => emou.snapshot({ revision: 7, approvals: tooLarge }));
    for (let number = 1; number <= parts; number++) {
      const count = number < parts ? LARGEST_PART : 1;
      const approvals = Array.from({ length: count }, (_, place) => approvalFor(aging, `${number}-${place}`));
      emou.send('snapshot', emou.snapshot({ revision: 6, iat, approvals, part: { number, of: parts } }));
      // No request waits for it meanwhile, and none of it takes effect.
      if (number % 2 === 0) await expectLastGood();
    }
    const refused = await eventually(
      () => metric('feed_interruptions_total'),
      (count) => count > before + 1,
    );
    expect(refused).toBeGreaterThan(before + 1);
    expect(await metric('feed_alarm')).toBe(1);
    const health = await fetch(new URL('/health/ready', gateway.url));
    expect(await health.json()).toMatchObject({
      checks: { 'approval feed': 'lost, or its last event was rejected' },
    });
    expect(health.status).toBe(200);
    await expectLastGood();
  }, 30_000);

  test('is believed again as soon as it tells what can be', async () => {
    emou.greetWith(() => emou.snapshot({ revision: 8, approvals: [approvalFor(aging, 'other')] }));
    const answer = await eventually(
      () => ask(aging),
      ({ errors }) => errors.length === 0,
    );
    expect(answer.errors).toEqual([]);
    expect(await metric('feed_alarm')).toBe(0);
  }, 30_000);
});
