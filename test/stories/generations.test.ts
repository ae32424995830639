import { generateKeyPairSync } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { RunningGateway } from '../../gateway/gatewayOptions.ts';
import type { ServedSupergraph } from '../../schema/publishing/servedSupergraph.ts';
import { at } from '../harness/answer.ts';
import { eventually } from '../harness/eventually.ts';
import { fosterCare } from '../harness/requesters.ts';
import { type Homes, startHomes } from './generations/homes.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

let homes: Homes;
let gateway: RunningGateway;
const logged: string[] = [];
beforeAll(async () => {
  homes = await startHomes();
  homes.approvals.approve(fosterCare, [{ dataset: 'home.names' }]);
  homes.registry.publish(homes.served(1));
  gateway = await homes.startGateway({ log: (message, details) => logged.push(`${message} ${details?.reason}`) });
}, 60_000);
afterAll(async () => {
  homes?.release();
  await gateway?.stop();
  await homes?.stop();
});

const NAME = '{ home(id: "1") { name } }';
const RENT = '{ home(id: "1") { name rent } }';
let number = 1;
/** Publishes the next supergraph and waits until it is served. */
async function change(content: 'first' | 'second'): Promise<void> {
  number += 1;
  homes.registry.publish(homes.served(number, content));
  await homes.serves(number);
}
const ask = (query: string) => homes.ask(gateway.url, query);
const metric = async (name: RegExp): Promise<number> =>
  Number(name.exec(await (await fetch(new URL('/metrics', gateway.url))).text())?.[1]);
const health = async (url: string) => (await fetch(new URL('/health/ready', url))).json();

test('a new field can be selected after the change, is denied without an approval, and is open with one', async () => {
  expect((await ask(RENT)).status).toBe(400);
  await change('second');
  const denied = await ask(RENT);
  expect([denied.data, denied.errors[0]?.extensions.reason]).toEqual([
    { home: { name: 'home 1', rent: null } },
    'NO_APPROVAL',
  ]);
  homes.approvals.approve(fosterCare, [{ dataset: 'home.names' }, { dataset: 'home.rents' }]);
  expect((await ask(RENT)).data).toEqual({ home: { name: 'home 1', rent: 700 } });
});

test('a request in flight finishes on the supergraph that it began with, although the field is gone by then', async () => {
  if (number === 1) await change('second');
  const answer = homes.ask(gateway.url, '{ home(id: "1") { rent slow } }');
  await eventually(
    async () => homes.held,
    (held) => held === 1,
  );
  await change('first');
  expect((await ask(RENT)).status).toBe(400);
  homes.release();
  expect((await answer).data).toEqual({ home: { rent: 700, slow: 'at last' } });
});

test('20 changes under load lose no request, and leave one generation in memory', async () => {
  const entries = () => metric(/^person360_cache_entries\{cache="query plans"\} (\d+)$/m);
  let ended = false;
  const failures: unknown[] = [];
  let answers = 0;
  const load = Array.from({ length: 8 }, async (_, index) => {
    while (!ended) {
      const { status, data } = await homes.ask(gateway.url, `query Load${index % 4} { home(id: "${index}") { name } }`);
      answers += 1;
      if (status !== 200 || at(data, 'home.name') !== `home ${index}`) failures.push({ status, data });
      await sleep(1);
    }
  });
  for (let count = 0; count < 20; count++) await change(count % 2 === 0 ? 'second' : 'first');
  ended = true;
  await Promise.all(load);
  expect(failures).toEqual([]);
  expect(answers).toBeGreaterThan(100);
  // Each generation has its own cache of plans, which counts until it is collected.
  const left = await eventually(
    async () => {
      collectGarbage();
      return entries();
    },
    (count) => count <= 20,
    20_000,
  );
  expect(left).toBeLessThanOrEqual(20);
  expect(left).toBeGreaterThan(0);
}, 60_000);

describe('a supergraph is refused, reported, and the former one serves on', () => {
  const edited = (edit: (sdl: string) => string): ServedSupergraph => {
    const served = homes.served(number + 1, 'second');
    return { ...served, sdl: edit(served.sdl) };
  };
  const faults: Readonly<Record<string, readonly [() => ServedSupergraph, RegExp]>> = {
    'that is not SDL': [() => edited(() => 'type Query {'), /Syntax Error/],
    'that is not composed': [() => edited(() => 'type Query { a: Int }'), /not a supergraph/],
    'without guards': [
      () => edited((sdl) => sdl.replaceAll(/ @policy\(policies: \[\["[^)]*\)/g, '')),
      /Home.name is neither guarded/,
    ],
    'with a guard that cannot be read': [
      () => edited((sdl) => sdl.replaceAll('[["home.rents"]]', '[]')),
      /unreadable policy/,
    ],
    'with a dataset that nobody has described': [
      () => ({
        ...edited((sdl) => sdl),
        datasets: homes.served(1).datasets.map((system) => ({
          ...system,
          datasets: system.datasets.filter(({ id }) => id !== 'home.rents'),
        })),
      }),
      /home\.rents guards a field but is not described/,
    ],
    'that the planner does not support': [
      () => edited((sdl) => sdl.replace('specs.apollo.dev/join/v0.5', 'specs.apollo.dev/join/v0.9')),
      /join/,
    ],
    'in which a busy operation cannot be planned': [
      () => {
        const served = edited((sdl) =>
          sdl
            .replace(/(enum join__Graph\b[^{]*\{)/, '$1 OTHER @join__graph(name: "other", url: "http://127.0.0.1:1/")')
            .replace(/(type Home\b)/, '$1 @join__type(graph: OTHER)')
            .replace(/(type Home\b[^}]*\n\s+name: String)/, '$1 @join__field(graph: OTHER)'),
        );
        return { ...served, routingUrls: { ...served.routingUrls, other: 'http://127.0.0.1:1/' } };
      },
      /is valid but cannot be planned/,
    ],
    'without an address of a system': [() => ({ ...edited((sdl) => sdl), routingUrls: {} }), /No address/],
  };

  test.each(Object.keys(faults))('one %s', async (name) => {
    const [make, reason] = faults[name] ?? [];
    if (make === undefined || reason === undefined) throw new Error(name);
    await ask(NAME);
    const serves = () => metric(/^person360_supergraph (\d+)$/m);
    const before = await serves();
    homes.registry.publish(make());
    number += 1;
    expect(await homes.refuses(number)).toMatch(reason);
    expect((await ask(NAME)).data).toEqual({ home: { name: 'home 1' } });
    expect(await serves()).toBe(before);
  });

  test('readiness says so until a later one is served', async () => {
    homes.registry.publish(edited(() => 'type Query {'));
    number += 1;
    await homes.refuses(number);
    const check = () => health(gateway.url).then((body) => at(body, 'checks.supergraph'));
    const warning = await eventually(check, (text) => text !== 'ok');
    expect(warning).toMatch(/^supergraph \d+ was refused; see the log of the gateway$/);
    await change('first');
    expect(await eventually(check, (text) => text === 'ok')).toBe('ok');
  });

  test('one with a lower number', async () => {
    homes.registry.publish(homes.served(number - 1, 'second'));
    expect(await homes.refuses(number - 1)).toMatch(/older/);
    expect((await ask(RENT)).status).toBe(400);
    await change('first');
  });

  const forgeries: Readonly<Record<string, readonly [() => string, RegExp]>> = {
    'signed with another key': [
      () => {
        const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
        return homes.registry.sign(homes.served(number + 1, 'second'), { key: privateKey });
      },
      /not signed with the key/,
    ],
    'with another hash': [
      () => homes.registry.sign(homes.served(number + 1, 'second'), { sha256: 'a'.repeat(64) }),
      /does not have the hash/,
    ],
    'signed before the last one': [
      () => homes.registry.sign(homes.served(number + 1, 'second'), { iat: Math.floor(Date.now() / 1000) - 600 }),
      /was replayed/,
    ],
  };
  test.each(Object.keys(forgeries))('an event %s', async (name) => {
    const [make, reason] = forgeries[name] ?? [];
    if (make === undefined || reason === undefined) throw new Error(name);
    homes.registry.send(make());
    const why = await eventually(
      async () => logged.find((line) => reason.test(line)),
      (line) => line !== undefined,
    );
    expect(why).toMatch(/^registry feed interrupted/);
    expect((await ask(RENT)).status).toBe(400);
    // It connects again, and gets the true one.
    await change('first');
  });
});

describe('a start without the registry', () => {
  const file = () => join(homes.directory, 'supergraph.json');
  let started: RunningGateway | undefined;
  beforeAll(async () => {
    const writer = await homes.startGateway({ cacheFile: file(), name: 'writer' });
    await eventually(
      () => readFile(file(), 'utf8').catch(() => ''),
      (text) => text !== '',
    );
    await writer.stop();
  }, 30_000);
  afterEach(async () => {
    homes.registry.listen();
    await started?.stop();
    started = undefined;
  });

  test('serves the supergraph on disk and says so, and changes when the registry is back', async () => {
    homes.registry.cut();
    started = await homes.startGateway({ cacheFile: file(), name: 'restarted' });
    expect((await homes.ask(started.url, NAME)).data).toEqual({ home: { name: 'home 1' } });
    expect(at(await health(started.url), 'checks.supergraph')).toBe(
      `supergraph ${number} from disk: the registry does not respond`,
    );
    number += 1;
    homes.registry.publish(homes.served(number, 'second'));
    homes.registry.listen();
    await homes.serves(number, 'restarted');
    const { url } = started;
    expect((await homes.ask(url, RENT)).status).toBe(200);
    const check = () => health(url).then((body) => at(body, 'checks.supergraph'));
    expect(await eventually(check, (text) => text === 'ok')).toBe('ok');
  });

  test('refuses a registry that was restored from a backup, and serves what is on disk', async () => {
    await sleep(50);
    homes.registry.publish(homes.served(number - 1));
    started = await homes.startGateway({ cacheFile: file(), name: 'after-backup' });
    await homes.serves(number, 'after-backup');
    expect(await homes.refuses(number - 1, 'after-backup')).toMatch(/older/);
    homes.registry.publish(homes.served(number, 'second'));
  });

  const attacker = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const tampered: Readonly<Record<string, (content: Record<string, unknown>) => object>> = {
    'another supergraph under the same signature': (content) => {
      const [header, payload = '', signature] = String(content.jws).split('.');
      const event = Buffer.from(payload, 'base64url').toString().replaceAll('home.rents', 'home.names');
      return { ...content, jws: [header, Buffer.from(event).toString('base64url'), signature].join('.') };
    },
    'a supergraph and the key of an attacker': (content) => ({
      ...content,
      jws: homes.registry.sign(homes.served(99, 'second'), { key: attacker.privateKey }),
      key: attacker.publicKey.export({ format: 'jwk' }),
    }),
    'nothing of that form': () => ({ sdl: 'type Query { a: Int }' }),
  };
  test.each(Object.keys(tampered))('is refused with a file that holds %s', async (name) => {
    const content = await readFile(file(), 'utf8');
    const other = join(homes.directory, 'tampered.json');
    await writeFile(other, JSON.stringify(tampered[name]?.(JSON.parse(content))));
    homes.registry.cut();
    const start = homes.startGateway({ cacheFile: other, startTimeoutMs: 300, name: 'tampered' });
    await expect(start).rejects.toThrow(/the one on disk was refused/);
  });
});

test('generations take turns with two planner threads, and one that cannot load a supergraph ends', async () => {
  const threads = new Set<Worker>();
  const count = (message: unknown): void => {
    const { worker } = message as { worker: Worker }; // as Node documents the channel
    threads.add(worker);
    worker.once('exit', () => threads.delete(worker));
  };
  subscribe('worker_threads', count);
  const threaded = await homes.startGateway({ planner: 'thread', name: 'threaded' });
  const publish = async (): Promise<void> => {
    number += 1;
    homes.registry.publish(homes.served(number, 'second'));
    await homes.serves(number, 'threaded');
    expect((await homes.ask(threaded.url, RENT)).status).toBe(200);
  };
  try {
    expect(threads.size).toBe(1);
    await publish();
    const both = [...threads];
    expect(both).toHaveLength(2);
    await publish();
    await publish();
    expect([...threads]).toEqual(both);
    number += 1;
    homes.registry.publish({ ...homes.served(number, 'second'), sdl: 'type Query { a: Int }' });
    expect(await homes.refuses(number, 'threaded')).toMatch(/not a supergraph/);
    await eventually(
      async () => threads.size,
      (size) => size === 1,
    );
    expect(threads.size).toBe(1);
  } finally {
    await threaded.stop();
    unsubscribe('worker_threads', count);
  }
  expect(threads.size).toBe(0);
}, 60_000);
