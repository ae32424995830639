import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Appended, type Ledger, type LedgerEntry, openLedger } from '../../../ledger/index.ts';
import { type LedgerDatabase, startLedgerDatabase } from '../../../ledger/test/ledgerDatabase.ts';
import { createCaches } from '../../runtime/caches.ts';
import { createAppendWithManifests, type ManifestEntry, manifestOf } from './disclosureManifest.ts';

const january = new Date('2026-01-31T23:59:59Z');
const february = new Date('2026-02-01T00:00:01Z');
const { privateKey: signingKey } = generateKeyPairSync('ed25519');

let database: LedgerDatabase;
let trees = 0;

beforeAll(async () => {
  database = await startLedgerDatabase();
}, 60_000);
afterAll(() => database.stop(), 60_000);

const record = (time: Date, text: string): LedgerEntry => ({ body: `{"record":"${text}"}`, time, indexes: {} });
const fields = (name: string): ManifestEntry =>
  manifestOf({ disclosed: [{ basis: 'public', datasets: [], fields: [name], owners: [] }] });

/** What the log holds, entry by entry, with the month in which it is kept. */
async function log(origin: string): Promise<readonly string[]> {
  return database.asAdmin(async (client) => {
    const { rows } = await client.query<{ month: string; body: Buffer }>(
      `select to_char(entry.month, 'Mon') as month, body from ledger.entry join ledger.tree using (tree_id)
       where origin = $1 order by leaf_index`,
      [origin],
    );
    return rows.map(({ month, body }) => `${month} ${/"(?:fields":\[|record":)"(\w+)"/.exec(body.toString())?.[1]}`);
  });
}

async function withLedger(work: (ledger: Ledger) => Promise<void>): Promise<readonly string[]> {
  const origin = `ledger.example.gov/grounds-${trees++}`;
  const ledger = await openLedger({ connectionString: database.writerUrl(), origin, holder: 'gateway', signingKey });
  await work(ledger);
  await ledger.close();
  return log(origin);
}

describe('grounds', () => {
  test('go before the first records that name them, once a month, and again where the month turned on the way', async () => {
    const held = await withLedger(async (ledger) => {
      const append = createAppendWithManifests(ledger, createCaches());
      const name = fields('name');
      await append([record(january, 'one')], new Set([name]), january);
      await append([record(january, 'two')], new Set([name, fields('income')]), january);
      await append([record(february, 'three')], new Set([name]), february);
      await append([record(february, 'four')], new Set([name]), february);
    });
    expect(held).toEqual(['Jan name', 'Jan one', 'Jan income', 'Jan two', 'Feb three', 'Feb name', 'Feb four']);
  });

  test('are not taken for written when their batch was not', async () => {
    const held = await withLedger(async (ledger) => {
      let isAway = true;
      const flaky: Pick<Ledger, 'append'> = {
        append: (entries) => (isAway ? Promise.reject(new Error('away')) : ledger.append(entries)),
      };
      const append = createAppendWithManifests(flaky, createCaches());
      await expect(append([record(january, 'lost')], new Set([fields('name')]), january)).rejects.toThrow('away');
      isAway = false;
      await append([record(january, 'one')], new Set([fields('name')]), january);
    });
    expect(held).toEqual(['Jan name', 'Jan one']);
  });

  test('are written again where nobody can say in what month their records are', async () => {
    const held = await withLedger(async (ledger) => {
      let answers = 0;
      // As after a COMMIT whose answer was lost, found to be done.
      const silent: Pick<Ledger, 'append'> = {
        append: async (entries): Promise<Appended> => {
          const appended = await ledger.append(entries);
          return answers++ === 0 ? { ...appended, month: undefined } : appended;
        },
      };
      const append = createAppendWithManifests(silent, createCaches());
      await append([record(january, 'one')], new Set([fields('name')]), january);
      await append([record(january, 'two')], new Set([fields('name')]), january);
    });
    expect(held).toEqual(['Jan name', 'Jan one', 'Jan name', 'Jan two']);
  });
});

test('hundreds of approvals that cite a law each: their ids stand in the log, the law in the register', () => {
  const disclosed = (approvals: number) => [
    {
      approvals: Array.from({ length: approvals }, (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`),
      basis: 'approval' as const,
      datasets: ['snap.participation'],
      fields: ['Person.snap'],
      legalBasis: Array.from({ length: approvals }, (_, n) => `${n} `.padEnd(300, '§')),
      owners: ['IDHS'],
    },
    {
      basis: 'owner' as const,
      datasets: ['x'],
      fields: ['Person.x'],
      legalBasis: ['7 CFR 272.1(c)'],
      owners: ['IDHS'],
    },
  ];
  const few = manifestOf({ disclosed: disclosed(20) });
  expect(JSON.parse(few.body)).toMatchObject({ disclosed: disclosed(20) });
  const many = manifestOf({ disclosed: disclosed(400) });
  expect(Buffer.byteLength(many.body)).toBeLessThan(65_536);
  const [approval, owner] = disclosed(400);
  const { legalBasis: _inRegister, ...withoutLaw } = approval ?? {};
  expect(JSON.parse(many.body).disclosed).toEqual([withoutLaw, owner]);
});
