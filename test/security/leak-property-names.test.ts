import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphProduct, startProduct } from '../harness/product/startProduct.ts';
import { aging, energyAssistance } from '../harness/requesters.ts';
import { ada, benefits, secrets } from './harness/benefits.ts';

let product: GraphProduct;
beforeAll(async () => {
  product = await startProduct({ systems: benefits, engines: ['compiled', 'apollo'] });
  product.approve(aging, 'payments.status');
}, 240_000);
afterAll(() => product?.stop());

/** Properties of every object, and words that stand for everything in libraries of permissions. */
const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'then', 'all', 'manage'] as const;

/**
 * The attack: whatever a requester may name has the name of a property that every object has, or of a wildcard, so that a
 * look-up finds something where nothing was put.
 */
describe('a name that is a property of every object, or a wildcard', () => {
  test.each(names.flatMap((name) => [[name, 'compiled'] as const, [name, 'apollo'] as const]))(
    'is just a name of operations, variables, fragments and response keys: %s, %s engine',
    async (name, engine) => {
      const query = `
        query ${name}($id: ID!, $${name}: Boolean = true) { ${name}: person(id: $id) { ...${name} ...Denied } }
        fragment ${name} on Person { ${name}: benefit @include(if: $${name}) { ${name}: status x: amount } }
        fragment Denied on Person { y: birthDate }`;
      const body = { query, operationName: name, variables: { id: ada } };
      const { answer, denied, asked } = await product.send(aging, body, { engine });
      // Read as text, because a JavaScript object could not be distinguished from one with the property added.
      const { status } = secrets;
      expect(answer.text).toContain(`"data":{"${name}":{"${name}":{"${name}":"${status}","x":null},"y":null}}`);
      expect(denied.map(({ path }) => path)).toEqual(
        expect.arrayContaining([
          [name, name, 'x'],
          [name, 'y'],
        ]),
      );
      expect(asked).not.toMatch(/amount|birthDate/);
      // Left out by a variable of that name.
      const without = JSON.parse(`{"id":"${ada}","${name}":false}`);
      const left = await product.send(aging, { ...body, variables: without }, { engine });
      expect(left.answer.text).toContain(`"data":{"${name}":{"y":null}}`);
      expect(left.asked).not.toContain('status');
    },
  );

  test.each(names)('is nobody whose data is shown, and nothing of an input: %s', async (name) => {
    const person = await product.ask(aging, 'query ($id: ID!) { person(id: $id) { name } }', { id: name });
    expect([person.data, person.answer.errors]).toEqual([{ person: null }, []]);
    const place = JSON.parse(`{"in":{"${name}":"x"}}`);
    const input = await product.ask(aging, 'query ($in: Place) { everybody(in: $in) { name } }', place);
    expect([input.answer.status, input.answer.codes, input.requests]).toEqual([400, ['BAD_USER_INPUT'], []]);
  });

  test.each(names)('opens nothing as an agency or as roles: %s', async (name) => {
    const query = 'query ($id: ID!) { person(id: $id) { benefit { status } } }';
    for (const who of [
      { ...aging, agency: name },
      { ...energyAssistance, roles: [name, '*'] },
      { ...aging, agency: name, roles: [name] },
    ]) {
      const { data, denied, requests } = await product.ask(who, query, { id: ada });
      expect([data, denied.map(({ reason }) => reason)]).toEqual([{ person: { benefit: null } }, ['NO_APPROVAL']]);
      expect(requests.map(({ subgraph }) => subgraph)).toEqual(['people']);
    }
  });

  test.each(names)('is no purpose, in a token or beside it: %s', async (purpose) => {
    const query = '{ everybody { name } }';
    const inToken = await product.ask({ ...aging, purpose }, query);
    expect([inToken.answer.status, inToken.answer.codes]).toEqual([400, ['PURPOSE_REQUIRED']]);
    const beside = await product.ask(aging, query, {}, { headers: { 'purpose-of-use': purpose } });
    expect([beside.answer.status, beside.answer.codes]).toEqual([400, ['PURPOSE_UNKNOWN']]);
    expect([...inToken.requests, ...beside.requests]).toEqual([]);
  });
});
