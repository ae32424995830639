import { describe, expect, test } from '@jest/globals';
import { demonstrationSourceRecords } from '../../../../population/records/demonstrationSourceRecords.ts';
import { type HostileCase, hostileCases } from '../../../../population/testing/hostileRecords.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { compileScorer } from '../model/compileScorer.ts';
import { readDefaultModel } from '../model/defaultModel.ts';
import { normalize } from '../normalize/normalize.ts';
import { createDecider } from './decide.ts';

const TODAY = '20261102';
const model = readDefaultModel();
const decider = createDecider(compileScorer(model));

/** Decisions about all pairs of the case, by whether the two records are of one person. */
function decisionsOf({ records }: HostileCase) {
  const prepared = records.map(({ traits }) => decider.scorer.prepare(normalize(traits, TODAY)));
  const decisions = { ofOnePerson: new Set<string>(), ofTwoPersons: new Set<string>() };
  for (const [at, one] of prepared.entries()) {
    for (const [after, other] of prepared.slice(at + 1).entries()) {
      const isOne = records[at]?.person === records[at + 1 + after]?.person;
      decisions[isOne ? 'ofOnePerson' : 'ofTwoPersons'].add(decider.decide(one, other).decision);
    }
  }
  return decisions;
}

describe('the shipped model links no two persons by itself', () => {
  test.each(hostileCases.map((each) => [each.name, each] as const))('%s', (_, hostile) => {
    const { ofOnePerson, ofTwoPersons } = decisionsOf(hostile);
    expect(ofTwoPersons).not.toContain('AUTO_LINK');
    if (hostile.evidence === 'CLEAR') expect([...ofOnePerson]).toEqual(['AUTO_LINK']);
  });
});

test('the shipped model finds exactly the five people of the demonstration household', () => {
  const { records, truth } = demonstrationSourceRecords;
  const ids = [...new Set(truth.map(({ personId }) => personId))];
  const entities = truth.map(({ personId }) => ids.indexOf(personId));
  const { clusters } = evaluate({ name: 'demonstration household', records, entities }, model, TODAY);
  expect(ids).toHaveLength(5);
  expect(clusters.precision).toMatchObject({ value: 1, of: 5 });
  expect(clusters.recall).toMatchObject({ value: 1, of: 5 });
});
