import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, isObjectType } from 'graphql';
import { at } from '../harness/answer.ts';
import { type GraphProduct, post, startProduct } from '../harness/product/startProduct.ts';
import { aging, fosterCare, type Who } from '../harness/requesters.ts';
import { benefits } from './harness/benefits.ts';

/** The attack: the schema, or an error that guesses what was meant, tells of fields that the requester may never see. */
describe('the schema, filtered to what is open to each requester', () => {
  let product: GraphProduct;
  beforeAll(async () => {
    product = await startProduct({ systems: benefits, introspection: 'filtered' });
    product.approve(aging, 'payments.status');
  }, 240_000);
  afterAll(() => product?.stop());

  async function fieldsFor(who: Who) {
    const { data, requests } = await product.ask(who, getIntrospectionQuery());
    expect(requests).toEqual([]);
    const schema = buildClientSchema(data as IntrospectionQuery); // the answer to exactly that query
    return (name: string) => {
      const type = schema.getType(name);
      return isObjectType(type) ? Object.keys(type.getFields()) : undefined;
    };
  }

  test('has no field, type or root that is closed to the requester', async () => {
    const fieldsOf = await fieldsFor(aging);
    expect(fieldsOf('Person')).toEqual(['benefit', 'id', 'name', 'friends']);
    expect(fieldsOf('Benefit')).toEqual(['status']);
    expect(fieldsOf('Mutation')).toBeUndefined();
    const other = await fieldsFor(fosterCare);
    expect([other('Person'), other('Benefit')]).toEqual([['id', 'name', 'friends'], undefined]);
  });

  test('has no argument that searches by what is closed to the requester', async () => {
    const query = '{ __type(name: "Query") { fields { name args { name } } } }';
    const argumentsFor = async (who: Who) => {
      const { data } = await product.ask(who, query);
      const fields = at(data, '__type.fields') as readonly { name: string; args: readonly { name: string }[] }[];
      return fields.find(({ name }) => name === 'everybody')?.args.map(({ name }) => name);
    };
    expect(await argumentsFor(aging)).toEqual(['by', 'in']);
    product.approve(aging, 'payments.status', 'people.births');
    expect(await argumentsFor(aging)).toEqual(['by', 'in', 'born']);
    product.approve(aging, 'payments.status');
  });

  test.each([
    ['by its name', '{ __type(name: "Benefit") { name fields { name } } }', { __type: null }],
    ['under another name', '{ name: __type(name: "Benefit") { a: fields { name } } }', { name: null }],
    ['in a fragment', '{ ...F } fragment F on Query { ... { __type(name: "Benefit") { kind } } }', { __type: null }],
  ])('has no closed type: %s', async (_, query, data) => {
    expect((await product.ask(fosterCare, query)).data).toEqual(data);
    expect(JSON.stringify((await product.ask(aging, query)).data)).not.toBe(JSON.stringify(data));
  });

  test('does not come with data in one operation, where one set of rules might stand for the other', async () => {
    const { answer, requests } = await product.ask(
      aging,
      '{ ...A everybody { name } } fragment A on Query { __schema { types { name } } }',
    );
    expect([answer.status, answer.codes, requests]).toEqual([400, ['NOT_SUPPORTED'], []]);
  });

  test('is not returned without a token', async () => {
    const query = '{ __schema { types { name } } }';
    expect((await product.ask(aging, query)).answer.status).toBe(200);
    const stranger = await post(product.url, undefined, { query });
    expect([stranger.status, stranger.codes, stranger.data]).toEqual([401, ['UNAUTHENTICATED'], undefined]);
  });

  test.each([
    ['a field', '{ everybody { birthDat } }', {}, 'birthDate'],
    ['a field of what is closed', '{ everybody { benefit { amoun } } }', {}, 'amount'],
    ['a root field', '{ persn(id: "x") { name } }', {}, 'person'],
    ['a linking key', '{ everybody { caseNumbr } }', {}, 'caseNumber'],
    ['an argument', '{ everybody(bi: NAME) { name } }', {}, '"by"'],
    ['a type', '{ everybody { ... on Benefi { status } } }', {}, 'Benefit'],
    ['a value of an enum', '{ everybody(by: FRIEND) { name } }', {}, 'FRIENDS'],
    ['a field of an input', '{ everybody(in: { twn: "x" }) { name } }', {}, 'town'],
    [
      'a value of an enum, in a variable',
      'query ($o: Order) { everybody(by: $o) { name } }',
      { o: 'FRIEND' },
      'FRIENDS',
    ],
    [
      'a field of an input, in a variable',
      'query ($p: Place) { everybody(in: $p) { name } }',
      { p: { twn: 'x' } },
      'town',
    ],
    ['a type of a variable', 'query ($o: Ordr) { everybody(by: $o) { name } }', { o: 'NAME' }, 'Order'],
    ['a directive', '{ everybody { name @inclde(if: true) } }', {}, 'include'],
    ['a mutation', 'mutation { forgt(id: "x") }', {}, 'forget'],
  ])('is not to be guessed by errors: %s', async (_, query, variables, name) => {
    const { answer, requests } = await product.ask(aging, query, variables);
    expect([answer.status, answer.data, requests]).toEqual([400, undefined, []]);
    expect(answer.errors.length).toBeGreaterThan(0);
    expect(answer.text).not.toMatch(/did you mean/i);
    expect(answer.text).not.toContain(name);
  });
});

describe('the schema, with introspection disabled', () => {
  let product: GraphProduct;
  beforeAll(async () => {
    product = await startProduct({ systems: benefits, introspection: 'off' });
    product.approve(aging, 'payments.status');
  }, 240_000);
  afterAll(() => product?.stop());

  test.each([
    '{ __schema { types { name } } }',
    '{ ... { a: __type(name: "Person") { name } } }',
    '{ everybody { name } ...F } fragment F on Query { b: __schema { queryType { name } } }',
  ])('is refused: %s', async (query) => {
    const { answer, requests } = await product.ask(aging, query);
    expect([answer.status, answer.codes, requests]).toEqual([400, ['NOT_SUPPORTED'], []]);
    expect(answer.text).not.toMatch(/Person|Query/);
  });

  test('but the name of a type that is shown is data', async () => {
    const { data } = await product.ask(aging, '{ person(id: "p-bob") { __typename } }');
    expect(data).toEqual({ person: { __typename: 'Person' } });
  });
});
