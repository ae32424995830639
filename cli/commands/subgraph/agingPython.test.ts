import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { initSubgraph } from './init.ts';
import { testSubgraph } from './test.ts';
import { agingExample, describeInPython, python } from './testing/inPython.ts';
import { startOutsideProject } from './testing/outsideProject.ts';

/** Runs a project's own server, and the whole contract against it. */
async function reportOf(project: string, name: string, keys: readonly string[]): Promise<readonly unknown[]> {
  const running = await startOutsideProject(project, python, ['main.py']);
  try {
    const lines: string[] = [];
    await testSubgraph(
      running.url,
      {
        sdl: join(project, `${name}.graphql`),
        datasets: join(project, `${name}.yaml`),
        key: keys,
        jwksPort: running.jwksPort,
        format: 'json',
      },
      { say: () => undefined, print: (line) => lines.push(line) },
    );
    const { items } = JSON.parse(lines.join('')) as { items: { id: string; result: string; reason?: string }[] };
    expect(items.length).toBeGreaterThan(40);
    return items.filter(({ result }) => result !== 'pass').map(({ id, result }) => `${id}: ${result}`);
  } finally {
    await running.stop();
  }
}

describeInPython('a subgraph in Python', () => {
  const skipped = ['guard-root-fields: skipped', 'guard-argument-filters: skipped'];

  test('the example of the Department on Aging passes the contract', async () => {
    expect(await reportOf(agingExample, 'aging', ['agingClientId:A-1001', 'agingClientId:A-1004'])).toEqual(skipped);
  });

  test('a project that was just written passes the contract', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'p360-python-'));
    try {
      const project = initSubgraph('parks', {
        language: 'python',
        agency: 'DCEO',
        kit: '',
        directory: join(folder, 'parks'),
      });
      expect(await reportOf(project, 'parks', ['parksClientId:A-1001'])).toEqual([
        'guard-hard-bars: skipped',
        ...skipped,
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
