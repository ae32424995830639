import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { at } from '../harness/answer.ts';
import { eventually } from '../harness/eventually.ts';
import { idOf, type Product, startProduct } from '../harness/product/startProduct.ts';
import { childProtection, fosterCare, idhsOfficer, type Who } from '../harness/requesters.ts';

let system: Product;
beforeAll(async () => {
  system = await startProduct();
}, 240_000);
afterAll(() => system?.stop());

const query = 'query ($id: ID!) { person(id: $id) { id tanf { status } } }';
const daughter = { id: idOf('daughter') };
const shown = { person: { id: daughter.id, tanf: { status: 'ACTIVE' } } };
const hidden = { person: { id: daughter.id, tanf: null } };
const revisionOf = ({ text }: { readonly text: string }) => Number(at(JSON.parse(text), 'extensions.approvalRevision'));
const askedOfTanf = () => system.proxy('tanf').requests.length;

/** Takes the seeded approval away as its owner does; gives the revision that is acknowledged. */
async function revoke({ agency, purpose }: Who): Promise<number> {
  const { data } = await system.ask(
    idhsOfficer,
    'query ($agency: AgencyCode!) { approvals(requestingAgency: $agency, dataset: "tanf.participation") { id purpose } }',
    { agency },
  );
  const approvals = at(data, 'approvals') as readonly { readonly id: string; readonly purpose: string }[];
  const revoked = await system.ask(
    idhsOfficer,
    `mutation ($id: ID!) { revokeApproval(input: { approvalId: $id, reason: "No longer needed for the case." }) {
       approvalRevision } }`,
    { id: approvals.find((approval) => approval.purpose === purpose)?.id },
  );
  expect(revoked.errors).toEqual([]);
  return Number(at(revoked.data, 'revokeApproval.approvalRevision'));
}

/** The attack: keep sending requests during a revocation, to be served by what was prepared or is in flight. */
describe('an approval that is revoked while requests run', () => {
  test('shows nothing to a request that starts after the acknowledgment, with 200 others under way', async () => {
    expect((await system.ask(childProtection, query, daughter)).data).toEqual(shown);
    let acknowledged: number | undefined;
    const late: (readonly [unknown, boolean])[] = [];
    async function keepAsking(times: number): Promise<void> {
      for (let n = 0; n < times; n++) {
        const startedAfter = acknowledged;
        const answer = await system.ask(childProtection, query, daughter);
        if (startedAfter !== undefined) late.push([answer.data, revisionOf(answer) >= startedAfter]);
      }
    }
    const asking = Array.from({ length: 200 }, () => keepAsking(3));
    acknowledged = await revoke(childProtection);
    await Promise.all(asking);
    const before = askedOfTanf();
    await keepAsking(20);
    expect(late.length).toBeGreaterThanOrEqual(20);
    for (const each of late) expect(each).toEqual([hidden, true]);
    expect(askedOfTanf()).toBe(before);
  });

  test('shows nothing through an equal request that is still under way', async () => {
    expect((await system.ask(fosterCare, query, daughter)).data).toEqual(shown);
    const before = askedOfTanf();
    system.proxy('tanf').behave({ kind: 'hang' });
    try {
      const early = system.ask(fosterCare, query, daughter);
      const underWay = await eventually(
        async () => askedOfTanf(),
        (count) => count > before,
      );
      expect(underWay).toBe(before + 1);
      await revoke(fosterCare);
      const late = await system.ask(fosterCare, query, daughter);
      expect([late.data, late.errors.map(({ extensions }) => extensions.reason)]).toEqual([hidden, ['NO_APPROVAL']]);
      expect(askedOfTanf()).toBe(underWay);
      system.proxy('tanf').behave({ kind: 'down' });
      expect((await early).codes).toEqual(['SUBGRAPH_UNAVAILABLE']);
    } finally {
      system.proxy('tanf').behave({ kind: 'pass' });
    }
  });
});
