import { afterAll, beforeAll } from '@jest/globals';
import { askEmou } from '../../testing/askEmou.ts';
import { type EmouTestBed, startEmouTestBed } from '../../testing/emouTestBed.ts';
import { type Mailbox, startMailbox } from '../../testing/mailbox.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../../testing/webhookReceiver.ts';

export const minuteMs = 60_000;
const secret = 'a secret that the receiver has been told';
export let bed: EmouTestBed;
export let receiver: WebhookReceiver;
export let mailbox: Mailbox;
export let url: string;

beforeAll(async () => {
  bed = await startEmouTestBed();
  receiver = await startWebhookReceiver(secret);
  const webhooks = ['HFS', 'ISBE', 'DOIT'].map((agency) => ({
    name: agency.toLowerCase(),
    agency,
    url: receiver.url,
    secret,
  }));
  mailbox = await startMailbox();
  const targets = [{ name: 'hfs-mail', agency: 'HFS', address: 'data@hfs.example' }];
  const mail = { smtpUrl: mailbox.smtpUrl, from: 'emou@doit.example', targets };
  url = (await bed.startEmou({ webhooks, mail, deliveryLimits: { pollMs: 50 } })).url;
}, 60_000);
afterAll(async () => {
  await bed?.stop();
  await receiver?.stop();
  await mailbox?.stop();
});

/** Grant of the gateway itself, with no person behind it. */
export const gateway = () => bed.grant({ agency: 'DOIT', roles: ['GATEWAY'], sub: undefined });
export const mother = '3f0c8f0e-0000-4000-8000-000000000001';
export const child = '3f0c8f0e-0000-4000-8000-000000000002';

interface Opened {
  readonly id: string;
  readonly household: readonly string[];
  readonly openedAt: string;
  readonly endsAt: string;
  readonly isOpen: boolean;
  readonly refusal: string | null;
}

let declarations = 0;
export const declaration = (changes: Readonly<Record<string, unknown>> = {}) => ({
  requester: `investigator-${declarations++}`,
  agency: 'DCFS',
  purpose: 'CHILD_PROTECTION',
  roles: ['INVESTIGATOR'],
  personId: child,
  household: [mother, child],
  reason: 'OVRPS',
  words: 'Child found alone, needs a hospital now.',
  datasets: ['medicaid.enrollment'],
  ...changes,
});

export async function open(input: Readonly<Record<string, unknown>>, grant = gateway()) {
  const mutation = `mutation ($input: OpenEmergencyInput!) { openEmergency(input: $input) {
    id household openedAt endsAt isOpen refusal } }`;
  const { data, code } = await askEmou<{ openEmergency: Opened | null }>(url, grant, mutation, { input });
  return { opened: data?.openEmergency ?? undefined, code };
}
export async function opened(input: Readonly<Record<string, unknown>>): Promise<Opened> {
  const answer = await open(input);
  if (answer.opened === undefined) throw new Error(`Not opened: ${answer.code}`);
  return answer.opened;
}
