import { afterAll, beforeAll, expect } from '@jest/globals';
import { personPseudonym } from '../../../schema/ledger/personPseudonym.ts';
import { type Answer, at } from '../../harness/answer.ts';
import { idOf, type Product, startProduct } from '../../harness/product/startProduct.ts';
import { fosterCare, schoolSupport, type Who } from '../../harness/requesters.ts';

export const auditor: Who = { agency: 'DOIT', purpose: 'AUDIT', roles: ['AUDITOR'] };
const resident: Who = { agency: 'DOIT', purpose: 'SUBJECT_REQUEST', roles: ['RESIDENT'] };

export const disclosures = `query ($filter: DisclosureFilter, $first: Int, $after: String) {
  disclosures(filter: $filter, first: $first, after: $after) {
    edges { cursor node { id kind agency requester purpose person disclosed { datasets owners fields approvals }
      empty { datasets fields } refused { field dataset reason } search { field datasets found } } }
    pageInfo { hasNextPage endCursor } } }`;

interface Node {
  readonly id: string;
  readonly kind: string;
  readonly agency: string;
  readonly requester: string;
  readonly person: string | null;
  readonly disclosed: readonly {
    datasets: readonly string[];
    fields: readonly string[];
    approvals: readonly string[];
  }[];
  readonly empty: readonly { datasets: readonly string[]; fields: readonly string[] }[];
  readonly refused: readonly { dataset: string }[];
  readonly search: { readonly field: string } | null;
}

export let system: Product;
beforeAll(async () => {
  system = await startProduct();
  const everything = `query ($ids: [ID!]!) { persons(ids: $ids) { name { given } medicaid { status } snap { status } } }`;
  const household = { ids: [idOf('ward'), idOf('daughter'), idOf('partner')] };
  await system.ask(fosterCare, everything, household);
  await system.ask(schoolSupport, everything, household);
  await system.ask(fosterCare, '{ searchPersons(name: "Coleman", first: 2) { id } }');
}, 120_000);
afterAll(() => system?.stop());

export const residentToken = (personId: string): string => system.token(resident, { subject: `person:${personId}` });
export const pseudonymOf = (personId: string): string =>
  personPseudonym(system.ledger.pseudonymKeys[0], personId).toString('base64url');

export function nodesOf({ data, errors }: Answer, root = 'disclosures'): readonly Node[] {
  expect(errors).toEqual([]);
  return (at(data, `${root}.edges`) as readonly { node: Node }[]).map(({ node }) => node);
}

export async function find(who: Who | string, filter: object): Promise<readonly Node[]> {
  return nodesOf(await system.ask(who, disclosures, { filter, first: 200 }));
}
