import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { demonstrationHousehold } from '../../../population/demonstration/demonstrationHousehold.ts';
import type { FeedApproval } from '../../../schema/approvals/approvalFeed.ts';
import { type Answer, at } from '../../harness/answer.ts';
import { putConsentsOnFile } from '../../harness/consentsOnFile.ts';
import { type Approved, type Product, startProduct } from '../../harness/product/startProduct.ts';
import { rowsOf } from '../../harness/recordsOf.ts';
import { childProtection, type Who } from '../../harness/requesters.ts';

export const investigator: Who = { ...childProtection, roles: ['INVESTIGATOR'] };
export const household = demonstrationHousehold.persons.map(({ id }) => id);
export type Conditions = NonNullable<NonNullable<FeedApproval['fields']>[number]['conditions']>;

export const medicaidWhen = (conditions: Conditions): Approved => ({
  dataset: 'medicaid.enrollment',
  fields: [{ field: 'MedicaidCoverage.status', conditions }],
});
export const consentOrEmergency = medicaidWhen([['CONSENT'], ['EMERGENCY']]);
export const medicaidOfAll = 'query ($ids: [ID!]!) { persons(ids: $ids) { id medicaid { status } } }';

/** Every requester with an emergency has their own subject, so that tests do not share emergencies. */
let requesters = 0;
export const newSubject = (): string => `dcfs.investigator.${requesters++}`;

export const declare = (personId: string, more: Readonly<Record<string, string>> = {}) => ({
  'emergency-reason': 'OVRPS',
  'emergency-words': 'Child found alone, needs a hospital now.',
  'emergency-person': personId,
  ...more,
});

export const shownOf = (answer: Answer): readonly string[] =>
  (at(answer.data, 'persons') as readonly { id: string; medicaid: unknown }[]) // asked for as a list
    .filter(({ medicaid }) => medicaid !== null)
    .map(({ id }) => id);
export const emergencyOf = (answer: Answer) =>
  at(JSON.parse(answer.text), 'extensions.emergency') as Readonly<Record<string, string>> | undefined;

export let system: Product;
/** Lives elsewhere, and has Medicaid. */
export let neighbor: string;
/** Members of the household who have Medicaid. */
export let insured: readonly string[];
beforeAll(async () => {
  system = await startProduct();
  const rows = await rowsOf<{ id: string; inside: boolean }>(
    system.databaseUrls.get('identity') ?? '',
    `select person_id as id, household_id = $1 as inside from person join system_number using (person_id)
     where system = 'medicaid' order by person_id`,
    [demonstrationHousehold.householdId],
  );
  neighbor = rows.find(({ inside }) => !inside)?.id ?? '';
  await putConsentsOnFile(system, investigator, []);
  insured = household.filter((id) => rows.some((row) => row.id === id && row.inside));
}, 240_000);
afterAll(() => system?.stop());
beforeEach(() => system.proxy('emou').behave({ kind: 'pass' }));
