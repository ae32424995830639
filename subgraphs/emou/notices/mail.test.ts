import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { RunningSubgraph } from '../../kit/startSubgraph.ts';
import { askAccess, askEmou } from '../testing/askEmou.ts';
import { startEmouProcess } from '../testing/emouProcess.ts';
import { type EmouTestBed, startEmouTestBed } from '../testing/emouTestBed.ts';
import { type Mailbox, startMailbox } from '../testing/mailbox.ts';

const from = 'emou@doit.example';
const targets = [
  { name: 'idhs-mail', agency: 'IDHS', address: 'agreements@idhs.example' },
  { name: 'dcfs-mail', agency: 'DCFS', address: 'agreements@dcfs.example' },
];
const deliveryLimits = { pollMs: 50, firstRetryMs: 1_000, longestRetryMs: 2_000, attempts: 2 };
let bed: EmouTestBed;
let mailbox: Mailbox;
let emou: RunningSubgraph;
let url: string;

async function start(smtpUrl: string): Promise<void> {
  await emou?.stop();
  emou = await bed.startEmou({ mail: { smtpUrl, from, targets }, deliveryLimits });
  url = emou.url;
}

beforeAll(async () => {
  [bed, mailbox] = await Promise.all([startEmouTestBed(), startMailbox()]);
  await start(mailbox.smtpUrl);
}, 60_000);
afterAll(async () => {
  await bed?.stop();
  await mailbox?.stop();
});
beforeEach(async () => {
  await bed.clearRegister();
  mailbox.forget();
  mailbox.refuseWith(null);
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await holds()) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
}

const failures = async () =>
  (
    await bed.sql<{ last_failure: string }>('select last_failure from notice_delivery where last_failure is not null')
  ).map(({ last_failure }) => last_failure);

test('the owner is written to: what is asked by whom, until when, where to read it, and nothing else', async () => {
  const { ids } = await askAccess(url, bed.grant());
  await until(() => mailbox.mails.length > 0);
  const [mail] = mailbox.mails;
  expect([mail?.from, mail?.to]).toEqual([from, ['agreements@idhs.example']]);
  const [headers, ...parts] = (mail?.source ?? '').split('\r\n\r\n');
  const text = parts.join('\n');
  expect(headers).toMatch(/^Subject: \[person360\] New request: DCFS asks IDHS for snap\.participation\r$/m);
  expect(headers).toMatch(/^Message-ID: <[0-9a-f-]{36}\.idhs-mail@doit\.example>\r$/m);
  expect(headers).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(text).toContain(`person360 emou show ${ids[0]}`);
  expect(text).toMatch(/Answer by: .*12:00.AM, Illinois/);
  // Neither the requester nor the reason.
  expect(text).not.toMatch(/officer@|Wards lose/);
  await until(async () => (await bed.sql('select 1 from notice_delivery where delivered_at is null')).length === 0);
  expect(mailbox.mails).toHaveLength(1);
});

test('what the relay refuses is tried again, then a dead letter that names no address; sent again it is the same mail', async () => {
  mailbox.refuseWith(550);
  await askAccess(url, bed.grant());
  const given = '{ deadLetters { noticeId target attempts lastFailure } }';
  const idhs = bed.grant({ agency: 'IDHS' });
  const letters = async () =>
    (await askEmou<{ deadLetters: { noticeId: string; target: string }[] }>(url, idhs, given)).data.deadLetters;
  await until(async () => (await letters()).length === 1);
  const [letter] = await letters();
  expect(letter).toMatchObject({ target: 'idhs-mail', attempts: 2, lastFailure: 'EENVELOPE (answered 550)' });
  expect(mailbox.mails).toEqual([]);
  mailbox.refuseWith(null);
  const again = 'mutation ($id: ID!, $target: String!) { resendNotice(noticeId: $id, target: $target) }';
  await askEmou(url, idhs, again, { id: letter?.noticeId, target: letter?.target });
  await until(() => mailbox.mails.length > 0);
  expect(mailbox.mails[0]?.source).toContain(`<${letter?.noticeId}.idhs-mail@doit.example>`);
});

test('beyond this machine a relay without TLS is given neither password nor mail', async () => {
  await start(mailbox.smtpUrl.replace('127.0.0.1', '0.0.0.0'));
  await askAccess(url, bed.grant());
  await until(async () => (await failures()).length > 0);
  expect(await failures()).toEqual(['ETLS (answered 500)']);
  expect([mailbox.logins, mailbox.mails.length]).toEqual([0, 0]);
});

test('a production process reads its environment; after it is killed, the next one sends the pending mail', async () => {
  await emou.stop();
  mailbox.refuseWith(451);
  const mail = { smtpUrl: mailbox.smtpUrl, from, targets };
  const first = await startEmouProcess(bed, { mail });
  await askAccess(first.url, bed.grant());
  await until(async () => (await failures()).length > 0);
  expect(await failures()).toEqual(['EENVELOPE (answered 451)']);
  await first.end('SIGKILL');
  mailbox.refuseWith(null);
  await bed.sql('update notice_delivery set next_attempt_at = now()');
  const next = await startEmouProcess(bed, { mail });
  await until(() => mailbox.mails.length > 0);
  expect(await next.end('SIGTERM')).toBe(0);
  expect(mailbox.mails.map(({ to }) => to)).toEqual([['agreements@idhs.example']]);
}, 60_000);
