import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { askAccess, askEmou } from '../testing/askEmou.ts';
import { type EmouTestBed, startEmouTestBed } from '../testing/emouTestBed.ts';
import { move, snapDenial } from '../testing/makeMoves.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../testing/webhookReceiver.ts';

const secret = 'a secret that the receiver has been told';
let bed: EmouTestBed;
let receiver: WebhookReceiver;
let url: string;
let passed = 0;

beforeAll(async () => {
  bed = await startEmouTestBed();
  receiver = await startWebhookReceiver(secret);
  const webhooks = ['IDHS', 'DCFS', 'DOIT', 'GOV'].map((agency) => ({
    name: agency.toLowerCase(),
    agency,
    url: receiver.url,
    secret,
  }));
  // Two processes share the outbox.
  const deliveryLimits = { pollMs: 50, firstRetryMs: 1_000, longestRetryMs: 2_000, attempts: 3 };
  url = (await bed.startEmou({ webhooks, deliveryLimits })).url;
  await bed.startEmou({ webhooks, deliveryLimits });
});
afterAll(async () => {
  await bed?.stop();
  await receiver?.stop();
});
beforeEach(async () => {
  await bed.clearRegister();
  bed.passTime(-passed);
  passed = 0;
  receiver.received.length = 0;
  receiver.answer(204);
});

function pass(milliseconds: number): void {
  bed.passTime(milliseconds);
  passed += milliseconds;
}
const idhs = () => bed.grant({ agency: 'IDHS' });
const told = () => receiver.received.map(({ kind, agency }) => `${kind} to ${agency}`);

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await holds()) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
}
const settled = () =>
  until(async () => (await bed.sql('select 1 from notice_delivery where delivered_at is null')).length === 0);

async function asked(): Promise<string> {
  return (await askAccess(url, bed.grant())).ids[0] ?? '';
}

test('a request tells its owner: at once, three business days before the end, on the last day, and when silence approved', async () => {
  const requestId = await asked();
  await until(() => told().length >= 1);
  expect(told()).toEqual(['NEW_REQUEST to IDHS']);
  expect(receiver.received[0]?.request.id).toBe(requestId);
  const planned = await bed.sql<{ kind: string; at: Date }>("select kind, at from notice where kind <> 'NEW_REQUEST'");
  expect([...new Set(planned.map(({ kind }) => kind))].sort()).toEqual([
    'DEEMED_APPROVED',
    'DUE_TODAY',
    'EXPIRES_IN_30_DAYS',
    'THREE_DAYS_LEFT',
  ]);
  for (const kind of ['THREE_DAYS_LEFT', 'DUE_TODAY', 'DEEMED_APPROVED', 'EXPIRES_IN_30_DAYS']) {
    const at = planned.find((notice) => notice.kind === kind)?.at ?? new Date();
    pass(at.getTime() - bed.clock().getTime() - 2_000);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(told().some((line) => line.startsWith(kind))).toBe(false);
    pass(2_000);
    await until(() => told().some((line) => line.startsWith(kind)));
  }
  await settled();
  expect(told()).toEqual(expect.arrayContaining(['DEEMED_APPROVED to DCFS', 'EXPIRES_IN_30_DAYS to DCFS']));
  expect(receiver.forged).toBe(0);
}, 60_000);

test('a move takes back what was written ahead, and tells whom it concerns', async () => {
  const requestId = await asked();
  await move(url, idhs(), 'denyRequest', { requestId, expectedSequence: 2, denials: [snapDenial] });
  expect(await bed.sql("select kind from notice where kind <> 'NEW_REQUEST'")).toEqual([{ kind: 'DENIED' }]);
  await move(url, bed.grant(), 'escalateDenial', { requestId, expectedSequence: 3 });
  const steward = bed.grant({ agency: 'DOIT', roles: ['DATA_STEWARD'] });
  await move(url, steward, 'overturnDenial', { requestId, expectedSequence: 4 });
  await move(url, idhs(), 'appealOverturn', { requestId, expectedSequence: 5 });
  await until(() => told().length >= 8);
  await settled();
  expect(told().sort()).toEqual([
    'APPEALED to DCFS',
    'APPEALED to GOV',
    'DENIED to DCFS',
    'ESCALATED to DOIT',
    'ESCALATED to IDHS',
    'NEW_REQUEST to IDHS',
    'OVERTURNED to DCFS',
    'OVERTURNED to IDHS',
  ]);
}, 60_000);

test('the requester hears of everything that is decided about its request, and of an appeal past its target', async () => {
  const requestId = await asked();
  const steward = bed.grant({ agency: 'DOIT', roles: ['DATA_STEWARD'], sub: 'doit.steward' });
  await move(url, idhs(), 'denyRequest', { requestId, expectedSequence: 2, denials: [snapDenial] });
  await move(url, bed.grant(), 'escalateDenial', { requestId, expectedSequence: 3 });
  await move(url, steward, 'overturnDenial', { requestId, expectedSequence: 4 });
  await move(url, idhs(), 'appealOverturn', { requestId, expectedSequence: 5 });
  pass(48 * 3_600_000);
  await until(() => told().includes('DECISION_OVERDUE to GOV'));
  // Grants are short-lived, so make a current one.
  const coo = bed.grant({ agency: 'GOV', roles: ['COO'], sub: 'gov.coo' });
  await move(url, coo, 'decideAppeal', { requestId, expectedSequence: 6, outcome: 'SUSTAIN' });
  await move(url, idhs(), 'suspendAccess', { requestId, expectedSequence: 7 });
  await move(url, idhs(), 'liftSuspension', { requestId, expectedSequence: 8 });
  await move(url, idhs(), 'revokeAccess', { requestId, expectedSequence: 9, ground: 'BREACH_OF_TERMS' });
  await until(() => told().includes('REVOKED to DCFS'));
  await settled();
  expect(
    told()
      .filter((line) => line.endsWith('to DCFS'))
      .sort(),
  ).toEqual([
    'APPEALED to DCFS',
    'APPEAL_DECIDED to DCFS',
    'DECISION_OVERDUE to DCFS',
    'DENIED to DCFS',
    'OVERTURNED to DCFS',
    'REVOKED to DCFS',
    'SUSPENDED to DCFS',
    'SUSPENSION_LIFTED to DCFS',
  ]);
  // The party that moved gets no notice.
  expect(told()).not.toContain('SUSPENDED to IDHS');
}, 60_000);

test('after a stop that spans the deadline, only what is still true is sent', async () => {
  await asked();
  await until(() => told().length >= 1);
  pass(21 * 86_400_000);
  await until(() => told().includes('DEEMED_APPROVED to DCFS'));
  await settled();
  // At least once each: a delivery whose outcome was not recorded in time is repeated.
  expect([...new Set(told())].sort()).toEqual([
    'DEEMED_APPROVED to DCFS',
    'DEEMED_APPROVED to IDHS',
    'NEW_REQUEST to IDHS',
  ]);
}, 60_000);

test('a reminder that could not be delivered in time is given up, not sent late', async () => {
  await asked();
  await until(() => told().length >= 1);
  receiver.answer(503);
  const [reminder] = await bed.sql<{ at: Date }>("select at from notice where kind = 'DUE_TODAY'");
  pass((reminder?.at.getTime() ?? 0) - bed.clock().getTime() + 1_000);
  const failures = () =>
    bed.sql<{ last: string }>(`select last_failure as last from notice_delivery join notice using (notice_id)
      where kind = 'DUE_TODAY' and last_failure is not null`);
  await until(async () => (await failures()).length === 1);
  pass(25 * 3_600_000);
  // An attempt in flight must not succeed.
  await until(async () => (await failures()).some(({ last }) => last.startsWith('no longer true')));
  receiver.answer(204);
  await until(() => told().includes('DEEMED_APPROVED to IDHS'));
  expect(await failures()).toEqual([{ last: 'no longer true, and not sent' }]);
}, 60_000);

test('what is refused is sent again, later and later; then it is a dead letter, which can be sent again', async () => {
  receiver.answer(503);
  await asked();
  const attempts = async () =>
    (await bed.sql<{ attempts: number }>('select attempts from notice_delivery'))[0]?.attempts ?? 0;
  await until(async () => (await attempts()) === 1);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await attempts()).toBe(1);
  for (const [attempt, wait] of [
    [2, 1_100],
    [3, 2_100],
  ] as const) {
    pass(wait);
    await until(async () => (await attempts()) === attempt);
  }
  const list = '{ deadLetters { noticeId target kind agency attempts lastFailure } }';
  const letters = async (grant: string) =>
    (await askEmou<{ deadLetters: { noticeId: string; target: string }[] | null }>(url, grant, list)).data.deadLetters;
  await until(async () => (await letters(idhs()))?.length === 1);
  const [letter] = (await letters(idhs())) ?? [];
  expect(letter).toMatchObject({ target: 'idhs', kind: 'NEW_REQUEST', attempts: 3, lastFailure: 'answered 503' });
  expect(await letters(bed.grant())).toEqual([]);
  expect(await letters(bed.grant({ agency: 'IDHS', roles: ['CASEWORKER'] }))).toBeNull();

  receiver.answer(204);
  const again = 'mutation ($id: ID!, $target: String!) { resendNotice(noticeId: $id, target: $target) }';
  const which = { id: letter?.noticeId, target: letter?.target };
  expect((await askEmou(url, bed.grant(), again, which)).code).toBe('NOT_FOUND');
  expect((await askEmou<object>(url, idhs(), again, which)).data).toEqual({ resendNotice: true });
  await until(() => told().length === 1);
  await settled();
  expect(told()).toEqual(['NEW_REQUEST to IDHS']);
  expect(await letters(idhs())).toEqual([]);
}, 60_000);
