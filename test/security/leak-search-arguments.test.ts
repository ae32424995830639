import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type ApprovedGateway,
  idOf,
  type Product,
  startGateway,
  startProduct,
} from '../harness/product/startProduct.ts';
import { energyAssistance } from '../harness/requesters.ts';

/** The attack: a birth date is shown as an age group; search by dates until the person is among those found. */
describe('searching by what is not shown', () => {
  let system: Product;
  let gateway: ApprovedGateway;
  beforeAll(async () => {
    system = await startProduct();
    gateway = await startGateway(system, { approvals: 'given' });
  }, 240_000);
  afterAll(async () => {
    await gateway?.stop();
    await system?.stop();
  });

  const search = ['Query.searchPersons', 'PersonName.given', 'PersonName.family', 'Person.name'].map((field) => ({
    field,
  }));
  const ageOnly = {
    dataset: 'identity.demographics',
    fields: [...search, { field: 'Person.birthDate', transform: 'AGE_BAND' as const }],
  };

  test.each([
    ['a literal', 'query { searchPersons(birthDate: "2017-01-17") { id } }'],
    ['a variable', 'query ($d: Date = "2017-01-17") { searchPersons(birthDate: $d) { id } }'],
    ['a name with it', 'query { searchPersons(name: "Hayes", birthDate: "2017-01-17") { id } }'],
    [
      'an alias beside an open search',
      'query { a: searchPersons(name: "Hayes") { id } b: searchPersons(birthDate: "2017-01-17") { id } }',
    ],
    ['a fragment', 'query { ...F } fragment F on Query { ... { searchPersons(birthDate: "2017-01-17") { id } } }'],
  ])('%s is refused, and the index is not asked', async (_, query) => {
    gateway.approve(energyAssistance, [ageOnly]);
    const { result, requests } = await system.recordedDuring(() => gateway.ask(energyAssistance, query));
    expect(result.errors.map(({ extensions }) => [extensions.coordinate, extensions.reason])).toEqual([
      ['Query.searchPersons', 'FIELD_NOT_COVERED'],
    ]);
    expect(JSON.stringify(requests.map(({ query: text, variables }) => [text, variables]))).not.toMatch(
      /birthDate|2017/,
    );
  });

  test('by a field that is shown unmasked is allowed', async () => {
    gateway.approve(energyAssistance, [ageOnly]);
    const byName = await gateway.ask(
      energyAssistance,
      '{ searchPersons(name: "Elijah Hayes", first: 1) { id birthDate } }',
    );
    expect(byName.data).toEqual({ searchPersons: [{ id: idOf('child'), birthDate: '6-17' }] });
    gateway.approve(energyAssistance, [{ dataset: 'identity.demographics' }]);
    const byDate = await gateway.ask(energyAssistance, '{ searchPersons(birthDate: "2017-01-17") { id } }');
    expect(byDate.errors).toEqual([]);
    expect(JSON.stringify(byDate.data)).toContain(idOf('child'));
  });
});
