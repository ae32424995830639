import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { startTestLog } from '../../subgraphs/emou/testing/testLog.ts';
import { createComparedRegister } from '../../subgraphs/kit/administration/comparedRegister.ts';
import { openDatabase } from '../../subgraphs/kit/database/database.ts';
import { writePublication, writeSupergraph } from '../../subgraphs/registry/commands/writePublication.ts';
import { readSubgraphRecords } from '../../subgraphs/registry/state/publicationRecord.ts';
import { readSupergraphRecord } from '../../subgraphs/registry/state/supergraphRecord.ts';
import { comparedTables, contentTable } from '../../subgraphs/registry/tables.ts';
import { type RegistryBed, startRegistryBed } from '../../subgraphs/registry/testing/registryBed.ts';

const MANY = 10_000;
/** Made after the backup. */
const SINCE_BACKUP = 500;
const PAGE = 100;
const MOST_HEAP_BYTES = 64 * 1024 * 1024;

let bed: RegistryBed;
beforeAll(async () => {
  bed = await startRegistryBed(async ({ postgres }) => (await startTestLog(postgres)).settings);
}, 60_000);
afterAll(() => bed.stop());

/** Publishes homes again and again, with a supergraph each, as the registry writes them. Nothing is checked. */
async function publishMany(count: number): Promise<void> {
  const { systems, databaseUrl, administration } = bed;
  const [now, log] = [systems.now, () => undefined];
  const limits = { maxConnections: 2, connectTimeoutMs: 10_000, statementTimeoutMs: 60_000 };
  const database = openDatabase({ system: 'registry', databaseUrl, log, ...limits });
  const register = createComparedRegister(administration, comparedTables, [contentTable]);
  await register.change({ name: 'registry', database, clock: () => now, log }, now, async (queries) => {
    const by = { subject: 'publisher@idoa.example', agency: 'IDOA' };
    const [homes] = await readSubgraphRecords(queries, 'homes');
    const served = await readSupergraphRecord(queries, undefined);
    if (homes?.effective === undefined || served === undefined) throw new Error('Nothing is published.');
    const { digest, version } = homes.effective;
    let basedOn = homes.effective.number;
    const writes = [];
    for (let next = 1; next <= count; next++) {
      const made = { subgraph: 'homes', kind: 'publish', owner: 'IDOA', digest, basedOn, repeats: null } as const;
      const more = { message: `Version ${version + next}`, secondPersonBecause: [] };
      const published = await writePublication(queries, { ...made, ...more }, by, now);
      basedOn = published.number;
      const publications = { ...served.publications, homes: basedOn };
      const composed = { digest: served.digest, publications, becauseOf: basedOn, findings: {} };
      writes.push(published.write, (await writeSupergraph(queries, composed, by, now)).write);
    }
    return writes;
  });
  await register.close();
  await database.stop();
}

/** Copies a database that nobody uses, as a backup or to restore one. */
async function copyDatabase(from: string, to: string): Promise<void> {
  const superuser = new pg.Client({ connectionString: bed.systems.postgres.superuserUrl() });
  await superuser.connect();
  await superuser.query(`drop database if exists ${to}`);
  await superuser.query(`create database ${to} template ${from} owner registry`);
  await superuser.end();
}

const heapUsed = (): number => {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
};

test('restored from an older backup, the registry reads what is missing from its log, and publishes on', async () => {
  const before = heapUsed();
  await bed.restart(async () => {
    await publishMany(MANY - SINCE_BACKUP);
    await copyDatabase('registry', 'backup');
    await publishMany(SINCE_BACKUP);
    await copyDatabase('backup', 'registry');
  });
  const { data } = await bed.ask(
    {},
    '{ subgraphs { name current { number state } pending { number } } supergraph { number publications { number } } }',
  );
  const homes = MANY + 2;
  expect(data).toEqual({
    subgraphs: [
      { name: 'homes', current: { number: homes, state: 'IN_SERVICE' }, pending: null },
      { name: 'pools', current: { number: 2, state: 'IN_SERVICE' }, pending: null },
    ],
    supergraph: { number: MANY + 1, publications: [{ number: homes }, { number: 2 }] },
  });
  expect(heapUsed() - before).toBeLessThan(MOST_HEAP_BYTES);
  expect((await bed.publish({ basedOn: homes - 1 })).codes).toEqual(['CONFLICT']);
  expect((await bed.publish({ basedOn: homes })).data).toMatchObject({
    publishSubgraph: { publication: { number: homes + 1 }, supergraph: { number: MANY + 2 } },
  });
}, 180_000);

test('ten thousand publications are read page by page, each page in the time of the first', async () => {
  const pageOf = async (list: 'publications' | 'supergraphs', after: string | null) => {
    const query = `query ($after: String) { ${list}(first: ${PAGE}, after: $after) {
      edges { node { number } } pageInfo { hasNextPage endCursor } } }`;
    const begun = performance.now();
    const { data } = await bed.ask({}, query, { after });
    // The shape is that of the query.
    const page = (data as Record<typeof list, Page>)[list];
    return { numbers: page.edges.map(({ node }) => node.number), ...page.pageInfo, ms: performance.now() - begun };
  };
  for (const [list, newest] of [
    ['publications', MANY + 3],
    ['supergraphs', MANY + 2],
  ] as const) {
    const numbers: number[] = [];
    const times: number[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(list, after);
      numbers.push(...page.numbers);
      times.push(page.ms);
      after = page.hasNextPage ? page.endCursor : null;
    } while (after !== null);
    expect(numbers).toEqual(Array.from({ length: newest }, (_, index) => newest - index));
    const [median = 0] = times.sort((one, other) => one - other).slice(times.length / 2);
    // Reading every publication for each row took a second for a page.
    expect(median).toBeLessThan(300);
  }
}, 120_000);

interface Page {
  readonly edges: readonly { readonly node: { readonly number: number } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
