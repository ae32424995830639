import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphProduct, inForce, startProduct } from '../harness/product/startProduct.ts';
import { aging, energyAssistance, fosterCare, type Who } from '../harness/requesters.ts';
import { ada, benefits, secrets } from './harness/benefits.ts';

/** What authorization costs when it is not new: plans are an agency's own wherever approvals differ, and made once. */
describe.each(['compiled', 'apollo'] as const)('one operation asked by several agencies, %s engine', (engine) => {
  let product: GraphProduct;
  beforeAll(async () => {
    product = await startProduct({ systems: benefits, engines: [engine] });
    product.replace([
      inForce(fosterCare, { dataset: 'people.births' }, 0),
      inForce(aging, { dataset: 'payments.status' }, 1),
      inForce(energyAssistance, { dataset: 'payments.status' }, 2),
      inForce(energyAssistance, { dataset: 'payments.officers' }, 3),
    ]);
  }, 240_000);
  afterAll(() => product?.stop());

  const query = 'query ($id: ID!) { person(id: $id) { name birthDate benefit { status } } }';
  const { birthDate, status } = secrets;

  /** The gateway's counts so far: requests that found everything prepared, were pruned again, or were planned. */
  async function prepared(): Promise<readonly number[]> {
    const text = await (await fetch(new URL('/metrics', product.url))).text();
    return ['hit', 'pruned', 'planned'].map((outcome) =>
      Number(
        new RegExp(`^person360_prepared_operations_total\\{outcome="${outcome}"\\} (\\d+)$`, 'm').exec(text)?.[1] ?? 0,
      ),
    );
  }

  const steps: readonly (readonly [string, Who, object, readonly [hit: number, pruned: number, planned: number]])[] = [
    ['the first is pruned and planned', fosterCare, { birthDate, benefit: null }, [0, 0, 1]],
    ['and then finds everything prepared', fosterCare, { birthDate, benefit: null }, [1, 0, 1]],
    ['another with other approvals costs one planning', aging, { birthDate: null, benefit: { status } }, [1, 0, 2]],
    ['and then nothing', aging, { birthDate: null, benefit: { status } }, [2, 0, 2]],
    [
      'a third, whose approvals differ in what was not asked, costs one pruning',
      energyAssistance,
      { birthDate: null, benefit: { status } },
      [2, 1, 2],
    ],
    ['and then nothing either', energyAssistance, { birthDate: null, benefit: { status } }, [3, 1, 2]],
    ['nor does the first, after the others', fosterCare, { birthDate, benefit: null }, [4, 1, 2]],
  ];

  // In this order, before one gateway: each step stands on those before it.
  test('plans once for each way to see it, and no request pays twice', async () => {
    for (const [step, who, shown, counted] of steps) {
      const { data } = await product.ask(who, query, { id: ada });
      expect([step, data]).toEqual([step, { person: { name: 'Ada', ...shown } }]);
      expect([step, await prepared()]).toEqual([step, counted]);
    }
  });
});
