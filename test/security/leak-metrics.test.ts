import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idOf, type Product, startProduct } from '../harness/product/startProduct.ts';
import { fosterCare } from '../harness/requesters.ts';

/** The attack: a reader of the metrics, which are not secret, looks for persons in them. */
describe('metrics and health', () => {
  let system: Product;
  beforeAll(async () => {
    system = await startProduct();
  }, 240_000);
  afterAll(() => system?.stop());

  test('hold no value, no person, no requester, no address and no text of an operation', async () => {
    const secret = 'Xyzzy-4711';
    const answer = await system.ask(fosterCare, system.example.query, system.example.variables);
    expect(answer.status).toBe(200);
    await system.ask(fosterCare, `query ${secret.replace('-', '_')} { searchPersons(name: "${secret}") { id } }`);
    await system.ask(fosterCare, `{ ${secret} }`);
    await system.ask(secret, '{ agencies { code } }');
    for (const path of ['/metrics', '/health/ready', '/health/live']) {
      const text = await (await fetch(new URL(path, system.url))).text();
      for (const value of [
        secret,
        'Xyzzy',
        idOf('daughter'),
        'Coleman',
        '60619',
        'dcfs.test',
        '127.0.0.1',
        'searchPersons',
      ]) {
        expect([path, value, text.includes(value)]).toEqual([path, value, false]);
      }
    }
  });
});
