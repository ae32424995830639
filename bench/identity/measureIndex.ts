import type { SourceRecord } from '../../schema/persons/sourceRecord.ts';
import { createIndexDecider } from '../../subgraphs/identity/linkage/decide/indexDecider.ts';
import { createIdentityLoaders } from '../../subgraphs/identity/loaders.ts';
import { createPersonalData } from '../../subgraphs/identity/personalData/personalData.ts';
import { readDrafts } from '../../subgraphs/identity/register/drafts.ts';
import type { PersonRegister } from '../../subgraphs/identity/register/personRegister.ts';
import { createRecordRegister } from '../../subgraphs/identity/register/recordRegister.ts';
import { registrationOf } from '../../subgraphs/identity/register/registration.ts';
import type { SubgraphSystem } from '../../subgraphs/kit/subgraphDefinition.ts';
import { processTree, readProcessTable } from '../processes/processTable.ts';
import { contentOf, TODAY } from './truthRows.ts';

const AT_ONCE = 128;
const HOPS = 1_000;
const PERSONS_A_HOP = 100;
const by = { subject: 'bench', agency: 'DOIT' };

export interface Percentiles {
  readonly p50: number;
  readonly p99: number;
}

export interface IndexFigures {
  /** Of finding and comparing the candidates of one record, in ms. */
  readonly decide: Percentiles;
  /** Candidates of a record: mean and most. */
  readonly candidates: { readonly mean: number; readonly most: number };
  /** Of registerRecord, one after another, durable: in ms. */
  readonly register: Percentiles;
  /** Registrations a second with 128 callers. */
  readonly perSecond: number;
  /** CPU time of one registration with 128 callers, in ms. */
  readonly cpu: { readonly node: number; readonly postgres: number };
  readonly linked: number;
  /** Of finding 100 persons by a number and reading a number of another system, in ms. */
  readonly hop: Percentiles;
}

type BenchSystem = Pick<SubgraphSystem, 'clock' | 'database' | 'encryption' | 'log' | 'name'>;

/** @param postgresPid the server's process */
export async function measureIndex(
  system: BenchSystem,
  register: PersonRegister,
  arrivals: readonly SourceRecord[],
  known: readonly string[],
  postgresPid: number,
): Promise<IndexFigures> {
  const quarter = Math.floor(arrivals.length / 4);
  const deciders = createIndexDecider();
  const data = createPersonalData(system.encryption);
  const counts: number[] = [];
  const decide = await timed(arrivals.slice(0, quarter), async (record) => {
    const { drafts } = await readDrafts(system.database, { data, deciders, now: system.clock() }, [
      registrationOf(callOf(record), TODAY),
    ]);
    counts.push(drafts[0]?.candidates.length ?? 0);
  });
  const records = createRecordRegister({ register, deciders });
  let linked = 0;
  const one = async (record: SourceRecord): Promise<void> => {
    const { decision } = await records.register(system, callOf(record));
    if (decision === 'AUTO_LINK') linked += 1;
  };
  const alone = await timed(arrivals.slice(0, quarter), one);
  const rest = arrivals.slice(quarter);
  const before = { at: performance.now(), node: process.cpuUsage(), postgres: postgresSeconds(postgresPid) };
  const queue = rest.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const record of queue) await one(record);
    }),
  );
  const seconds = (performance.now() - before.at) / 1_000;
  const node = process.cpuUsage(before.node);
  const postgres = postgresSeconds(postgresPid) - before.postgres;
  return {
    decide,
    candidates: { mean: counts.reduce((sum, count) => sum + count, 0) / counts.length, most: Math.max(...counts) },
    register: alone,
    perSecond: rest.length / seconds,
    cpu: { node: (node.user + node.system) / 1_000 / rest.length, postgres: (1_000 * postgres) / rest.length },
    linked,
    hop: await hops(system, known),
  };
}

const callOf = (record: SourceRecord) => ({
  ...{ system: record.system, number: record.number, content: contentOf(record), householdOfNumber: null, by },
  limited: false,
});

async function timed<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<Percentiles> {
  const times: number[] = [];
  for (const item of items) {
    const begun = performance.now();
    await work(item);
    times.push(performance.now() - begun);
  }
  return percentiles(times);
}

function percentiles(times: readonly number[]): Percentiles {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

async function hops(system: BenchSystem, numbers: readonly string[]): Promise<Percentiles> {
  let place = 0;
  return timed(Array.from({ length: HOPS }), async () => {
    // Loaders of one request need no more of the system than this.
    const { person } = createIdentityLoaders(system as SubgraphSystem);
    const keys = Array.from({ length: PERSONS_A_HOP }, () => {
      place = (place + 7_919) % numbers.length;
      return { system: 'medicaid', value: numbers[place] ?? '' };
    });
    for (const found of await person.loadMany(keys)) {
      if (found !== null && !(found instanceof Error)) found.numberIn('snap');
    }
  });
}

function postgresSeconds(pid: number): number {
  return processTree(readProcessTable(), pid).reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
}
