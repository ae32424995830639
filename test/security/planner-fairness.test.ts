import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  idOf,
  type Product,
  post,
  startGateway,
  startProduct,
  type TestGateway,
} from '../harness/product/startProduct.ts';
import { fosterCare, snapWorker, type Who } from '../harness/requesters.ts';

const OPERATIONS = 8;
const ward = { id: idOf('ward') };

/** A new operation, slow to plan: many aliases of a person in every system. */
function slow(number: number): string {
  const fields = 'name { given } snap { status } tanf { status } medicaid { status } education { status }';
  const aliases = Array.from({ length: 75 }, (_, alias) => `a${alias}: person(id: $id) { ...F }`).join(' ');
  return `query Slow${number}($id: ID!) { ${aliases} } fragment F on Person { id ${fields} }`;
}

describe('while one caller sends operations that are slow to plan', () => {
  let system: Product;
  let gateway: TestGateway;
  beforeAll(async () => {
    system = await startProduct();
    // A slow machine must not cause refusals here.
    gateway = await startGateway(system, { planner: 'thread', limits: { maxPlanningMs: 60_000 } });
    await gateway.ready;
  }, 240_000);
  afterAll(async () => {
    await gateway?.stop();
    await system?.stop();
  });

  const ask = (who: Who, query: string) => post(gateway.url, system.token(who), { query, variables: ward });
  const known = 'query Known($id: ID!) { person(id: $id) { id snap { status } } }';

  test('known operations of others are answered throughout, and new ones come before the rest of the slow ones', async () => {
    expect((await ask(snapWorker, known)).codes).toEqual([]);
    let answered = 0;
    const attack = Array.from({ length: OPERATIONS }, (_, number) =>
      ask(fosterCare, slow(number)).then(() => {
        answered++;
      }),
    );
    await sleep(100);
    const fresh = ask(snapWorker, 'query New($id: ID!) { person(id: $id) { snap { status office } } }').then(
      (answer) => ({ codes: answer.codes, answeredBefore: answered }),
    );
    let whilePlanning = 0;
    while (answered < OPERATIONS) {
      expect((await ask(snapWorker, known)).codes).toEqual([]);
      whilePlanning++;
    }
    await Promise.all(attack);
    expect(whilePlanning).toBeGreaterThan(OPERATIONS);
    const { codes, answeredBefore } = await fresh;
    expect(codes).toEqual([]);
    expect(answeredBefore).toBeLessThan(OPERATIONS / 2);
  });
});
