/** Benchmark of appending: `npx tsx ledger/bench/append.ts [seconds]`. Starts its own PostgreSQL. */
import { generateKeyPairSync } from 'node:crypto';
import { openLedger } from '../openLedger.ts';
import { startLedgerDatabase } from '../test/ledgerDatabase.ts';
import { sampleEntry, wideEntry } from './sampleEntry.ts';
import { serverCpu } from './serverCpu.ts';

const seconds = Number(process.argv[2] ?? 5);
const SAMPLES = 20_000;

const database = await startLedgerDatabase();
const ledger = await openLedger({
  connectionString: database.writerUrl(),
  origin: 'ledger.example.gov/bench',
  holder: 'bench',
  signingKey: generateKeyPairSync('ed25519').privateKey,
});
const samples = Array.from({ length: SAMPLES }, (_, number) => sampleEntry(number, new Date()));
const wide = Array.from({ length: SAMPLES }, (_, number) => wideEntry(number, new Date()));

/** Runs `inFlight` callers, each repeatedly appending `perCall` entries. */
async function measure(inFlight: number, perCall: number, forSeconds: number, entries = samples) {
  const latencies: number[] = [];
  const cpu = process.cpuUsage();
  const serverBefore = serverCpu(database.postgres().pid);
  const start = performance.now();
  const before = ledger.head.size;
  let next = 0;
  const caller = async (): Promise<void> => {
    while (performance.now() - start < forSeconds * 1000) {
      const called = entries.slice(next % SAMPLES, (next % SAMPLES) + perCall);
      next += perCall;
      const sent = performance.now();
      await ledger.append(called);
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, caller));
  const elapsed = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  const server = serverCpu(database.postgres().pid) - serverBefore;
  const records = ledger.head.size - before;
  latencies.sort((one, other) => one - other);
  const at = (share: number): string => (latencies[Math.floor(latencies.length * share)] ?? 0).toFixed(2);
  return {
    'in flight': inFlight,
    'entries a call': perCall,
    'bytes an entry': entries[0]?.body.length,
    'records/s': Math.round(records / elapsed),
    'p50 ms': at(0.5),
    'p99 ms': at(0.99),
    'max ms': at(0.99999),
    'Node CPU us/record': ((used.user + used.system) / records).toFixed(1),
    'PostgreSQL CPU us/record': (server / records).toFixed(1),
  };
}

await measure(64, 5, 1);
const rows = [
  await measure(1, 1, seconds),
  await measure(64, 1, seconds),
  await measure(64, 5, seconds),
  await measure(64, 5, seconds, wide),
];
console.table(rows);
await ledger.close();
await database.stop();
