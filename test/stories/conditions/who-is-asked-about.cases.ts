import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApprovedGateway, idOf, startGateway } from '../../harness/product/startProduct.ts';
import { fosterCare } from '../../harness/requesters.ts';
import { everybody, medicaidOfAll, sentTo, statusWhen, system } from './productAndPersons.ts';

describe('who is asked about', () => {
  let gateway: ApprovedGateway;
  beforeAll(async () => {
    gateway = await startGateway(system, { approvals: 'given', limits: { maxFactAgeMs: 0 } });
  }, 60_000);
  afterAll(() => gateway?.stop());

  test('a person who does not meet the condition is in no representation sent to that system', async () => {
    gateway.approve(fosterCare, [statusWhen([['WARD']]), { dataset: 'tanf.participation' }]);
    const open = await numbersOf('medicaid');
    expect(open.length).toBe(4);
    const { requests } = await system.recordedDuring(() => gateway.ask(fosterCare, medicaidOfAll, { ids: everybody }));
    expect(sentTo('medicaid', requests)).toEqual([{ __typename: 'Person', medicaidRin: wardRin }]);
  });

  test('if no person meets it, the system is not called at all', async () => {
    gateway.approve(fosterCare, [statusWhen([['WARD']])]);
    const { requests } = await system.recordedDuring(() =>
      gateway.ask(fosterCare, medicaidOfAll, { ids: [idOf('child'), idOf('partner')] }),
    );
    expect(requests.filter(({ subgraph }) => subgraph === 'medicaid')).toEqual([]);
  });

  test('facts of many persons are learned in batches, not one by one', async () => {
    gateway.approve(fosterCare, [statusWhen([['WARD']])]);
    const { requests } = await system.recordedDuring(() => gateway.ask(fosterCare, medicaidOfAll, { ids: everybody }));
    expect(requests.filter(({ subgraph }) => subgraph === 'childwelfare').length).toBeLessThanOrEqual(2);
  });

  let wardRin: unknown;
  /** Numbers that are sent if every person may be queried. */
  async function numbersOf(subgraph: string): Promise<readonly unknown[]> {
    const everything = await startGateway(system, { approvals: 'given' });
    try {
      everything.approve(fosterCare, [{ dataset: 'medicaid.enrollment' }]);
      const { requests } = await system.recordedDuring(() =>
        everything.ask(fosterCare, medicaidOfAll, { ids: everybody }),
      );
      const ofWard = await system.recordedDuring(() =>
        everything.ask(fosterCare, medicaidOfAll, { ids: [idOf('ward')] }),
      );
      wardRin = (sentTo('medicaid', ofWard.requests) as readonly { medicaidRin: unknown }[])[0]?.medicaidRin;
      return sentTo(subgraph, requests);
    } finally {
      await everything.stop();
    }
  }
});
