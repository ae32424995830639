import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { initSubgraph } from './init.ts';
import { testSubgraph } from './test.ts';
import { startOutsideProject } from './testing/outsideProject.ts';

const example = fileURLToPath(new URL('../../../examples/aging-python/', import.meta.url));
const python = process.env.AGING_PYTHON ?? join(example, '.venv/bin/python');

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

function describeInPython(name: string, tests: () => void): void {
  if (existsSync(python)) {
    describe(name, tests);
    return;
  }
  process.stderr.write(
    `Left out, for lack of Python: ${name}. Create examples/aging-python/.venv as its README says, and run npm test again.\n`,
  );
  describe(name, () => {
    // The file has to have a test; this one says what is true here.
    test('needs Python, and there is none', () => {
      expect(existsSync(python)).toBe(false);
    });
  });
}

describeInPython('a subgraph in Python', () => {
  const skipped = ['guard-root-fields: skipped', 'guard-argument-filters: skipped'];

  test('the example of the Department on Aging passes the contract', async () => {
    expect(await reportOf(example, 'aging', ['agingClientId:A-1001', 'agingClientId:A-1004'])).toEqual(skipped);
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
