import { describe, expect, test } from '@jest/globals';
import { askAccess, askApproval, askEmou, askRevocation } from '../../testing/askEmou.ts';
import { approved, bed, dcfs, idhs, statuses, steward, url } from './approvedRequests.ts';

describe('request, approve, revoke', () => {
  test('a request is made for each dataset, in the order asked', async () => {
    const { requests, revision, message } = await askAccess(url, dcfs, {
      datasets: ['tanf.benefits', 'snap.participation', 'corrections.custody'],
    });
    expect(message).toBeUndefined();
    expect(requests.map(({ dataset }) => dataset.id)).toEqual([
      'tanf.benefits',
      'snap.participation',
      'corrections.custody',
    ]);
    expect(revision).toBe(0);
  });

  test('an approval is in force at once and for a year, and the request shows it', async () => {
    const { ids } = await askAccess(url, dcfs);
    const { approval, revision } = await askApproval(url, idhs, ids[0]);
    expect(revision).toBe(1);
    expect(approval?.inForce).toBe(true);
    // Through the last day in Illinois: the term ends at the midnight before the anniversary of its first day.
    const illinois = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'America/Chicago',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const [begun, ended] = [approval?.validFrom, approval?.validUntil].map((at) => illinois.format(new Date(at ?? '')));
    const year = Number(begun?.slice(0, 4)) + 1;
    const sameDay = begun?.slice(4, 10) === '-02-29' ? '-03-01' : begun?.slice(4, 10);
    expect(ended).toBe(`${year}${sameDay} 00:00:00`);
    const { data } = await askEmou<object>(
      url,
      dcfs,
      `query ($id: ID!) { accessRequest(id: $id) { status submittedBy requestingAgency purpose legalBasis justification
         approval { id request { id } dataset { id owner } legalBasis } } }`,
      { id: ids[0] },
    );
    expect(data).toEqual({
      accessRequest: {
        status: 'IN_FORCE',
        submittedBy: 'officer@dcfs.example',
        requestingAgency: 'DCFS',
        purpose: 'CARE_COORDINATION',
        legalBasis: '7 CFR 272.1(c)(1)',
        justification: 'Wards lose benefits when they move.',
        approval: {
          id: approval?.id,
          request: { id: ids[0] },
          dataset: { id: 'snap.participation', owner: 'IDHS' },
          legalBasis: '7 CFR 272.1(c)(1)',
        },
      },
    });
  });

  test('a revoked approval is out of force with its reason, and access can be asked for again', async () => {
    const { approvalId } = await approved();
    const { approval, revision } = await askRevocation(url, idhs, approvalId, 'Used for another purpose.');
    expect(revision).toBe(2);
    expect(approval).toMatchObject({ inForce: false, revokedBecause: 'Used for another purpose.' });
    expect(approval?.revokedAt).toMatch(/Z$/);
    expect((await askAccess(url, dcfs)).ids).toHaveLength(1);
  });

  test('the data steward may revoke what another agency owns', async () => {
    const { approvalId } = await approved();
    expect((await askRevocation(url, steward, approvalId)).approval?.inForce).toBe(false);
  });

  test('the history holds every move with who made it, and cannot be rewritten', async () => {
    const { requestId, approvalId } = await approved();
    await askRevocation(url, idhs, approvalId, 'Used for another purpose.');
    const events = await bed.sql(
      `select agreement_id as id, sequence, revision::int, move->>'kind' as kind, actor_subject as who, actor_agency as agency,
         actor_side as side, actor_role as role from agreement_event order by sequence`,
    );
    const dcfsOfficer = { id: requestId, who: 'officer@dcfs.example', agency: 'DCFS', role: 'DATA_OFFICER' };
    const idhsOfficer = { id: requestId, who: 'officer@idhs.example', agency: 'IDHS', role: 'DATA_OFFICER' };
    expect(approvalId).toBe(requestId);
    expect(events).toEqual([
      { ...dcfsOfficer, sequence: 1, revision: 0, kind: 'DRAFT', side: 'REQUESTER' },
      { ...dcfsOfficer, sequence: 2, revision: 0, kind: 'SUBMIT', side: 'REQUESTER' },
      { ...idhsOfficer, sequence: 3, revision: 1, kind: 'APPROVE', side: 'OWNER' },
      { ...idhsOfficer, sequence: 4, revision: 2, kind: 'REVOKE', side: 'OWNER' },
    ]);
    await expect(bed.sql("update agreement_event set actor_subject = 'nobody'")).rejects.toThrow('append-only');
    await expect(bed.sql('delete from agreement_event')).rejects.toThrow('append-only');
    await expect(bed.sql('truncate agreement_event')).rejects.toThrow('append-only');
  });
});

describe('who may', () => {
  test.each([
    ['a caseworker requests', { roles: ['CASEWORKER'] }],
    ['somebody without a role requests', { roles: [] }],
    ['an agency that did not sign requests', { agency: 'GOV' }],
    ['somebody without a name requests', { sub: undefined }],
  ])('%s: FORBIDDEN', async (_, claims) => {
    expect((await askAccess(url, bed.grant(claims))).code).toBe('FORBIDDEN');
    expect(await bed.sql('select 1 from agreement_event')).toHaveLength(0);
  });

  test('a supervisor may request', async () => {
    expect((await askAccess(url, bed.grant({ roles: ['SUPERVISOR'] }))).ids).toHaveLength(1);
  });

  test.each([
    ['the requesting agency approves', { agency: 'DCFS' }],
    ['another owner approves', { agency: 'HFS' }],
    ["the owner's supervisor approves", { agency: 'IDHS', roles: ['SUPERVISOR'] }],
    ['the data steward approves', { agency: 'DOIT', roles: ['DATA_STEWARD'] }],
    ['nobody by name approves', { agency: 'IDHS', sub: undefined }],
  ])('%s: FORBIDDEN, and the request stays open', async (_, claims) => {
    const { ids } = await askAccess(url, dcfs);
    expect((await askApproval(url, bed.grant(claims), ids[0])).code).toBe('FORBIDDEN');
    expect(await statuses()).toEqual([{ status: 'SUBMITTED' }]);
    expect(await bed.sql('select revision::int from register')).toEqual([{ revision: 0 }]);
  });

  test.each([
    ['the requesting agency revokes', { agency: 'DCFS' }],
    ['another owner revokes', { agency: 'HFS' }],
    ["the owner's supervisor revokes", { agency: 'IDHS', roles: ['SUPERVISOR'] }],
    ['a data steward of another agency than DOIT revokes', { agency: 'DCFS', roles: ['DATA_STEWARD'] }],
    ['a data officer of DOIT revokes', { agency: 'DOIT', roles: ['DATA_OFFICER'] }],
  ])('%s: FORBIDDEN, and the approval stays in force', async (_, claims) => {
    const { approvalId } = await approved();
    expect((await askRevocation(url, bed.grant(claims), approvalId)).code).toBe('FORBIDDEN');
    expect(await statuses()).toEqual([{ status: 'IN_FORCE' }]);
  });

  test('without a grant nothing is answered, register and feed included', async () => {
    await expect(askEmou(url, 'none', '{ agencies { code } }')).rejects.toThrow('401');
    const foreign = bed.grant({ aud: 'snap' });
    await expect(askEmou(url, foreign, '{ agencies { code } }')).rejects.toThrow('401');
    const feed = new URL('/feed', url);
    expect((await fetch(feed)).status).toBe(401);
    expect((await fetch(feed, { headers: { authorization: `Bearer ${foreign}` } })).status).toBe(401);
  });

  test('the feed is for gateways: nobody else’s grant for emou opens it', async () => {
    const feed = new URL('/feed', url);
    const named = { agency: 'DOIT', sub: 'impostor' };
    for (const grant of [bed.grant(), bed.grant({ ...named, roles: ['GATEWAY'] }), bed.grant({ sub: undefined })]) {
      expect((await fetch(feed, { headers: { authorization: `Bearer ${grant}` } })).status).toBe(403);
    }
  });
});
