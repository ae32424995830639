import { afterAll, beforeAll } from '@jest/globals';
import type { FeedApproval } from '../../../schema/approvals/approvalFeed.ts';
import { STAFF_ROLES } from '../../../schema/catalog/roles.ts';
import { idOf, type Product, post, startProduct } from '../../harness/product/startProduct.ts';
import type { Who } from '../../harness/requesters.ts';

const query = 'query ($id: ID!) { person(id: $id) { id snap { status } } }';
const variables = { id: idOf('daughter') };
export const opened = { person: { id: variables.id, snap: { status: 'ACTIVE' } } };
export const closed = { person: { id: variables.id, snap: null } };

export let system: Product;
beforeAll(async () => {
  system = await startProduct();
}, 120_000);
afterAll(() => system?.stop());

export const askAt = (url: string, who: Who) => post(url, system.token(who), { query, variables });
export const readiness = async (url: string) => {
  const response = await fetch(new URL('/health/ready', url));
  return { status: response.status, body: (await response.json()) as unknown };
};

export function approvalFor(who: Who, more: Partial<FeedApproval> = {}): FeedApproval {
  return {
    id: 'a-1',
    requestingAgency: who.agency,
    dataset: 'snap.participation',
    purpose: who.purpose,
    legalBasis: 'a statute',
    roles: [...STAFF_ROLES],
    validFrom: '2020-01-01T00:00:00.000Z',
    validUntil: '2099-01-01T00:00:00.000Z',
    ...more,
  };
}
