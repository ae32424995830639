import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { STAFF_ROLES } from '../../schema/catalog/roles.ts';
import { type GraphProduct, inForce, startProduct } from '../harness/product/startProduct.ts';
import { aging } from '../harness/requesters.ts';
import { ada, benefits, secrets } from './harness/benefits.ts';

/** The attack: a token with a role that is not one of the agreement's, where an approval names every role that is. */
describe('an approval for every role of staff', () => {
  let product: GraphProduct;
  beforeAll(async () => {
    product = await startProduct({ systems: benefits });
    product.replace([inForce(aging, { dataset: 'payments.status', roles: [...STAFF_ROLES] })]);
  }, 60_000);
  afterAll(async () => {
    await product?.stop();
  });
  const ask = (roles: readonly string[]) =>
    product.ask({ ...aging, roles }, 'query ($id: ID!) { person(id: $id) { benefit { status } } }', { id: ada });

  test.each(STAFF_ROLES)('opens what it covers to %s', async (role) => {
    expect((await ask([role])).data).toEqual({ person: { benefit: { status: secrets.status } } });
  });

  test.each([[['NOROLE']], [['RESIDENT']], [['caseworker']], [['GATEWAY']], [['*', 'all', '__proto__']], [[]]])(
    'opens nothing to the roles %j',
    async (roles) => {
      const { data, denied, requests } = await ask(roles);
      expect(data).toEqual({ person: { benefit: null } });
      expect(denied).toMatchObject([{ coordinate: 'Person.benefit', reason: 'ROLE_NOT_COVERED' }]);
      expect(requests.filter(({ query }) => query.includes('benefit'))).toEqual([]);
    },
  );

  test('an unknown role does not affect the other roles', async () => {
    expect((await ask(['NOROLE', 'CASEWORKER'])).data).toEqual({ person: { benefit: { status: secrets.status } } });
  });
});
