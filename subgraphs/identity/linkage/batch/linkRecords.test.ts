import { expect, test } from '@jest/globals';
import { readDefaultModel } from '../model/defaultModel.ts';
import { madeUpRecords } from '../testing/madeUpRecords.ts';
import { linkRecords } from './linkRecords.ts';

test('a few records are linked in this process as many are in the embedded database', async () => {
  const options = { model: readDefaultModel(), today: '20261102' };
  const sources = madeUpRecords(400);
  const byPair = ({ evidence, review, refused }: Awaited<ReturnType<typeof linkRecords>>) =>
    [evidence, review, refused].map((pairs) =>
      pairs.map(({ one, other, weight }) => [...[one, other].sort(), weight.toFixed(9)].join(' ')).sort(),
    );
  const inProcess = await linkRecords(sources, options);
  const inDatabase = await linkRecords(sources, { ...options, inProcess: 0 });
  expect(inProcess.clusters).toEqual(inDatabase.clusters);
  expect(byPair(inProcess)).toEqual(byPair(inDatabase));
  expect(inProcess.evidence.length).toBeGreaterThan(50);
});
