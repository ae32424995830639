import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { programArguments } from '../../test/harness/program.ts';
import type { Ledger } from '../append/appender.ts';
import { type LedgerOptions, openLedger } from '../openLedger.ts';
import { expectHeld } from './expectHeld.ts';
import { type LedgerDatabase, startLedgerDatabase } from './ledgerDatabase.ts';
import { startLoad, storedBodies } from './recordedLoad.ts';
import { verifyStored } from './verifiedExport.ts';

const { privateKey: signingKey } = generateKeyPairSync('ed25519');

let database: LedgerDatabase;

beforeAll(async () => {
  database = await startLedgerDatabase();
}, 60_000);

afterAll(async () => {
  await database.stop();
}, 60_000);

const open = (origin: string, options: Partial<LedgerOptions> = {}): Promise<Ledger> =>
  openLedger({ connectionString: database.writerUrl(), origin, holder: 'gateway-1', signingKey, ...options });

describe('two writers on one tree', () => {
  const origin = 'ledger.example.gov/two-writers';

  test('the lease keeps the second out until the first lets go', async () => {
    const first = await open(origin, { holder: 'gateway-1' });
    await expect(open(origin, { holder: 'gateway-2' })).rejects.toThrow('leased to another writer');
    await first.close();
    const second = await open(origin, { holder: 'gateway-2' });
    await second.close();
  });

  test('a lease that has run out is taken over, and the zombie is fenced off', async () => {
    const zombie = await open(origin, { holder: 'gateway-1', leaseTtlMs: 200, limits: { renewEveryMs: 60_000 } });
    await zombie.append([{ body: '{"by":"zombie","n":1}', time: new Date(), indexes: {} }]);
    await sleep(400);
    const heir = await open(origin, { holder: 'gateway-2' });
    const refused = zombie.append([{ body: '{"by":"zombie","n":2}', time: new Date(), indexes: {} }]);
    await expect(refused).rejects.toMatchObject({ name: 'LedgerUnavailable', outcome: 'not-recorded' });
    expect(zombie.state).toBe('lost');
    expect(zombie.hasRoomFor(1)).toBe(false);
    const { firstIndex } = await heir.append([{ body: '{"by":"heir","n":1}', time: new Date(), indexes: {} }]);
    expect(firstIndex).toBe(1);
    expect(await storedBodies(database, origin)).toEqual(['{"by":"zombie","n":1}', '{"by":"heir","n":1}']);
    await zombie.close();
    await heir.close();
  });

  test('an idle writer keeps its lease', async () => {
    const idle = await open('ledger.example.gov/idle', { leaseTtlMs: 500, limits: { renewEveryMs: 100 } });
    await sleep(1_200);
    await expect(open('ledger.example.gov/idle', { holder: 'gateway-2' })).rejects.toThrow('leased to another writer');
    await idle.close();
  });

  test('both under load, the tree changing hands: one log, nothing lost, nothing twice', async () => {
    const name = 'ledger.example.gov/hands';
    let current = await open(name, { holder: 'gateway' });
    const load = startLoad(() => current, 'hands', 16);
    for (let round = 0; round < 8; round += 1) {
      await sleep(150);
      const previous = current;
      // The same holder gets the tree back at once, like a restarted gateway whose old process is still running.
      current = await open(name, { holder: 'gateway' });
      await sleep(50);
      expect(previous.hasRoomFor(1)).toBe(false);
      await previous.close();
    }
    await load.stop();
    await expectHeld(database, current, load);
    await current.close();
  });
});

test('the writer is killed with SIGKILL under load, eight times: what it acknowledged is there exactly once', async () => {
  const origin = 'ledger.example.gov/killed-writer';
  const key = signingKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const acknowledged = new Map<number, string>();
  for (let run = 0; run < 8; run += 1) {
    const args = [...programArguments('ledger/test/writerProcess.ts'), database.writerUrl(), origin, key, `${run}`];
    const writer = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    writer.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    while (printed === '' && writer.exitCode === null) await sleep(10);
    await sleep(Math.random() * 300);
    writer.kill('SIGKILL');
    await once(writer, 'close');
    const lines = printed.split('\n').slice(0, -1);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      const split = line.indexOf(' ');
      acknowledged.set(Number(line.slice(0, split)), line.slice(split + 1));
    }
  }
  const bodies = await storedBodies(database, origin);
  expect(new Set(bodies).size).toBe(bodies.length);
  expect([...acknowledged].filter(([index, body]) => bodies[index] !== body)).toEqual([]);
  const ledger = await open(origin, { holder: 'gateway' });
  expect(await verifyStored(database, origin, ledger.verifierKey)).toMatchObject({ ok: true });
  await ledger.close();
}, 120_000);
