import { expect, test } from '@jest/globals';
import { fieldGuardsIn } from './fieldGuards.ts';

const SDL = `type Query {
  offices: [Office] @tag(name: "public")
  cases: [Case] @policy(policies: [["aging.lookup"]])
}
type Person @key(fields: "agingClientId") {
  agingClientId: ID @inaccessible
  aging: Case
}
type Case @policy(policies: [["aging.community"]]) {
  openedOn: String
  notes: String @tag(name: "hard-bar")
}
type Office {
  name: String
}`;
const DATASETS = `owner: IDOA
datasets:
  - { id: aging.community, class: PII }
`;

test('a field has the datasets of itself, of its type, and of the type that it returns, with their classes', () => {
  const guards = fieldGuardsIn(SDL, DATASETS);
  const community = { id: 'aging.community', class: 'PII' };
  expect(Object.fromEntries(guards)).toEqual({
    2: { kind: 'public', datasets: [] },
    3: { kind: 'guarded', datasets: [{ id: 'aging.lookup', class: undefined }, community] },
    6: { kind: 'key', datasets: [] },
    7: { kind: 'guarded', datasets: [community] },
    10: { kind: 'guarded', datasets: [community] },
    11: { kind: 'barred', datasets: [community] },
    14: { kind: 'unguarded', datasets: [] },
  });
});

test('what cannot be read has no guards to show', () => {
  expect(fieldGuardsIn('type Query {', DATASETS).size).toBe(0);
  expect(fieldGuardsIn(SDL, '{').get(10)?.datasets).toEqual([{ id: 'aging.community', class: undefined }]);
});
