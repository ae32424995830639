import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jaroWinkler, jaroWinklerSql } from '../comparisons/jaroWinkler.ts';
import { withinOneEdit, withinOneEditSql } from '../comparisons/withinOneEdit.ts';
import { readFebrl3, readFebrl4 } from '../evaluate/readFebrl.ts';
import { compileScorer, type ScoredRecord } from '../model/compileScorer.ts';
import { readDefaultModel } from '../model/defaultModel.ts';
import { linkageModel } from '../model/linkageModel.ts';
import { scaleThresholds } from '../model/scaleThresholds.ts';
import { normalize } from '../normalize/normalize.ts';
import { madeUpRecords } from '../testing/madeUpRecords.ts';
import { publicSetsFolder } from '../testing/publicSets.ts';
import { candidatePairs } from '../train/pairs.ts';
import { SINGLE_SETTINGS } from '../train/settings.ts';
import { linkRecords, recordKey } from './linkRecords.ts';
import { type Batch, type BatchPair, openBatch } from './openBatch.ts';

const TODAY = '20261102';
const sources = madeUpRecords(400);

test('Jaro-Winkler and Damerau-Levenshtein are those of DuckDB', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const text = fc.string({ unit: fc.constantFrom('A', 'B', 'C', 'D'), minLength: 1, maxLength: 40 });
  const pairs = fc.sample(fc.tuple(text, text), 3_000);
  const values = pairs.map(([a, b]) => `('${a}', '${b}')`).join(', ');
  const reader = await connection.runAndReadAll(
    `select ${jaroWinklerSql('a', 'b')}, ${withinOneEditSql('a', 'b')} from (values ${values}) pair(a, b)`,
  );
  for (const [at, [similarity, within]] of reader.getRows().entries()) {
    const [a, b] = pairs[at] ?? ['', ''];
    // The same operations in the same order, to the last bit: a level may begin exactly here.
    expect([a, b, jaroWinkler(a, b)]).toEqual([a, b, similarity]);
    expect([a, b, withinOneEdit(a, b)]).toEqual([a, b, within]);
  }
  connection.closeSync();
  instance.closeSync();
});

describe('a batch gives what the scoring function gives', () => {
  const model = readDefaultModel();
  const scorer = compileScorer(model);
  const normalized = sources.map(({ traits }) => normalize(traits, TODAY));
  const records: readonly ScoredRecord[] = normalized.map((record) => scorer.prepare(record));
  const expected = candidatePairs({ records: normalized });
  const [at, other] = [(pair: BatchPair) => records[pair.one], (pair: BatchPair) => records[pair.other]];
  let batch: Batch;

  beforeAll(async () => {
    batch = await openBatch({ threads: 1 });
    await batch.load(records.slice(0, 100));
    await batch.load(records.slice(100));
  });
  afterAll(() => batch.close());

  test.each([
    ['with limits', model],
    ['without limits', linkageModel({ ...contentOf(model), ...SINGLE_SETTINGS })],
  ])('the same candidates and weights, %s', async (_, used) => {
    const { score } = compileScorer(used);
    const found: string[] = [];
    await batch.findCandidates(used, -1_000);
    for await (const pairs of batch.score(used, -1_000)) {
      for (const pair of pairs) {
        found.push(`${pair.one} ${pair.other}`);
        const [a, b] = [at(pair), other(pair)];
        if (a === undefined || b === undefined) throw new Error('The batch returned a record that it was not given.');
        expect(Math.abs(score(a, b) - pair.weight)).toBeLessThan(1e-9);
      }
    }
    expect(found.length).toBeGreaterThan(400);
    expect(found.sort()).toEqual(expected.map(([one, two]) => `${one} ${two}`).sort());
  });

  test.each([-10, 0, 10, 20, 30])('no pair with %d bits is missing where others are left out early', async (bits) => {
    await batch.findCandidates(model, bits);
    const found: number[] = [];
    for await (const pairs of batch.score(model, bits)) found.push(...pairs.map(({ weight }) => weight));
    const weights = expected.flatMap(([one, two]) => {
      const [a, b] = [records[one], records[two]];
      return a === undefined || b === undefined ? [] : [scorer.score(a, b)];
    });
    const enough = weights.filter((weight) => weight >= bits);
    expect(enough.length).toBeGreaterThan(50);
    expect(enough.length).toBeLessThan(weights.length);
    expect(found.length).toBe(enough.length);
  });
});

const folder = publicSetsFolder('scores of FEBRL pairs in TypeScript and in SQL');
if (folder !== undefined) {
  test.each([
    ['FEBRL 3', readFebrl3],
    ['FEBRL 4', readFebrl4],
  ])('every candidate pair of %s has the same score to 1e-9', async (_, read) => {
    const model = readDefaultModel();
    const scorer = compileScorer(model);
    const normalized = read(`${folder}/febrl`).records.map(({ traits }) => normalize(traits, TODAY));
    const records = normalized.map((record) => scorer.prepare(record));
    const expected = new Map(
      candidatePairs({ records: normalized }).map(([one, other]) => {
        const [a, b] = [records[one], records[other]];
        if (a === undefined || b === undefined) throw new Error('A candidate is no record.');
        return [`${one} ${other}`, scorer.score(a, b)];
      }),
    );
    const batch = await openBatch({ threads: 1 });
    try {
      await batch.load(records);
      await batch.findCandidates(model, Number.MIN_SAFE_INTEGER);
      let most = 0;
      let found = 0;
      for await (const pairs of batch.score(model, Number.MIN_SAFE_INTEGER)) {
        for (const { one, other, weight } of pairs) {
          found += 1;
          const difference = Math.abs(weight - (expected.get(`${one} ${other}`) ?? Number.NaN));
          if (!(difference <= most)) most = difference;
        }
      }
      expect(found).toBe(expected.size);
      expect(found).toBeGreaterThan(5_000);
      expect(most).toBeLessThan(1e-9);
      for (const bits of [0, 10, 20]) {
        await batch.findCandidates(model, bits);
        let enough = 0;
        for await (const pairs of batch.score(model, bits)) enough += pairs.length;
        expect(enough).toBe([...expected.values()].filter((weight) => weight >= bits).length);
      }
    } finally {
      batch.close();
    }
  });
}

test('thresholds and the limit of a household rise by a bit where there are twice as many records', () => {
  const model = readDefaultModel();
  const { records } = model.trained;
  expect(scaleThresholds(model, 2 * records).thresholds.join).toBeCloseTo(model.thresholds.join + 1, 9);
  expect(scaleThresholds(model, records / 2).thresholds).toEqual(model.thresholds);
  expect(scaleThresholds(model, 2 * records).householdLimit).toBeCloseTo((model.householdLimit ?? 0) + 1, 9);
});

test('linking all records does not depend on their order, and obeys decisions', async () => {
  const model = readDefaultModel();
  const { clusters } = await linkRecords(sources, { model, today: TODAY });
  expect((await linkRecords([...sources].reverse(), { model, today: TODAY })).clusters).toEqual(clusters);
  const [one = '', two = ''] = clusters.find((keys) => keys.length > 1) ?? [];
  const [three = ''] = clusters.find((keys) => !keys.includes(one)) ?? [];
  const decided = await linkRecords(sources, {
    model,
    today: TODAY,
    decisions: [
      { id: 'd1', kind: 'NOT_LINK', one, other: two },
      { id: 'd2', kind: 'LINK', one, other: three },
    ],
  });
  const clusterOf = (key: string) => decided.clusters.find((keys) => keys.includes(key));
  expect(clusterOf(one)).toContain(three);
  expect(clusterOf(one)).not.toContain(two);
  expect(clusters.flat().sort()).toEqual(sources.map(recordKey).sort());
});

function contentOf({ version: _, ...content }: ReturnType<typeof readDefaultModel>) {
  return content;
}
