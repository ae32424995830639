import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, type Ledger, openLedger } from '../../ledger/index.ts';
import { type LedgerDatabase, startLedgerDatabase } from '../../ledger/test/ledgerDatabase.ts';
import { createReadEntries, type Entry } from '../../subgraphs/audit/entries/entry.ts';
import { type EntryFilter, findEntries } from '../../subgraphs/audit/entries/findEntries.ts';
import { createManifestLoader } from '../../subgraphs/audit/entries/manifestLoader.ts';
import { type Database, openDatabase } from '../../subgraphs/kit/database/database.ts';
import { eventually } from '../harness/eventually.ts';
import '../harness/propertySeed.ts';

// Three writers, of whom one has written two blocks and a bit, one just short of two, one little.
const SIZES = [9_000, 8_191, 300];
const BLOCKS = [2, 1, 0];
const START = Date.UTC(2026, 2, 31, 23, 59);
const KINDS = ['disclosure', 'refusal', 'search'] as const;
const AGENCIES = ['DCFS', 'DHS', 'HFS', 'ISBE'];

interface Written {
  readonly id: string;
  readonly time: number;
  readonly treeId: number;
  readonly leafIndex: number;
  readonly requester: string;
  readonly agency: string;
  readonly kind: string;
  readonly approval: string;
}

let database: LedgerDatabase;
let reader: Database;
const ledgers: Ledger[] = [];
/** By id. */
const written = new Map<string, Written>();

/** Always the same, and spread evenly. */
const spread = (n: number, among: number): number => (Math.imul(n + 1, 2_654_435_761) >>> 0) % among;

beforeAll(async () => {
  database = await startLedgerDatabase();
  for (const [tree, size] of SIZES.entries()) {
    const ledger = await openLedger({
      connectionString: database.writerUrl(),
      origin: `ledger.test/looking-up-${tree}`,
      holder: 'test',
      signingKey: generateKeyPairSync('ed25519').privateKey,
    });
    ledgers.push(ledger);
    const { rows } = await database.asAdmin((admin) =>
      admin.query<{ tree_id: number }>('select tree_id from ledger.tree where origin = $1', [ledger.origin]),
    );
    const treeId = rows[0]?.tree_id ?? 0;
    const made = Array.from({ length: size }, (_, leafIndex) => {
      // Many at one instant, some earlier than those before them, a month's end among them.
      const time = START + Math.floor(leafIndex / 20) * 250 - (leafIndex % 7 === 0 ? 3_000 : 0);
      // Few ask often, many seldom.
      const requester = leafIndex % 3 === 0 ? 'busy' : `worker-${spread(leafIndex * 3 + tree, 700)}`;
      const kind = KINDS[spread(leafIndex * 5 + tree, 3)] ?? 'disclosure';
      const agency = AGENCIES[spread(leafIndex * 7 + tree, 4)] ?? 'DHS';
      const approval = `EMOU-${spread(leafIndex, 400)}`;
      return { id: `${treeId}-${leafIndex}`, time, treeId, leafIndex, requester, agency, kind, approval };
    });
    for (const one of made) written.set(one.id, one);
    const entries = made.map(({ time, requester, agency, kind, approval, id }) => ({
      body: canonicalJson({
        ...{ agency, epoch: 'test', kind, operation: { hash: 'x' }, purpose: 'AUDIT', request: id, requester },
        ...{ revision: 1, roles: [], time: new Date(time).toISOString(), v: 1 },
      }),
      time: new Date(time),
      indexes: { kind, agency, requester, approval },
    }));
    for (let from = 0; from < size; from += 500) await ledger.append(entries.slice(from, from + 500));
  }
  reader = openDatabase({
    system: 'audit',
    databaseUrl: database.readerUrl(),
    maxConnections: 2,
    connectTimeoutMs: 5_000,
    statementTimeoutMs: 30_000,
    log: () => undefined,
  });
}, 120_000);
afterAll(async () => {
  await reader?.stop();
  await Promise.all(ledgers.map((ledger) => ledger.close()));
  await database?.stop();
}, 60_000);

const blocksPosted = async (): Promise<readonly number[]> => {
  const { rows } = await database.asAdmin((admin) =>
    admin.query<{ blocks: number }>(
      'select count(block)::int as blocks from ledger.tree left join ledger.posted using (tree_id) group by tree_id order by tree_id',
    ),
  );
  return rows.map(({ blocks }) => blocks);
};

/** Page after page. */
async function findAll(filter: EntryFilter, first: number, most: number): Promise<readonly string[]> {
  const readEntries = createReadEntries(createManifestLoader());
  const found: Entry[] = [];
  for (let more = true; more && found.length < most; ) {
    const last = found.at(-1);
    const after = last && ([last.row.recordedAt.toISOString(), last.row.treeId, last.row.leafIndex] as const);
    const page = await findEntries(reader, readEntries, filter, { first, after }, (entry) => fits(entry, filter));
    found.push(...page.entries);
    more = page.hasNextPage;
  }
  return found.map(({ id }) => id);
}

/** As the resolver does: what only the record says. */
const fits = ({ id }: { readonly id: string }, { approval }: EntryFilter): boolean =>
  approval === undefined || written.get(id)?.approval === approval;

function expected(filter: EntryFilter): readonly string[] {
  return [...written.values()]
    .filter(
      ({ requester, agency, kind, approval, time }) =>
        (filter.requesters?.includes(requester) ?? true) &&
        (filter.agency ?? agency) === agency &&
        (filter.kinds?.includes(kind) ?? true) &&
        (filter.approval ?? approval) === approval &&
        time >= (filter.from?.getTime() ?? 0) &&
        time < (filter.to?.getTime() ?? Number.POSITIVE_INFINITY),
    )
    .sort((a, b) => b.time - a.time || b.treeId - a.treeId || b.leafIndex - a.leafIndex)
    .map(({ id }) => id);
}

const requester = fc.oneof(
  fc.constantFrom('busy', 'nobody'),
  fc.nat(699).map((n) => `worker-${n}`),
);
const instant = fc.integer({ min: START - 10_000, max: START + 120_000 }).map((ms) => new Date(ms));
const filters: fc.Arbitrary<EntryFilter> = fc
  .record(
    {
      requesters: fc.uniqueArray(requester, { minLength: 1, maxLength: 3 }),
      agency: fc.constantFrom(...AGENCIES),
      kinds: fc.uniqueArray(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 2 }),
      approval: fc.nat(399).map((n) => `EMOU-${n}`),
      from: instant,
      to: instant,
    },
    { requiredKeys: [] },
  )
  // An instant is as likely one at which entries were recorded.
  .map(({ to, ...rest }) => ({ ...rest, ...(to && { to: new Date(Math.ceil(to.getTime() / 250) * 250) }) }));

describe('entries by requester, agency, kind, approval and time', () => {
  test('are those that were recorded, in order and page by page, with postings or before there are any', async () => {
    await eventually(blocksPosted, (blocks) => String(blocks) === String(BLOCKS), 30_000);
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 1, max: 60 }), async (filter, first) => {
        const most = 6 * first;
        const found = await findAll(filter, first, most);
        expect(found).toEqual(expected(filter).slice(0, found.length));
        expect(found.length).toBeGreaterThanOrEqual(Math.min(most, expected(filter).length));
      }),
      { numRuns: 80 },
    );
  }, 120_000);

  test('each block has its postings once, whichever process writes them', async () => {
    const before = await blocksPosted();
    const [ledger] = ledgers;
    const filler = Array.from({ length: 4_096 }, (_, n) => ({
      ...{ body: `{"n":${n}}`, time: new Date(START - 86_400_000) },
      indexes: { requester: 'filler', kind: 'other' },
    }));
    for (let from = 0; from < filler.length; from += 512) await ledger?.append(filler.slice(from, from + 512));
    const post = () =>
      database.asAdmin((admin) => admin.query('select ledger.post_block(tree_id) from ledger.tree order by tree_id'));
    await Promise.all([post(), post(), post()]);
    const after = await eventually(blocksPosted, (blocks) => blocks[0] === 3, 30_000);
    expect([before, after]).toEqual([BLOCKS, [3, ...BLOCKS.slice(1)]]);
    const { rows } = await database.asAdmin((admin) =>
      admin.query<{ places: number; distinct_places: number }>(
        `select count(*)::int as places, count(distinct (tree_id, block, place))::int as distinct_places
         from ledger.posting, unnest(places) place where key like 'sort:%'`,
      ),
    );
    expect(rows).toEqual([{ places: 4 * 4_096, distinct_places: 4 * 4_096 }]);
  }, 60_000);
});
