import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idOf, type Product, post, startProduct } from '../harness/product/startProduct.ts';
import { fosterCare } from '../harness/requesters.ts';

/**
 * The attack: several operations in one body, so that what one may see decides for all, limits count once, or a denied one
 * hides behind others.
 */
describe('a body with several requests', () => {
  let system: Product;
  let token: string;
  beforeAll(async () => {
    system = await startProduct();
    token = system.token(fosterCare);
  }, 240_000);
  afterAll(() => system?.stop());

  const open = { query: 'query ($id: ID!) { person(id: $id) { id } }', variables: { id: idOf('ward') } };
  const denied = { query: '{ snapCase(number: "08-0000437") { status } }' };
  const revoke = {
    query: 'mutation { revokeApproval(input: { approvalId: "x", reason: "No longer." }) { approvalRevision } }',
  };

  test('the request itself is answered', async () => {
    expect((await post(system.url, token, open)).data).toEqual({ person: { id: idOf('ward') } });
  });

  test.each<readonly [string, unknown]>([
    ['of two', [open, open]],
    ['of an open one before a denied one', [open, denied]],
    ['of a denied one before an open one', [denied, open]],
    ['of a query and a mutation', [open, revoke]],
    ['of one', [open]],
    ['of none', []],
    ['of a thousand', Array.from({ length: 1_000 }, () => ({ query: '{ __typename }' }))],
    ['in a list of lists', [[open], [denied]]],
    ['under numbers', { 0: open, 1: denied }],
    ['whose query is a list', { query: [open.query, denied.query], variables: open.variables }],
    ['whose variables are a list', { query: open.query, variables: [open.variables, open.variables] }],
  ])('is refused whole, and no agency is asked: %s', async (_, body) => {
    const { result, requests } = await system.recordedDuring(() => post(system.url, token, JSON.stringify(body)));
    expect([result.status, result.data ?? null]).toEqual([400, null]);
    expect(result.errors.length).toBeGreaterThan(0);
    expect(result.text).not.toContain(idOf('ward'));
    expect(requests).toEqual([]);
  });
});
