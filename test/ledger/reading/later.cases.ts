import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { at } from '../../harness/answer.ts';
import { eventually } from '../../harness/eventually.ts';
import { idOf } from '../../harness/product/startProduct.ts';
import {
  agingOfficer,
  childProtection,
  dcfsOfficer,
  fosterCare,
  idhsOfficer,
  type Who,
} from '../../harness/requesters.ts';
import { print, show, worker } from './printing.ts';
import { auditor, residentToken, system } from './productAndReaders.ts';

// The last tests of the file: the clock does not go back.
test('what was shown 15 hours ago can no longer be printed', async () => {
  const person = [idOf('ward')];
  const request = await show(worker, person);
  expect((await print(worker, [request], person)).codes).toEqual([]);
  system.clock.advance(15 * 3_600_000);
  expect((await print(worker, [request], person)).codes).toEqual(['FORBIDDEN']);
});

describe('what a proposed approval would have opened', () => {
  const impact = `query ($proposal: ProposedApprovalInput!) { proposedApprovalImpact(proposal: $proposal) {
    requests requesters persons suppressed atMost explanation fields { field requests persons suppressed } } }`;
  const proposal = {
    ...{ requestingAgency: 'DCFS', dataset: 'snap.participation', purpose: 'CHILD_PROTECTION' },
    roles: ['CASEWORKER', 'SUPERVISOR'],
  };
  const seenBy = (who: Who | string, change: object = {}) =>
    system.ask(who, impact, { proposal: { ...proposal, ...change } });
  const impactFor = async (who: Who, change: object = {}) => {
    const { data, errors } = await seenBy(who, change);
    expect(errors).toEqual([]);
    return at(data, 'proposedApprovalImpact');
  };

  beforeAll(async () => {
    // The log's times never go back, and other tests were in the next month.
    system.clock.advance(33 * 86_400_000);
    const query = 'query ($ids: [ID!]!) { persons(ids: $ids) { snap { status } tanf { status } } }';
    const asked = (subject: string, ids: readonly string[]) =>
      system.ask({ ...childProtection, subject }, query, { ids });
    const reasonsOfOther = async () => {
      const { errors } = await system.ask({ ...childProtection, purpose: 'FOSTER_CARE_CASE' }, query, { ids: [] });
      return errors.map(({ extensions }) => extensions.reason);
    };
    // Until the gateway has heard from emou at the new time, it knows of no approvals.
    await eventually(reasonsOfOther, (reasons) => !reasons.includes('APPROVALS_UNAVAILABLE'));
    const strangers = Array.from({ length: 14 }, () => randomUUID());
    await asked('dcfs.one', [idOf('ward'), ...strangers]);
    await asked('dcfs.one', strangers.slice(0, 3));
    await asked('dcfs.two', [idOf('ward'), ...strangers]);
    await system.ask({ ...childProtection, roles: ['DATA_OFFICER'] }, query, { ids: [randomUUID()] });
    // The days that are counted end at midnight.
    system.clock.advance(86_400_000);
  });

  test('is counted from the log, exactly for auditors and rounded down for the officers of both agencies', async () => {
    const exact = { requests: 3, persons: 15, suppressed: false };
    expect(await impactFor(auditor)).toEqual({
      ...{ ...exact, requesters: 2, atMost: false },
      explanation: expect.stringContaining('3, by 2 requesters, about 15 persons'),
      fields: [{ field: 'Person.snap', ...exact }],
    });
    const rounded = { requests: 0, persons: 10, suppressed: false };
    for (const officer of [idhsOfficer, dcfsOfficer]) {
      expect(await impactFor(officer)).toMatchObject({ ...rounded, requesters: 2, fields: [{ ...rounded }] });
    }
    expect(await impactFor(auditor, { conditions: [['WARD']] })).toMatchObject({ ...exact, atMost: true });
  });

  test('depends on the roles, the purpose and the fields of the proposal', async () => {
    expect(await impactFor(auditor, { roles: ['DATA_OFFICER'] })).toMatchObject({ requests: 1, persons: 1 });
    expect(await impactFor(auditor, { purpose: 'AUDIT' })).toMatchObject({ requests: 0, persons: 0, fields: [] });
    expect(await impactFor(auditor, { requestingAgency: 'IDOC' })).toMatchObject({ requests: 0 });
    // A refusal of the object is a refusal of its fields, too.
    expect(await impactFor(auditor, { fields: ['SnapParticipation.status'] })).toMatchObject({ requests: 3 });
    expect(await impactFor(auditor, { fields: ['TanfParticipation.status'] })).toMatchObject({ requests: 0 });
  });

  test('shows officers no count of fewer than eleven persons, not even whether there is one', async () => {
    const hidden = { requests: null, requesters: null, persons: null, suppressed: true };
    expect(await impactFor(idhsOfficer, { roles: ['DATA_OFFICER'] })).toMatchObject({
      ...hidden,
      fields: [{ field: 'Person.snap', requests: null, persons: null, suppressed: true }],
    });
    expect(await impactFor(idhsOfficer, { purpose: 'AUDIT' })).toMatchObject({ ...hidden, fields: [] });
  });

  test('is for nobody else', async () => {
    for (const who of [
      agingOfficer,
      { ...idhsOfficer, roles: ['CASEWORKER'] },
      { ...idhsOfficer, purpose: 'BENEFIT_ELIGIBILITY' } as Who,
      { ...auditor, agency: 'HFS' } as Who,
      fosterCare,
      residentToken(idOf('ward')),
    ]) {
      const answer = await seenBy(who);
      expect([answer.codes, answer.data]).toEqual([['FORBIDDEN'], { proposedApprovalImpact: null }]);
    }
    for (const wrong of [
      { dataset: 'snap.none' },
      { purpose: 'FUN' },
      { roles: [] },
      { roles: ['KING'] },
      { fields: [] },
    ]) {
      expect((await seenBy(auditor, wrong)).codes).toEqual(['BAD_USER_INPUT']);
    }
  });
});
