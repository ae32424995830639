import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { readDatasetCatalogue } from '../schema/catalog/datasetCatalogue.ts';
import { datasetsDirectory, supergraphFile } from '../schema/files.ts';
import type { ServedSupergraph } from '../schema/publishing/servedSupergraph.ts';
import { startFakeRegistry } from '../test/harness/product/fakeRegistry.ts';
import { percentile } from './emou/percentile.ts';
import type { RunningEngine } from './engines/engine.ts';
import { startEngine } from './engines/startEngine.ts';
import { startPart } from './processes/startPart.ts';
import type { BenchSystemsOptions, RunningSystems } from './systems/startBenchSystems.ts';
import { workloads } from './workloads/workloads.ts';

/**
 * `npm run bench:generations`: how long it takes from a publication until every worker of several gateways serves it,
 * and what a change does to the requests of workload (a) on one gateway. Systems and database run on the same machine,
 * so the times are those of all of it.
 */
const { values } = parseArgs({
  options: {
    changes: { type: 'string', default: '20' },
    gateways: { type: 'string', default: '2' },
    workers: { type: 'string', default: '2' },
    connections: { type: 'string', default: '64' },
    persons: { type: 'string', default: '20000' },
    'data-dir': { type: 'string', default: '.data/bench' },
  },
});
const say = (text: string): void => void process.stderr.write(`${text}\n`);
const ADDED = '$1 benchGeneration: String @join__field(graph: IDENTITY) @tag(name: "public")';
const WARM_MS = 5_000;
const BEFORE_MS = 5_000;
const AFTER_MS = 1_000;
const RESERVE_MS = 75_000;

const systems = startPart<BenchSystemsOptions, RunningSystems>(new URL('./systems/main.ts', import.meta.url), {
  core: undefined,
  environment: process.env,
});
const registry = await startFakeRegistry();
try {
  say('starting the systems');
  const facts = await systems.ask({ dataDirectory: values['data-dir'], persons: Number(values.persons) });
  const sdl = readFileSync(supergraphFile, 'utf8');
  const datasets = [...readDatasetCatalogue(datasetsDirectory).systems];
  /** Every second one has a field more. */
  const served = (number: number): ServedSupergraph => ({
    number,
    sdl: number % 2 === 0 ? sdl.replace(/^(type Query\b[^{]*\{)/m, ADDED) : sdl,
    datasets,
    routingUrls: facts.subgraphUrls,
    personKeys: {},
  });
  registry.publish(served(1));
  const startOne = (ledgerOrigin: string, workers: string): Promise<RunningEngine> =>
    startEngine(
      'compiled',
      { kind: 'guarded', facts, subgraphUrls: facts.subgraphUrls, recording: true },
      {
        ...{ core: undefined, peerDirectory: undefined, profileDirectory: undefined, ledgerOrigin },
        environment: {
          ...process.env,
          PERSON360_WORKERS: workers,
          PERSON360_REGISTRY_FEED_URL: registry.feedUrl,
          PERSON360_REGISTRY_JWKS_URL: registry.jwksUrl,
        },
      },
    );
  let number = 1;
  /** Publishes the next one and waits until it is served; milliseconds. */
  const change = async (): Promise<number> => {
    const begun = performance.now();
    registry.publish(served(++number));
    while ([...registry.statuses.values()].some((status) => status.number !== number)) {
      const refused = [...registry.statuses.values()].find((status) => status.refused?.number === number);
      if (refused !== undefined) throw new Error(`Supergraph ${number} was refused: ${refused.refused?.reason}`);
      await sleep(2);
    }
    return performance.now() - begun;
  };

  say(`changes of ${values.gateways} gateways with ${values.workers} workers each, without load`);
  const several: RunningEngine[] = [];
  for (let count = 1; count <= Number(values.gateways); count++) {
    several.push(await startOne(`person360.bench/generations-${count}`, values.workers));
  }
  // From then on, each worker has a thread in reserve.
  await sleep(RESERVE_MS);
  const everyWorker: number[] = [];
  for (let count = 0; count < Number(values.changes); count++) {
    everyWorker.push(await change());
    await sleep(AFTER_MS);
  }
  const workers = registry.statuses.size;
  await Promise.all(several.map((gateway) => gateway.stop()));
  registry.statuses.clear();

  const gateway = await startOne('person360.bench/generations', '1');
  const { origin } = new URL(gateway.url);
  const figure = async (name: string): Promise<number> => {
    const text = await (await fetch(`${origin}/metrics`)).text();
    return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
  };
  /** The longest turn since the last reading; the sampling interval of 10 ms is part of Node's figure. */
  const longestTurn = async (): Promise<number> => 1_000 * (await figure('nodejs_eventloop_lag_max_seconds')) - 10;
  const smallestHeap = async (): Promise<number> => {
    let least = Number.POSITIVE_INFINITY;
    for (let sample = 0; sample < 20; sample++) {
      least = Math.min(least, await figure('nodejs_heap_size_used_bytes'));
      await sleep(100);
    }
    return least / 2 ** 20;
  };
  await sleep(RESERVE_MS);

  const answers: { readonly at: number; readonly ms: number }[] = [];
  let failed = 0;
  let ended = false;
  const pool = new Pool(origin, { connections: Number(values.connections) });
  const { query, purpose = '' } = workloads.a;
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${facts.token}`,
    'purpose-of-use': purpose,
  };
  const call = async (first: number): Promise<void> => {
    for (let next = first; !ended; next += 7) {
      const id = facts.personIds[next % facts.personIds.length];
      const begun = performance.now();
      const body = JSON.stringify({ query, variables: { id } });
      const response = await pool.request({ path: '/graphql', method: 'POST', headers, body }).catch(() => undefined);
      const text = await response?.body.text();
      if (response?.statusCode !== 200 || text?.includes('"SUBGRAPH_') !== false) failed++;
      const at = performance.now();
      answers.push({ at, ms: at - begun });
    }
  };
  const p99Between = (from: number, to: number): number =>
    percentile(
      answers.filter(({ at }) => at >= from && at < to).map(({ ms }) => ms),
      0.99,
    );

  say('changes of one gateway without load');
  await longestTurn();
  const idleTurns: number[] = [];
  const idleTimes: number[] = [];
  for (let count = 0; count < 4; count++) {
    idleTimes.push(await change());
    idleTurns.push(await longestTurn());
  }

  say('changes of one gateway under load');
  const load = Array.from({ length: Number(values.connections) }, (_, index) => call(index));
  await sleep(WARM_MS);
  await longestTurn();
  const heapBefore = await smallestHeap();
  const begun = performance.now();
  await sleep(BEFORE_MS);
  const p99Before = p99Between(begun, performance.now());
  const answeredBefore = answers.filter(({ at }) => at >= begun).length;
  const turnBefore = await longestTurn();
  const during: number[] = [];
  const seconds: number[] = [];
  const times: number[] = [];
  const turns: number[] = [];
  for (let count = 0; count < Number(values.changes); count++) {
    const published = performance.now();
    times.push(await change());
    const changed = performance.now();
    await sleep(AFTER_MS);
    seconds.push(p99Between(changed - AFTER_MS / 2, changed + AFTER_MS / 2));
    during.push(p99Between(published, changed + AFTER_MS));
    turns.push(await longestTurn());
  }
  const heapAfter = await smallestHeap();
  ended = true;
  await Promise.all(load);
  await pool.close();
  await gateway.stop();
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  const most = (list: readonly number[]): string => `${ms(percentile(list, 0.5))} (most ${ms(Math.max(...list))})`;
  process.stdout.write(
    [
      `${answers.length} requests over ${values.connections} connections, ${failed} failed, ${values.changes} changes`,
      `requests a second before: ${(answeredBefore / (BEFORE_MS / 1_000)).toFixed(0)}`,
      `from publish to served by all ${workers} workers of ${values.gateways} gateways: ${most(everyWorker)}, p95 ${ms(percentile(everyWorker, 0.95))}`,
      `one worker, from publish to served: without load ${most(idleTimes)}; under load ${most(times)}`,
      `p99 before: ${ms(p99Before)}; in the second of a change: ${most(seconds)}; from publish on: ${most(during)}`,
      `longest turn of the event loop: without load ${most(idleTurns)}; under load ${ms(turnBefore)} before, ${most(turns)} in a change`,
      `heap: ${heapBefore.toFixed(0)} MB before, ${heapAfter.toFixed(0)} MB after`,
      '',
    ].join('\n'),
  );
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  await registry.stop();
  await systems.stop();
}
