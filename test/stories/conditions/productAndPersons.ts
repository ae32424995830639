import { afterAll, beforeAll } from '@jest/globals';
import { demonstrationHousehold } from '../../../population/demonstration/demonstrationHousehold.ts';
import type { FeedApproval } from '../../../schema/approvals/approvalFeed.ts';
import { type Product, startProduct } from '../../harness/product/startProduct.ts';
import type { RecordedRequest } from '../../harness/product/subgraphProxy.ts';

export const everybody = demonstrationHousehold.persons.map(({ id }) => id);
export const caseworker = { subject: demonstrationHousehold.caseworker };
export const medicaidOfAll = 'query ($ids: [ID!]!) { persons(ids: $ids) { id medicaid { status } } }';

type Conditions = NonNullable<NonNullable<FeedApproval['fields']>[number]['conditions']>;

/** Medicaid's status for those who meet the conditions. */
export const statusWhen = (conditions: Conditions) => ({
  dataset: 'medicaid.enrollment',
  fields: [{ field: 'MedicaidCoverage.status', conditions }],
});

/** Persons' numbers that went to a system. */
export function sentTo(subgraph: string, requests: readonly RecordedRequest[]): readonly unknown[] {
  return requests
    .filter((request) => request.subgraph === subgraph)
    .flatMap(({ variables }) => (variables.representations ?? []) as readonly unknown[]); // a list when there is one
}

export let system: Product;
beforeAll(async () => {
  system = await startProduct({ systemLimits: { maxFactAgeMs: 0 } });
}, 240_000);
afterAll(() => system?.stop());
