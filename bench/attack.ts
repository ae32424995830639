import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { example } from '../cli/example.ts';
import { type DevelopmentToken, signDevelopmentToken } from '../cli/local/developmentIssuer.ts';
import { ATTACK_NAMES, attacks } from './attack/attacks.ts';
import { Meter } from './attack/meter.ts';
import { startProduct } from './attack/startProduct.ts';
import { percentile } from './emou/percentile.ts';

/**
 * Measures what one caller's attack does to others: latency of another agency's requests and of `/health/live`, and
 * memory, before, during and after it. Starts its own person360 on free ports and attacks nothing else. Bounded by
 * --seconds and --requests.
 */
const { values } = parseArgs({
  options: {
    attack: { type: 'string', default: 'responses' },
    seconds: { type: 'string', default: '120' },
    requests: { type: 'string', default: '20000' },
    concurrency: { type: 'string', default: '8' },
    rate: { type: 'string', default: '20' },
    persons: { type: 'string', default: '2000' },
    workers: { type: 'string', default: '1' },
  },
});
const name = ATTACK_NAMES.find((known) => known === values.attack);
if (name === undefined) throw new Error(`--attack must be one of ${ATTACK_NAMES.join(', ')}.`);
const attack = attacks[name];
const seconds = numberOf('seconds', 8, 600);
const maxRequests = numberOf('requests', 1, 1_000_000);
const concurrency = numberOf('concurrency', 1, 64);
const rate = numberOf('rate', 1, 500);

/** Longer than any request may take: what is still open then counts as never answered. */
const TIMEOUT_MS = 20_000;

const dataDirectory = await mkdtemp(join(tmpdir(), 'person360-attack-'));
const product = await startProduct(dataDirectory, numberOf('persons', 1, 100_000), numberOf('workers', 1, 16));
try {
  await run();
} finally {
  await product.stop();
  await rm(dataDirectory, { recursive: true, force: true });
}

async function run(): Promise<void> {
  const honest = tokenOf({ agency: 'IDHS', purposes: ['BENEFIT_ELIGIBILITY'] });
  const attacker = tokenOf({ agency: 'DCFS', purposes: ['FOSTER_CARE_CASE'] });
  const table = new Table({
    head: [
      'phase',
      'honest p50 ms',
      'p99 ms',
      'honest outcomes',
      '/health/live p99 ms',
      'most ms',
      'RSS MB, least to most',
    ],
  });
  // Warm: plans are known, code is compiled.
  for (let count = 0; count < 40; count++) await outcomeOf(honest, example);
  let sent = 0;
  const answers = new Map<string, number>();
  for (const [phase, share] of [
    ['before', 0.25],
    ['attack', 0.5],
    ['after', 0.25],
  ] as const) {
    const end = performance.now() + seconds * 1_000 * share;
    const isOver = () => performance.now() >= end;
    const requests = new Meter();
    const health = new Meter();
    const memory: number[] = [];
    const attackers = phase === 'attack' ? concurrency : 0;
    await Promise.all([
      atRate(rate, isOver, () => requests.measure(() => outcomeOf(honest, example))),
      atRate(10, isOver, () => health.measure(healthOutcome)),
      atRate(2, isOver, async () => void memory.push(product.residentMegabytes())),
      ...Array.from({ length: attackers }, async () => {
        while (!isOver() && sent < maxRequests && product.isRunning()) {
          const outcome = await outcomeOf(attacker, attack(sent++));
          answers.set(outcome, (answers.get(outcome) ?? 0) + 1);
        }
      }),
    ]);
    table.push([
      phase,
      percentile(requests.milliseconds, 0.5).toFixed(1),
      percentile(requests.milliseconds, 0.99).toFixed(1),
      requests.outcomes(),
      percentile(health.milliseconds, 0.99).toFixed(1),
      Math.max(...health.milliseconds).toFixed(1),
      `${Math.min(...memory).toFixed(0)} to ${Math.max(...memory).toFixed(0)}`,
    ]);
  }
  const outcomes = [...answers].map(([outcome, count]) => `${outcome} ${count}`).join(', ');
  process.stdout.write(`${table.toString()}\nattack requests: ${outcomes === '' ? 'none' : outcomes}\n`);
  if (!product.isRunning()) process.stdout.write('person360 has died.\n');
}

function tokenOf(claims: Pick<DevelopmentToken, 'agency' | 'purposes'>): string {
  const subject = `${claims.agency.toLowerCase()}.bench`;
  return signDevelopmentToken(
    dataDirectory,
    { ...claims, subject, roles: ['CASEWORKER'], lifetime: 3_600 },
    new Date(),
  );
}

/** The HTTP status and the code of the first error. */
async function outcomeOf(token: string, body: object): Promise<string> {
  try {
    const response = await fetch(product.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    const code = /"code":"(\w+)"/.exec(text)?.[1];
    return code === undefined ? `${response.status}` : `${response.status} ${code}`;
  } catch {
    return 'no response';
  }
}

async function healthOutcome(): Promise<string> {
  try {
    const response = await fetch(new URL('/health/live', product.url), { signal: AbortSignal.timeout(TIMEOUT_MS) });
    await response.text();
    return `${response.status}`;
  } catch {
    return 'no response';
  }
}

/** Starts work at a fixed rate, whether earlier work has ended or not, and waits for all of it at the end. */
async function atRate(perSecond: number, isOver: () => boolean, work: () => Promise<void>): Promise<void> {
  const running = new Set<Promise<void>>();
  const begun = performance.now();
  for (let started = 0; !isOver(); started++) {
    const one = work().finally(() => running.delete(one));
    running.add(one);
    await sleep(Math.max(0, begun + ((started + 1) * 1_000) / perSecond - performance.now()));
  }
  await Promise.all(running);
}

function numberOf(option: keyof typeof values, least: number, most: number): number {
  const value = Number(values[option]);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`--${option} must be a whole number from ${least} to ${most}.`);
}
