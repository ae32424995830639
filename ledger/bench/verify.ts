/** Benchmark of verifying an export: `npx tsx ledger/bench/verify.ts [entries]`. Starts its own PostgreSQL. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { exportLedger } from '../export/exportLedger.ts';
import { openLedger } from '../openLedger.ts';
import { startLedgerDatabase } from '../test/ledgerDatabase.ts';
import { verifyExport } from '../verify/verifyExport.ts';
import { sampleEntry } from './sampleEntry.ts';

const entries = Number(process.argv[2] ?? 200_000);
const ORIGIN = 'ledger.example.gov/bench';
const database = await startLedgerDatabase();
const ledger = await openLedger({
  connectionString: database.writerUrl(),
  origin: ORIGIN,
  holder: 'bench',
  signingKey: generateKeyPairSync('ed25519').privateKey,
  limits: { maxBatchEntries: 1_000 },
});
for (let first = 0; first < entries; first += 1_000) {
  await ledger.append(Array.from({ length: 1_000 }, (_, at) => sampleEntry(first + at, new Date())));
}
await ledger.close();

const directory = await mkdtemp(join(tmpdir(), 'ledger-bench-'));
const reader = new pg.Client({ connectionString: database.readerUrl() });
await reader.connect();
const timed = async <T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly seconds: number }> => {
  const start = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - start) / 1000 };
};
const exported = await timed(() => exportLedger({ reader, origin: ORIGIN, directory }));
await reader.end();
await database.stop();
const verified = await timed(() => verifyExport(directory, [ledger.verifierKey]));
await rm(directory, { recursive: true });
console.table({
  export: { entries, seconds: exported.seconds.toFixed(2), 'entries/s': Math.round(entries / exported.seconds) },
  verify: { entries, seconds: verified.seconds.toFixed(2), 'entries/s': Math.round(entries / verified.seconds) },
});
if (!verified.result.ok) throw new Error(verified.result.problem.message);
