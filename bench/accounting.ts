/**
 * Benchmark of reading a person's accounting of disclosures from a large log: `npx tsx bench/accounting.ts [records]
 * [data directory]`. Generates the records (10 million take some minutes and 12 GB; with a data directory they are kept
 * for the next run) in its own PostgreSQL, and reads as the audit system does.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../cli/postgres/embeddedPostgres.ts';
import { installLedger } from '../ledger/index.ts';
import { createReadEntries } from '../subgraphs/audit/entries/entry.ts';
import { findEntries } from '../subgraphs/audit/entries/findEntries.ts';
import { createManifestLoader } from '../subgraphs/audit/entries/manifestLoader.ts';
import { openDatabase } from '../subgraphs/kit/database/database.ts';

const RECORDS = Number(process.argv[2] ?? 10_000_000);
const keptIn = process.argv[3];
const PERSONS = Math.ceil(RECORDS / 100);
const QUERIES = 1_000;
const FIRST_MONTH = Date.UTC(2020, 0, 1);
const MONTHS = 84;
const NOW = new Date(Date.UTC(2027, 0, 1));
/** Period that the audit system reads. See 45 CFR 164.528(a)(3). */
const SIX_YEARS_AGO = new Date(NOW.getTime() - 6 * 366 * 86_400_000);
const PAGE = 100;

const sampleHash = createHash('sha256').update('a document').digest('hex');

// Power 1.5: the busiest person has some thousand times as many entries as the quietest.
const GENERATE = `
  insert into ledger.entry (tree_id, leaf_index, month, recorded_at, person, requester, sort, body)
  select 1, n, $3::timestamptz::date, at, person, requester, sort, convert_to(
    '{"agency":"AGENCY' || sort % 13 || '","answer":"' || $5 || '","epoch":"bench","grounds":"' || grounds.name ||
    '","kind":"disclosure","operation":{"hash":"' || $5 || '"},"person":"' ||
    encode(person, 'base64') || '","purpose":"AUDIT","request":"' || n || '","requester":"' || requester ||
    '","revision":1,"roles":["CASEWORKER"],"time":"' || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') ||
    '","v":1}', 'UTF8')
  from (
    select n, $3::timestamptz + (n - $1::bigint) * (interval '28 days' / $2::int) as at,
      sha256(('person ' || floor($4::int * power(random(), 1.5)))::bytea) as person,
      'worker-' || n % 5000 as requester, (n * 7919) % 2000 as sort
    from generate_series($1::bigint, $1::bigint + $2::int - 1) n
  ) generated join grounds using (sort)`;

/** Manifests that the records of a sort refer to; every month of a log contains them. */
const GROUNDS = `
  create temporary table grounds as
  select sort, body, hash, translate(rtrim(encode(hash, 'base64'), '='), '+/', '-_') as name
  from (select sort, body, sha256('\\x00'::bytea || body) as hash
    from (select sort, convert_to('{"disclosed":[{"approvals":["approval-' || sort ||
      '"],"basis":"approval","datasets":["dataset.' || sort % 40 ||
      '"],"fields":["Person.birthDate","Person.name","PersonName.family","PersonName.given"],"legalBasis":["7 CFR 272.1(c)"],' ||
      '"owners":["DOIT"]}],"kind":"grounds","v":1}', 'UTF8') as body
    from generate_series(0, 1999) sort) texts) hashed`;

const GENERATE_GROUNDS = `
  insert into ledger.entry (tree_id, leaf_index, month, recorded_at, person, sort, body)
  select 2, $1::bigint * 2000 + sort, $2::timestamptz::date, $2::timestamptz, hash, 2000, body from grounds`;

const dataDirectory = keptIn === undefined ? await mkdtemp(join(tmpdir(), 'accounting-')) : resolve(keptIn);
const postgres = await startEmbeddedPostgres({ dataDirectory, settings: { maintenance_work_mem: '512MB' } });
const admin = new pg.Client({ connectionString: postgres.superuserUrl() });
await admin.connect();
await generate();

const database = openDatabase({
  system: 'audit',
  databaseUrl: postgres.superuserUrl(),
  maxConnections: 2,
  connectTimeoutMs: 5_000,
  statementTimeoutMs: 30_000,
  log: () => undefined,
});
// People with more entries are queried more often.
const { rows } = await admin.query<{ person: Buffer; entries: number }>(
  `select person, (select count(*)::int from ledger.entry o where o.person = e.person) as entries
   from (select person from ledger.entry tablesample system (1) limit 200000) e order by random() limit ${QUERIES}`,
);
const tables = [await measure('first time'), await measure('again')];
console.table(tables);
await database.stop();
await admin.end();
await postgres.stop();
if (keptIn === undefined) {
  await removeEmbeddedPostgres(dataDirectory);
  await rm(dataDirectory, { recursive: true, force: true });
}

async function measure(round: string) {
  const latencies: number[] = [];
  let entries = 0;
  // Nothing is known from the round before.
  const readEntries = createReadEntries(createManifestLoader());
  for (const { person } of rows) {
    const filter = { persons: [person], from: SIX_YEARS_AGO, kinds: ['disclosure', 'break-glass', 'refusal'] };
    const start = performance.now();
    const page = await findEntries(database, readEntries, filter, { first: PAGE, after: undefined }, () => true);
    latencies.push(performance.now() - start);
    entries += page.entries.length;
  }
  latencies.sort((one, other) => one - other);
  const at = (share: number): string => (latencies[Math.floor((latencies.length - 1) * share)] ?? 0).toFixed(1);
  return {
    round,
    records: RECORDS,
    'entries of the busiest person': Math.max(...rows.map((row) => row.entries)),
    'entries a page': Math.round(entries / rows.length),
    'p50 ms': at(0.5),
    'p99 ms': at(0.99),
    'max ms': at(1),
  };
}

/** Rows as the ledger stores them, month by month; without a tree, since nothing here is proved. */
async function generate(): Promise<void> {
  await installLedger(admin);
  const { rows: there } = await admin.query(`select from ledger.tree where origin = 'bench'`);
  if (there.length > 0) return;
  // Built at once, indexes cost a fifth.
  const { rows: indexes } = await admin.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where schemaname = 'ledger' and tablename = 'entry' and indexname <> 'entry_pkey'`,
  );
  for (const { name } of indexes) await admin.query(`drop index ledger.${name}`);
  await admin.query(
    `insert into ledger.entry_sort select n, kind, 'AGENCY' || n % 13, 'dataset.' || n % 40, 'approval-' || n
     from generate_series(0, 1999) n, lateral (select case when n % 10 = 0 then 'refusal' else 'disclosure' end as kind) k`,
  );
  await admin.query(`insert into ledger.entry_sort (sort, kind) values (2000, 'grounds')`);
  await admin.query(GROUNDS);
  const perMonth = Math.ceil(RECORDS / MONTHS);
  for (let month = 0; month < MONTHS; month += 1) {
    const start = new Date(FIRST_MONTH);
    start.setUTCMonth(month);
    await admin.query('select ledger.ensure_month($1::date)', [start.toISOString().slice(0, 10)]);
    await admin.query(GENERATE, [month * perMonth, perMonth, start, PERSONS, sampleHash]);
    await admin.query(GENERATE_GROUNDS, [month, start]);
    process.stderr.write(`\r${month + 1} of ${MONTHS} months`);
  }
  process.stderr.write('\nindexes\n');
  for (const { definition } of indexes) await admin.query(definition.replace(' ON ONLY ', ' ON '));
  await admin.query('vacuum analyze ledger.entry');
  await admin.query(
    `insert into ledger.tree (origin, size, root, note, month, month_before, lease_holder, lease_token, lease_ttl, lease_until)
     values ('bench', $1, sha256(''), '', now(), now(), '', gen_random_uuid(), '1s', now())`,
    [RECORDS],
  );
}
