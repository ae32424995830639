import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openDatabase } from '../../kit/database/database.ts';
import { findIllegalEvent } from '../agreement/replayHistory.ts';
import { askAccess } from '../testing/askEmou.ts';
import { startEmouProcess } from '../testing/emouProcess.ts';
import { type EmouTestBed, startEmouTestBed } from '../testing/emouTestBed.ts';
import { move, snapDenial } from '../testing/makeMoves.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../testing/webhookReceiver.ts';
import { readHistories } from './histories.ts';
import { rebuildIndex } from './index/rebuildIndex.ts';
import { registerRules } from './registerRules.ts';

const secret = 'a secret that the receiver has been told';
let bed: EmouTestBed;
let receiver: WebhookReceiver;

beforeAll(async () => {
  bed = await startEmouTestBed();
  receiver = await startWebhookReceiver(secret);
});
afterAll(async () => {
  await bed?.stop();
  await receiver?.stop();
});

const datasets = ['snap.participation', 'snap.benefits', 'snap.eligibility', 'tanf.participation', 'tanf.benefits'];
const purposes = ['CARE_COORDINATION', 'AUDIT', 'BENEFIT_ELIGIBILITY', 'EDUCATION_SUPPORT', 'REENTRY_PLANNING'];
const webhooks = () => [{ name: 'idhs', agency: 'IDHS', url: receiver.url, secret }];

/** Sends requests and responses until the process is gone. Notes every acknowledged event as `id/sequence`. */
async function work(url: string, agency: string, round: number, acknowledged: string[]): Promise<void> {
  try {
    for (const purpose of [...purposes.slice(round), ...purposes.slice(0, round)]) {
      for (const dataset of datasets) {
        const { ids } = await askAccess(url, bed.grant({ agency }), { datasets: [dataset], purpose });
        const [requestId] = ids;
        if (requestId === undefined) continue;
        acknowledged.push(`${requestId}/2`);
        const idhs = bed.grant({ agency: 'IDHS' });
        const answer = await move(url, idhs, 'extendTime', {
          requestId,
          expectedSequence: 2,
          businessDays: 3,
          reason: 'FOIA_3E_II',
        });
        if (answer.refusal === null) acknowledged.push(`${requestId}/3`);
        if (dataset.startsWith('tanf')) continue;
        const denial = { requestId, expectedSequence: 3, denials: [snapDenial] };
        if ((await move(url, idhs, 'denyRequest', denial)).refusal === null) acknowledged.push(`${requestId}/4`);
      }
    }
  } catch {
    // The process was killed in the middle of the work.
  }
}

test('killed at any point: nothing acknowledged is lost, nothing is half done, every notice arrives', async () => {
  const acknowledged: string[] = [];
  for (const [round, moves] of [1, 6, 17].entries()) {
    const emou = await startEmouProcess(bed, { webhooks: webhooks() });
    const before = acknowledged.length;
    const workers = ['DCFS', 'HFS', 'IDPH'].map((agency) => work(emou.url, agency, round, acknowledged));
    while (acknowledged.length < before + moves) await new Promise((resolve) => setTimeout(resolve, 1));
    await emou.end('SIGKILL');
    await Promise.all(workers);
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(24);

  const events = await bed.sql<{ id: string; sequence: number; kind: string }>(
    "select agreement_id as id, sequence, move->>'kind' as kind from agreement_event order by event_number",
  );
  const kept = new Set(events.map(({ id, sequence }) => `${id}/${sequence}`));
  expect(acknowledged.filter((event) => !kept.has(event))).toEqual([]);

  // A request is drafted and submitted in one step, so no draft is left behind.
  const submitted = events.filter(({ kind }) => kind === 'SUBMIT').map(({ id }) => id);
  expect(events.filter(({ kind }) => kind === 'DRAFT').map(({ id }) => id)).toEqual(submitted);

  const limits = { maxConnections: 1, connectTimeoutMs: 5_000, statementTimeoutMs: 5_000 };
  const database = openDatabase({ system: 'emou', databaseUrl: bed.databaseUrl, log: () => undefined, ...limits });
  const register = registerRules(bed.catalogue);
  const rules = { ...register, calendar: await register.calendarOf(database) };
  for (const history of (await readHistories(database, submitted)).values()) {
    expect(findIllegalEvent(history, rules)).toBeUndefined();
  }
  const index = () => bed.sql('select * from agreement_phase order by agreement_id, starts_at');
  const before = await index();
  await database.transaction((queries) => rebuildIndex(queries, rules, bed.clock()));
  expect(await index()).toEqual(before);
  await database.stop();

  // The log and the register match, event by event, even where a process died in between.
  const check = await startEmouProcess(bed);
  await check.end('SIGTERM');
  const inRegister = await bed.sql<{ id: string; sequence: number }>(
    'select agreement_id as id, sequence from agreement_event order by event_number',
  );
  const logged = (await bed.testLog.open().readAll()).map(({ row }) => ({
    id: row.agreement_id,
    sequence: row.sequence,
  }));
  expect(logged).toEqual(inRegister);

  // The outbox has a notice for each request, and the next process delivers those that the killed ones did not.
  const noticed = await bed.sql<{ id: string }>("select agreement_id as id from notice where kind = 'NEW_REQUEST'");
  expect(noticed.map(({ id }) => id).sort()).toEqual([...submitted].sort());
  // Attempts that died with their process are repeated after half a minute.
  await bed.sql("update notice_delivery set next_attempt_at = now() - interval '1 second' where delivered_at is null");
  const last = await startEmouProcess(bed, { webhooks: webhooks() });
  const arrived = () => new Set(receiver.received.map(({ request }) => request.id));
  const deadline = Date.now() + 20_000;
  while (arrived().size < submitted.length && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await last.end('SIGTERM');
  expect([...arrived()].sort()).toEqual([...new Set(submitted)].sort());
}, 180_000);
