import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runCommand } from '../harness/runCommand.ts';
import { runInTerminal } from '../harness/runInTerminal.ts';

describe('person360 identity train', () => {
  const directory = mkdtempSync(join(tmpdir(), 'p360-train-'));
  const records = join(directory, 'people', 'records');
  const out = join(directory, 'model.json');
  beforeAll(async () => {
    const { code, stderr } = await runCommand([
      ...['population', 'records', '--persons', '2000', '--seed', 'of a folder', '--out', join(directory, 'people')],
    ]);
    expect([code, stderr]).toEqual([0, expect.any(String)]);
  }, 60_000);
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const train = (...args: string[]) => runCommand(['identity', 'train', ...args]);

  test('--help says which records it takes', async () => {
    const { code, stdout } = await train('--help');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: person360 identity train \[options\] \[folder\]/);
    expect(stdout).toContain('person360 identity train people/records --out model.json');
  }, 30_000);

  test('trains on the files of a folder a model that links them; the model has no value of a single record', async () => {
    const { code, stdout, stderr } = await train(records, '--out', out, '--name', 'of-a-folder', '--format', 'json');
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^training on \d+ records of .*people\/records\n$/)]);
    const { trained, version } = JSON.parse(stdout);
    expect(trained).toMatchObject({ on: records, by: 'person360 identity train' });
    expect(trained.records).toBeGreaterThan(1_000);
    const model = JSON.parse(readFileSync(out, 'utf8'));
    expect(model).toMatchObject({ name: 'of-a-folder', trained });
    const numbers = readFileSync(join(records, 'snap.csv'), 'utf8')
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(',')[0] ?? '');
    expect(numbers.length).toBeGreaterThan(50);
    expect(numbers.filter((number) => readFileSync(out, 'utf8').includes(`"${number}"`))).toEqual([]);

    const persons = join(directory, 'persons.csv');
    const linked = await runCommand([
      ...['identity', 'link', records, '--model', out, '--out', persons, '--format', 'json'],
    ]);
    expect([linked.code, linked.stderr]).toEqual([0, '']);
    const summary = JSON.parse(linked.stdout);
    expect(summary).toMatchObject({ records: trained.records, model: version });
    expect(summary.persons).toBeGreaterThan(600);
    expect(summary.persons).toBeLessThan(trained.records);
  }, 120_000);

  test('the same records give the same model, and a terminal shows progress', async () => {
    const again = join(directory, 'again.json');
    const trained = await runInTerminal(['identity', 'train', records, '--out', again, '--name', 'of-a-folder']);
    expect(trained.output).toMatch(/ 0% \| 0 of \d+ pairs \| /);
    expect(trained.output).toMatch(/ 100% \| (\d+) of \1 pairs \| /);
    expect([trained.code, trained.output]).toEqual([0, expect.stringContaining(`trained on ${records}`)]);
    const content = (file: string) => {
      const { version: _, trained, ...others } = JSON.parse(readFileSync(file, 'utf8'));
      return { ...others, records: trained.records };
    };
    expect(content(again)).toEqual(content(out));
  }, 120_000);

  test('refuses a folder with too few records, or none, and a population besides, and writes nothing', async () => {
    const [few, none, model] = ['few', 'none', 'refused.json'].map((name) => join(directory, name)) as [
      string,
      string,
      string,
    ];
    mkdirSync(few);
    mkdirSync(none);
    writeFileSync(join(few, 'snap.csv'), 'number,given\n1,Ana\n2,Leo\n');
    for (const [args, message] of [
      [[few], /few has 2 records. Training takes at least 1000/],
      [[none], /none has no CSV files. Name each one by its system/],
      [[join(directory, 'nowhere')], /nowhere cannot be read/],
      [[records, '--persons', '100'], /--persons and --seed are for a population/],
    ] as const) {
      const { code, stdout, stderr } = await train(...args, '--out', model);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(message);
      expect(stderr).not.toMatch(/ at .*\.(ts|js):\d+/);
    }
    expect(() => readFileSync(model)).toThrow(/ENOENT/);
  }, 60_000);
});
