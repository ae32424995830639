import { describe, expect, test } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { post } from '../../harness/product/startProduct.ts';
import { fosterCare } from '../../harness/requesters.ts';
import { get, open, system, touched } from './endpoints.ts';

describe('a request by GET', () => {
  test('is answered when it is a query with a token', async () => {
    const { status, data } = await get(system.url, system.token(fosterCare), {
      query: 'query ($id: ID!) { person(id: $id) { __typename } }',
      variables: JSON.stringify({ id: 'b4b1c5d2-0000-4000-8000-000000000000' }),
    });
    expect([status, data]).toEqual([200, { person: null }]);
  });

  test('is refused with 405 when it is a mutation, and nothing runs', async () => {
    const before = touched;
    expect((await get(open.url, undefined, { query: 'mutation { touch }' })).status).toBe(405);
    expect(touched).toBe(before);
  });
});

describe('introspection', () => {
  const ask = (query: string, variables: object = {}) =>
    post(system.url, system.token(fosterCare), { query, variables });

  test('with everything that the newest tools ask for is answered from the graph that clients see', async () => {
    const query = getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    });
    for (const url of [system.url, open.url]) {
      const { status, errors, data } = await post(url, system.token(fosterCare), { query });
      expect([status, errors]).toEqual([200, []]);
      const schema = buildClientSchema(data as IntrospectionQuery);
      expect(schema.getQueryType()?.getFields()).toHaveProperty(url === open.url ? 'count' : 'person');
    }
  });

  test('is answered together with data', async () => {
    const query =
      'query ($type: String!) { agencies { code } __type(name: $type) { isOneOf specifiedByURL name } ... { __schema { queryType { name isOneOf } } } }';
    const { errors, data } = await ask(query, { type: 'RequestAccessInput' });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      agencies: expect.arrayContaining([{ code: 'DCFS' }]),
      __type: { isOneOf: false, specifiedByURL: null, name: 'RequestAccessInput' },
      __schema: { queryType: { name: 'Query', isOneOf: null } },
    });
  });

  test('runs what each request names, and rejects a variable that does not fit', async () => {
    const query = 'query ($type: String!) { __type(name: $type) { name } }';
    for (const type of ['Person', 'Household', 'Nobody']) {
      expect((await ask(query, { type })).data).toEqual({ __type: type === 'Nobody' ? null : { name: type } });
    }
    const { status, codes } = await ask(query, { type: 5 });
    expect([status, codes]).toEqual([400, ['BAD_USER_INPUT']]);
  });
});
