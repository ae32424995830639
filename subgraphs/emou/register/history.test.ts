import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openDatabase } from '../../kit/database/database.ts';
import { findIllegalEvent } from '../agreement/replayHistory.ts';
import { seedApprovals } from '../seed/seed.ts';
import { askAccess, askApproval, askRevocation } from '../testing/askEmou.ts';
import { type EmouTestBed, startEmouTestBed } from '../testing/emouTestBed.ts';
import { readHistories } from './histories.ts';
import { rebuildIndex } from './index/rebuildIndex.ts';
import { registerRules } from './registerRules.ts';

const limits = { maxConnections: 1, connectTimeoutMs: 5_000, statementTimeoutMs: 5_000 };

let bed: EmouTestBed;

beforeAll(async () => {
  bed = await startEmouTestBed();
});
afterAll(() => bed?.stop());

test('after many moves at once in two servers, the histories alone give the same index, and are all legal', async () => {
  await seedApprovals({
    databaseUrl: bed.databaseUrl,
    catalogue: bed.catalogue,
    clock: bed.clock,
    administration: bed.testLog.settings,
  });
  const urls = [(await bed.startEmou()).url, (await bed.startEmou()).url];
  const agencies = ['DCFS', 'HFS', 'IDPH'];
  const datasets = ['snap.participation', 'snap.benefits', 'tanf.benefits', 'tanf.requirements'];
  const idhs = bed.grant({ agency: 'IDHS' });

  /** One agency's officer repeatedly requests everything, and has the results approved and revoked. */
  const worker = async (agency: string, url: string, turn: number): Promise<readonly number[]> => {
    const revisions: number[] = [];
    for (let round = 0; round < 2; round++) {
      for (const dataset of [...datasets.slice(turn), ...datasets.slice(0, turn)]) {
        const { ids } = await askAccess(url, bed.grant({ agency }), { datasets: [dataset] });
        const { approval, revision } = await askApproval(url, idhs, ids[0] ?? 'none');
        const revoked = round === 1 ? undefined : await askRevocation(url, idhs, approval?.id ?? 'none');
        revisions.push(...[revision, revoked?.revision].filter((made) => made !== undefined));
      }
    }
    return revisions;
  };
  const made = await Promise.all(
    agencies.flatMap((agency) => urls.map((url, server) => worker(agency, url, server * 2))),
  );

  const index = async () => ({
    agreements: await bed.sql('select * from agreement order by agreement_id'),
    phases: await bed.sql('select * from agreement_phase order by agreement_id, starts_at'),
  });
  const before = await index();
  expect(before.agreements.length).toBeGreaterThan(30);
  await bed.sql('delete from agreement');
  const register = registerRules(bed.catalogue);
  const rebuilt = openDatabase({ system: 'emou', databaseUrl: bed.databaseUrl, log: () => undefined, ...limits });
  const rules = { ...register, calendar: await register.calendarOf(rebuilt) };
  await rebuilt.transaction((queries) => rebuildIndex(queries, rules, bed.clock()));
  expect(await index()).toEqual(before);

  // The procedure accepts each history, move by move.
  const ids = before.agreements.map(({ agreement_id }) => String(agreement_id));
  const histories = await readHistories(rebuilt, ids);
  await rebuilt.stop();
  expect([...histories.keys()].sort()).toEqual([...ids].sort());
  for (const events of histories.values()) expect(findIllegalEvent(events, rules)).toBeUndefined();

  const events = await bed.sql<{ readonly revision: number; readonly at: Date }>(
    'select revision::int, at from agreement_event order by event_number',
  );
  // Each change has its own revision, in the order in which it happened, the seed's first.
  const changes = made.flat().sort((a, b) => a - b);
  expect(changes.length).toBeGreaterThan(12);
  expect(changes).toEqual(changes.map((_, place) => place + 2));
  expect(events.map(({ revision }) => revision)).toEqual(events.map(({ revision }) => revision).sort((a, b) => a - b));
  const instants = events.map(({ at }) => at.getTime());
  expect(instants).toEqual([...instants].sort((a, b) => a - b));

  // Never two approvals in force, nor two open requests, for the same agency, dataset and purpose.
  const twice = await bed.sql(
    `select 1 from agreement join agreement_phase using (agreement_id)
     where starts_at = '-infinity' and status <> 'REVOKED' group by requester, dataset, purpose having count(*) > 1`,
  );
  expect(twice).toEqual([]);
}, 60_000);
