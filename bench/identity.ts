/**
 * Benchmark of the person index: `npm run bench:identity -- --persons 100000,300000,1000000`. For each size it fills an
 * index of its own, registers records in it, and prints the times. Loading a million persons takes about ten minutes and
 * 12 GB; `--arrivals` sets how many records are registered (default 4,000).
 */
import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../cli/postgres/embeddedPostgres.ts';
import { createIndexDecider } from '../subgraphs/identity/linkage/decide/indexDecider.ts';
import { encryptedTables } from '../subgraphs/identity/personalData/encryptedTables.ts';
import { createPersonalData } from '../subgraphs/identity/personalData/personalData.ts';
import { createPersonRegister } from '../subgraphs/identity/register/personRegister.ts';
import { identityMigrationsDirectory } from '../subgraphs/identity/subgraph.ts';
import { openDatabase } from '../subgraphs/kit/database/database.ts';
import { runMigrations } from '../subgraphs/kit/database/migrations.ts';
import { openEncryption } from '../subgraphs/kit/encryption/encryption.ts';
import { createKeyFile, openKeyFile } from '../subgraphs/kit/encryption/keyFile.ts';
import { startTestLedger } from '../subgraphs/kit/testing/testLedger.ts';
import { loadIndex } from './identity/loadIndex.ts';
import { type IndexFigures, measureIndex, type Percentiles } from './identity/measureIndex.ts';

const { values } = parseArgs({
  options: { persons: { type: 'string', default: '100000' }, arrivals: { type: 'string', default: '4000' } },
});
const log = () => undefined;
const TABLES = ['record_key', 'source_record', 'record_pair', 'person', 'person_search_token', 'system_number'];

for (const persons of values.persons.split(',').map(Number)) await bench(persons, Number(values.arrivals));

async function bench(persons: number, arrivals: number): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'p360-bench-identity-'));
  // Otherwise PostgreSQL's defaults, which confirm a commit when it is on disk.
  const settings = { shared_buffers: '1GB', max_wal_size: '8GB' };
  const postgres = await startEmbeddedPostgres({ dataDirectory: join(directory, 'postgres'), settings });
  try {
    const databaseUrl = await postgres.ensureSystem('identity');
    await runMigrations(databaseUrl, identityMigrationsDirectory);
    const keyFile = join(directory, 'encryption.json');
    createKeyFile(keyFile);
    const tables = encryptedTables.map(({ name }) => name);
    const encryption = await openEncryption({
      ...{ system: 'identity', databaseUrl, keys: openKeyFile(keyFile), tables, log },
    });
    const limits = { maxConnections: 10, connectTimeoutMs: 5_000, statementTimeoutMs: 60_000 };
    const database = openDatabase({ system: 'identity', databaseUrl, ...limits, plansOnce: true, log });
    const data = createPersonalData(encryption);
    const decider = await createIndexDecider().current(database, new Date());
    const adminUrl = new URL(postgres.superuserUrl(new URL(databaseUrl).pathname.slice(1)));
    const begun = performance.now();
    const loaded = await loadIndex(adminUrl.href, data, decider, { persons, arrivals });
    print(`${loaded.persons} persons, ${loaded.records} records, linked as the truth says`, seconds(begun));
    for (const [table, size] of await sizes(adminUrl.href)) print(`  ${table}`, size);
    const ledger = await startTestLedger(postgres);
    const register = createPersonRegister({
      administration: ledger.settingsOf('bench.example/identity'),
      pseudonymKey: { epoch: 'bench', secret: createSecretKey(randomBytes(32)) },
    });
    const system = { name: 'identity', database, encryption, log, clock: () => new Date('2026-11-02T12:00:00Z') };
    printFigures(await measureIndex(system, register, loaded.arrivals, loaded.medicaidNumbers, postgres.pid));
    await register.close();
    await database.stop();
    encryption.stop();
  } finally {
    await postgres.stop();
    await removeEmbeddedPostgres(join(directory, 'postgres'));
    await rm(directory, { recursive: true, force: true });
  }
}

async function sizes(databaseUrl: string): Promise<readonly (readonly [string, string])[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; size: string }>(
      `select name, pg_size_pretty(pg_total_relation_size(name::regclass)) as size from unnest($1::text[]) as t (name)
       union all select 'whole database', pg_size_pretty(pg_database_size(current_database()))`,
      [TABLES],
    );
    return rows.map(({ name, size }) => [name, size] as const);
  } finally {
    await client.end();
  }
}

function printFigures({ decide, candidates, register, perSecond, cpu, linked, hop }: IndexFigures): void {
  print('candidates of a record, found and compared', ms(decide));
  print('  candidates', `mean ${candidates.mean.toFixed(1)}, most ${candidates.most}`);
  print('registerRecord, one after another, on disk', ms(register));
  print('registerRecord, 128 callers', `${perSecond.toFixed(0)} a second`);
  print('  CPU time of one: Node and PostgreSQL', `${cpu.node.toFixed(2)} ms and ${cpu.postgres.toFixed(2)} ms`);
  print('  linked to a person', `${linked}`);
  print('100 persons by a number, with a number of another system', ms(hop));
}

function ms({ p50, p99 }: Percentiles): string {
  return `p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`;
}

function seconds(begun: number): string {
  return `${((performance.now() - begun) / 1_000).toFixed(0)} s`;
}

function print(what: string, figure: string): void {
  process.stdout.write(`${what.padEnd(62)} ${figure}\n`);
}
