import { describe, expect, test } from '@jest/globals';
import { halfOf, withoutSsn } from '../../../../subgraphs/identity/linkage/evaluate/dataset.ts';
import { evaluate } from '../../../../subgraphs/identity/linkage/evaluate/evaluate.ts';
import { publicSetsFolder } from '../../../../subgraphs/identity/linkage/testing/publicSets.ts';
import { SINGLE_SETTINGS } from '../../../../subgraphs/identity/linkage/train/settings.ts';
import { readPopulation, readPublicSets } from './datasets.ts';
import { readModel } from './models.ts';
import { trainOn } from './trainModel.ts';

const TODAY = '20261102';
const folder = publicSetsFolder('figures on FEBRL and Uganda');
const SETTINGS = { name: 'test', by: 'test', ...SINGLE_SETTINGS, randomPairs: 100_000 };

test('the shipped model links a population that it was not trained on', () => {
  const evaluation = evaluate(readPopulation(3_000, 'another'), readModel(), TODAY);
  expect(evaluation.automatic.precision.value).toBe(1);
  expect(evaluation.clusteredPairs.recall.value).toBeGreaterThan(0.95);
  expect(evaluation.missedByBlocking).toBeLessThan(5);
});

if (folder !== undefined) {
  describe('public sets, each linked by a model of the other', () => {
    const febrl = readPublicSets(`${folder}/febrl`);
    const [febrl3, febrl4] = [febrl.get('febrl3'), febrl.get('febrl4')];
    if (febrl3 === undefined || febrl4 === undefined) throw new Error(`${folder}/febrl lacks a file.`);

    test('FEBRL 4 by a model of FEBRL 3', () => {
      const { automatic } = evaluate(febrl4, trainOn(febrl3, SETTINGS), TODAY);
      expect(automatic.precision.value).toBe(1);
      expect(automatic.recall.value).toBeGreaterThanOrEqual(0.9984);
      expect(automatic.f1).toBeGreaterThanOrEqual(0.9998);
    });

    test('FEBRL 3 by a model of FEBRL 4, with and without Social Security numbers', () => {
      const evaluation = evaluate(febrl3, trainOn(febrl4, SETTINGS), TODAY);
      expect(evaluation.clusteredPairs.f1).toBeGreaterThanOrEqual(0.9975);
      expect(evaluation.clusters.f1).toBeGreaterThanOrEqual(0.9988);
      const without = evaluate(withoutSsn(febrl3), trainOn(withoutSsn(febrl4), SETTINGS), TODAY);
      expect(without.clusteredPairs.f1).toBeGreaterThanOrEqual(0.993);
    });

    test('half of the patients of Uganda by a model of the other half, without national numbers', () => {
      const uganda = readPublicSets(`${folder}/uganda`).get('uganda');
      if (uganda === undefined) throw new Error(`${folder}/uganda lacks a file.`);
      const patients = withoutSsn(uganda);
      const { clusteredPairs } = evaluate(halfOf(patients, 'odd'), trainOn(halfOf(patients, 'even'), SETTINGS), TODAY);
      expect(clusteredPairs.precision.value).toBeGreaterThanOrEqual(0.999);
      expect(clusteredPairs.recall.value).toBeGreaterThanOrEqual(0.95);
    });
  });
}
