import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { SUBGRAPH_NAMES } from '../../schema/files.ts';
import { eventually } from '../harness/eventually.ts';
import { startProduct } from '../harness/product/startProduct.ts';

test('When the database server dies, readiness names every system that cannot serve, and the run reports why it failed.', async () => {
  const system = await startProduct();
  try {
    const health = async (): Promise<{
      readonly status: number;
      readonly checks: Readonly<Record<string, string>>;
    }> => {
      const response = await fetch(new URL('/health/ready', system.url));
      const { checks } = (await response.json()) as { checks: Record<string, string> };
      return { status: response.status, checks };
    };
    expect((await health()).status).toBe(200);
    const home = join(system.dataDirectory, 'postgres');
    const note = await readFile(join(home, 'place.json'), 'utf8').catch(() => undefined);
    // The note of where the server is kept, when that is elsewhere.
    const place = note === undefined ? join(home, 'server') : (JSON.parse(note) as { directory: string }).directory;
    const [pid] = (await readFile(join(place, 'cluster', 'postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(pid), 'SIGKILL');
    expect(String(await system.failed)).toContain('SIGKILL');
    const isDown = ({ checks }: Awaited<ReturnType<typeof health>>): boolean =>
      SUBGRAPH_NAMES.every((name) => checks[`subgraph ${name}`] === 'not ready');
    const last = await eventually(health, isDown, 20_000);
    expect([last.status, isDown(last)]).toEqual([503, true]);
  } finally {
    await system.stop().catch(() => undefined);
  }
}, 90_000);
