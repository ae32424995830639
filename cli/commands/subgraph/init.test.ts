import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readDatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import { Publication } from '../../../schema/publishing/publication.ts';
import { checkPublication } from '../../../supergraph/checks/checkPublication.ts';
import { publicationOf } from '../../../supergraph/checks/testing/publications.ts';
import { CliError } from '../../cliError.ts';
import { initSubgraph } from './init.ts';
import { testSubgraph } from './test.ts';
import { startOutsideProject } from './testing/outsideProject.ts';

const run = promisify(execFile);
const repository = fileURLToPath(new URL('../../../', import.meta.url));
const python = { language: 'python', agency: 'DCEO', kit: '0.1.0' } as const;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'p360-init-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('person360 subgraph init', () => {
  test.each([
    '__proto__',
    'constructor',
    'Parks',
    'par\u200bks',
    'ѕnap',
    '../parks',
    'a',
    '',
    'park-s',
    'x'.repeat(41),
    'snap',
  ])('refuses the name %j and writes nothing', (name) => {
    expect(() => initSubgraph(name, { ...python, directory: join(folder, 'refused') })).toThrow(CliError);
    expect(readdirSync(folder)).not.toContain('refused');
  });

  test('refuses an agency that is not a party', () => {
    expect(() => initSubgraph('parks', { ...python, agency: 'NASA', directory: join(folder, 'refused') })).toThrow(
      /--agency NASA is not a party/,
    );
  });

  test('never writes into a folder that is not empty, nor over a file', () => {
    const directory = join(folder, 'full');
    mkdirSync(directory);
    writeFileSync(join(directory, 'parks.graphql'), 'mine');
    expect(() => initSubgraph('parks', { ...python, directory })).toThrow(/not empty/);
    expect(() => initSubgraph('parks', { ...python, directory: join(directory, 'parks.graphql') })).toThrow(CliError);
    expect(readFileSync(join(directory, 'parks.graphql'), 'utf8')).toBe('mine');
    expect(readdirSync(directory)).toEqual(['parks.graphql']);
  });

  test('the Python project shares the files of the contract with the example in Python', () => {
    const project = initSubgraph('aging', { ...python, directory: join(folder, 'python') });
    const example = join(repository, 'examples/aging-python');
    for (const file of [
      'grants.py',
      'guards.py',
      'server.py',
      'loader.py',
      'main.py',
      'requirements.txt',
      'Dockerfile',
    ]) {
      expect([file, readFileSync(join(example, file), 'utf8')]).toEqual([
        file,
        readFileSync(join(project, file), 'utf8'),
      ]);
    }
  });

  test.each([
    ['parks', (project: string) => initSubgraph('parks', { ...python, directory: project })],
    ['aging', () => join(repository, 'examples/aging-python')],
  ])('%s composes with the person index, and its guards are complete', (subgraph, write) => {
    const project = write(join(folder, 'checked'));
    const candidate = Publication.parse({
      subgraph,
      sdl: readFileSync(join(project, `${subgraph}.graphql`), 'utf8'),
      datasets: readDatasetCatalogue(project).systems[0],
      routingUrl: 'http://127.0.0.1:4020/graphql',
      personKey: `${subgraph}ClientId`,
      contact: `${subgraph}-data@agency.example`,
    });
    const { findings, outcome } = checkPublication({ current: [publicationOf('identity')], candidate });
    expect(outcome).toBe('passed');
    // What a second person has to look at; neither errors nor notices of the lint.
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['PUBLIC_FIELD', 'NEW_CLASS']));
  });

  test('the TypeScript project, with the packed kit, passes the contract outside of this repository', async () => {
    const kit = await packKit(folder);
    const project = initSubgraph('parks', { ...python, language: 'typescript', kit, directory: join(folder, 'parks') });
    expect(readDatasetCatalogue(project).datasets.get('parks.services')?.owner).toBe('DCEO');
    await installKit(kit, project);
    await run(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-p', project]);
    const running = await startOutsideProject(project, process.execPath, ['--import', 'tsx', 'src/main.ts']);
    try {
      const lines: string[] = [];
      const isPassed = await testSubgraph(
        running.url,
        {
          sdl: join(project, 'parks.graphql'),
          datasets: join(project, 'parks.yaml'),
          key: ['parksClientId:A-1001', 'Person.parksClientId:A-1002'],
          jwksPort: running.jwksPort,
          format: 'json',
        },
        { say: () => undefined, print: (line) => lines.push(line) },
      );
      const { items } = JSON.parse(lines.join('')) as { items: { id: string; result: string }[] };
      expect(items.filter(({ result }) => result === 'fail')).toEqual([]);
      expect(items.filter(({ result }) => result === 'pass').length).toBeGreaterThan(35);
      expect(isPassed).toBe(true);
    } finally {
      await running.stop();
    }
  });
});

/** `npm pack` of the workspace, as an agency gets it. */
async function packKit(destination: string): Promise<string> {
  const args = ['pack', '-w', '@person360/subgraph-kit', '--pack-destination', destination, '--json', '--silent'];
  const { stdout } = await run('npm', args, { cwd: repository });
  const name = /"filename":\s*"([^"]+)"/.exec(stdout)?.[1];
  if (name === undefined) throw new Error(`npm pack said: ${stdout}`);
  return join(destination, name);
}

/**
 * Installs the tarball and what its manifest declares, and nothing else: the declared packages come from this
 * repository's own node_modules, so that no registry is needed.
 */
async function installKit(kit: string, project: string): Promise<void> {
  const installed = join(project, 'node_modules/@person360/subgraph-kit');
  mkdirSync(installed, { recursive: true });
  await run('tar', ['-xzf', kit, '-C', installed, '--strip-components=1']);
  const namesIn = (directory: string): readonly string[] => {
    const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as Record<string, object>;
    return Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  };
  for (const name of new Set([...namesIn(installed), ...namesIn(project)])) {
    if (name === '@person360/subgraph-kit') continue;
    const link = join(project, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(repository, 'node_modules', name), link);
  }
}
