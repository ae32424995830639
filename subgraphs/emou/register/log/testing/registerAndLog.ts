import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import pg from 'pg';
import { askAccess, askApproval, askEmou, askRevocation } from '../../../testing/askEmou.ts';
import { type EmouTestBed, startEmouTestBed } from '../../../testing/emouTestBed.ts';
import { readFeed } from '../../../testing/readFeed.ts';

export let bed: EmouTestBed;
beforeAll(async () => {
  bed = await startEmouTestBed();
}, 60_000);
afterAll(() => bed?.stop());
beforeEach(async () => {
  await bed.stopEmous();
  await bed.clearRegister();
  bed.log.length = 0;
});

export const heartbeatMs = 50;
const checkEveryMs = 200;
export const feedLimits = { heartbeatMs, checkEveryMs };

/** Runs statements as an administrator who disables triggers first, as in the attack. */
export async function tamper(table: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: bed.postgres.superuserUrl('emou') });
  await client.connect();
  try {
    await client.query(`alter table ${table} disable trigger all`);
    for (const text of statements) await client.query(text);
    await client.query(`alter table ${table} enable trigger all`);
  } finally {
    await client.end();
  }
}

/** Has SNAP approved for DCFS and then revoked. */
export async function revokedApproval(url: string): Promise<string> {
  const idhs = bed.grant({ agency: 'IDHS' });
  const { ids } = await askAccess(url, bed.grant());
  const { approval } = await askApproval(url, idhs, ids[0]);
  const { message } = await askRevocation(url, idhs, approval?.id);
  expect(message).toBeUndefined();
  return approval?.id ?? '';
}

export const entries = () => bed.testLog.open().readAll();
export const originOf = (url: string) => new URL(url).origin;
export const readApprovals = async (url: string) => {
  const feed = await readFeed(originOf(url), bed.gatewayGrant());
  const { approvals } = await feed.snapshot(() => true).finally(() => feed.close());
  return approvals;
};

export const person = '3f0c8f0e-0000-4000-8000-000000000001';
const gateway = () => bed.grant({ agency: 'DOIT', roles: ['GATEWAY'], sub: undefined });
export const facts = async (url: string) => {
  const { data, code } = await askEmou<{ consentFacts: { personId: string }[] | null } | null>(
    url,
    gateway(),
    `query ($ids: [ID!]!) { consentFacts(personIds: $ids, agency: DCFS, purpose: FOSTER_CARE_CASE,
       datasets: ["medicaid.clinical"]) { personId dataset } }`,
    { ids: [person] },
  );
  return code ?? data?.consentFacts?.length;
};

export const register = async () => ({
  events: await bed.sql('select * from agreement_event order by event_number'),
  agreements: await bed.sql('select * from agreement order by agreement_id'),
  phases: await bed.sql('select * from agreement_phase order by agreement_id, starts_at'),
  consents: await bed.sql('select * from consent order by consent_id'),
  days: await bed.sql('select * from proclaimed_day order by day'),
});

export async function until(condition: () => boolean | Promise<boolean>, patienceMs = 15_000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('It did not come about in time.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
