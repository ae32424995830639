import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FeedApproval } from '../../schema/approvalFeed.ts';
import { inForce } from '../access/harness/approvedGateway.ts';
import { aging, fosterCare } from '../harness/requesters.ts';
import { custody, wanda } from './harness/custody.ts';
import { type GuardedDoor, startGuardedDoor } from './harness/guardedDoor.ts';

const query = 'query ($id: ID!) { person(id: $id) { name custody } }';

/** Custody is open to both; the date of birth it is computed from is open to one of them for wards only. */
const approvals: readonly FeedApproval[] = [
  inForce(aging, { dataset: 'court.custody' }, 1),
  inForce(
    aging,
    {
      dataset: 'people.births',
      fields: [{ field: 'Person.birthDate', conditions: [['WARD']] }, { field: 'Person.custody' }],
    },
    2,
  ),
  inForce(fosterCare, { dataset: 'court.custody' }, 3),
  inForce(fosterCare, { dataset: 'people.births' }, 4),
];

/** The attack: a plan that was compiled for a requester who may see everything serves one who may not. */
describe.each(['compiled', 'apollo'] as const)('a plan compiled for other terms of an input, %s engine', (engine) => {
  let door: GuardedDoor;
  beforeAll(async () => {
    door = await startGuardedDoor(custody, { engines: [engine] });
    door.replace(approvals);
  }, 60_000);
  afterAll(() => door?.stop());

  const inOrder = [
    ['the narrow requester first', [aging, fosterCare, aging]],
    ['the broad requester first', [fosterCare, aging, fosterCare]],
  ] as const;

  test.each(inOrder)('never serves another requester: %s', async (order, requesters) => {
    for (const who of requesters) {
      const text = `${query} # ${order}`;
      const { data, denied, asked } = await door.ask(who, text, { id: wanda.id });
      const opened = who === fosterCare;
      expect(data).toEqual({ person: { name: 'Wanda', custody: opened ? `custody since ${wanda.birthDate}` : null } });
      expect(asked.includes(wanda.birthDate)).toBe(opened);
      expect(denied).toEqual(
        opened ? [] : [{ path: ['person', 'custody'], coordinate: 'Person.custody', reason: 'CONDITION_NOT_MET' }],
      );
    }
  });
});
