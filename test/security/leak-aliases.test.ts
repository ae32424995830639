import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphProduct, startProduct } from '../harness/product/startProduct.ts';
import { aging } from '../harness/requesters.ts';
import { ada, benefits, secrets } from './harness/benefits.ts';

let product: GraphProduct;
beforeAll(async () => {
  product = await startProduct({ systems: benefits, engines: ['compiled', 'apollo'] });
  product.approve(aging, 'payments.status');
}, 240_000);
afterAll(() => product?.stop());

/** The attack: a denied field is asked under the name of an open one, under many names, or under one that the gateway uses. */
describe.each(['compiled', 'apollo'] as const)('a denied field under another name, %s engine', (engine) => {
  const ask = (inside: string) =>
    product.ask(aging, `query ($id: ID!) { person(id: $id) { ${inside} } }`, { id: ada }, { engine });

  test.each([
    ['of an open field', 'id name: birthDate', { id: ada, name: null }, ['Person.birthDate at name']],
    ['of the key', 'id: birthDate name', { id: null, name: 'Ada' }, ['Person.birthDate at id']],
    [
      'of another denied field, each under the other’s',
      'benefit { amount: officer officer: amount status }',
      { benefit: { amount: null, officer: null, status: secrets.status } },
      ['Benefit.amount at benefit.officer', 'Benefit.officer at benefit.amount'],
    ],
    [
      'of the open field beside it, which has its name in turn',
      'benefit { status: amount amount: status }',
      { benefit: { status: null, amount: secrets.status } },
      ['Benefit.amount at benefit.status'],
    ],
    [
      'of several',
      'a: birthDate b: birthDate birthDate',
      { a: null, b: null, birthDate: null },
      ['Person.birthDate at a', 'Person.birthDate at b', 'Person.birthDate at birthDate'],
    ],
    [
      'on the way to it',
      'name: benefit { x: amount } y: benefit { status }',
      { name: { x: null }, y: { status: secrets.status } },
      ['Benefit.amount at name.x'],
    ],
  ])('%s stays null, and is asked of nobody', async (_, inside, person, denied) => {
    const { answer, asked, ...attempt } = await ask(inside);
    expect(attempt.data).toEqual({ person });
    expect(attempt.denied.map(({ path, coordinate }) => `${coordinate} at ${path.slice(1).join('.')}`).sort()).toEqual(
      denied,
    );
    expect(answer.text).not.toMatch(new RegExp([secrets.birthDate, secrets.amount, secrets.officer].join('|')));
    expect(asked).toContain('person(');
    // Response keys may go to an agency; the denied fields themselves do not.
    expect(asked).not.toMatch(/\b(birthDate|officer|amount)\b(?! *:)/);
  });

  /** The planner adds the hidden key by itself; its value must not appear where the client reads something else. */
  test.each([
    [
      'an open field',
      'caseNumber: name benefit { status }',
      { caseNumber: 'Ada', benefit: { status: secrets.status } },
    ],
    [
      'the agency’s own, in a fragment',
      '... on Person { caseNumber: benefit { status } } name',
      { caseNumber: { status: secrets.status }, name: 'Ada' },
    ],
    [
      'each place, whatever stands there',
      'benefit { status } friends { caseNumber: name benefit { status } caseNumber: name }',
      { benefit: { status: secrets.status }, friends: [{ caseNumber: 'Bob', benefit: null }] },
    ],
  ])('under the name of a hidden key stays what it is: %s', async (_, inside, person) => {
    const { answer, asked } = await ask(inside);
    expect([answer.data, answer.errors]).toEqual([{ person }, []]);
    expect(answer.text).not.toContain('C-1');
    // The agency was asked by the key, not by what the client calls so.
    expect(asked).toMatch(/"caseNumber":"C-/);
    expect(asked).not.toContain('"caseNumber":"Ada"');
  });

  test('an error at such a place has the name that the client gave it', async () => {
    product.proxy('payments').behave({ kind: 'down' });
    try {
      const { data, answer } = await ask('caseNumber: benefit { status } name');
      expect(data).toEqual({ person: { caseNumber: null, name: 'Ada' } });
      expect(answer.errors.map(({ path }) => path)).toEqual([['person', 'caseNumber']]);
    } finally {
      product.proxy('payments').behave({ kind: 'pass' });
    }
  });

  test.each(['_person360Id: name', '_person360Type: id', '__typename: name', '__alias_0: name'])(
    'that the gateway writes itself is refused: %s',
    async (inside) => {
      const { answer, requests } = await ask(inside);
      expect([answer.status, answer.codes, answer.data]).toEqual([400, ['GRAPHQL_VALIDATION_FAILED'], undefined]);
      expect(requests).toEqual([]);
    },
  );
});
