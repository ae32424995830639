import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { RunningSubgraph } from '../../kit/startSubgraph.ts';
import { askAccess, askApproval, askEmou, askRevocation } from '../testing/askEmou.ts';
import { type EmouTestBed, startEmouTestBed } from '../testing/emouTestBed.ts';

let bed: EmouTestBed;
let emou: RunningSubgraph;
let url: string;
/** DCFS asks; IDHS owns snap and tanf; the data steward sits at DOIT. */
let dcfs: string;
let idhs: string;
let steward: string;

beforeAll(async () => {
  bed = await startEmouTestBed();
  emou = await bed.startEmou();
  url = emou.url;
  dcfs = bed.grant();
  idhs = bed.grant({ agency: 'IDHS', sub: 'officer@idhs.example' });
  steward = bed.grant({ agency: 'DOIT', roles: ['DATA_STEWARD'], sub: 'steward@doit.example' });
});
afterAll(() => bed?.stop());
beforeEach(() => bed.clearRegister());

const nobody = '00000000-0000-4000-8000-000000000000';

/** Where each agreement stands as its last event left it. */
const statuses = () => bed.sql("SELECT status FROM agreement_phase WHERE starts_at = '-infinity'");

async function approved(input = {}): Promise<{ requestId: string; approvalId: string }> {
  const { ids } = await askAccess(url, dcfs, input);
  const { approval } = await askApproval(url, idhs, ids[0]);
  return { requestId: ids[0] ?? '', approvalId: approval?.id ?? '' };
}

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
    // Through the last day in Illinois: the term ends with the midnight before the day on which it began.
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
      `SELECT agreement_id AS id, sequence, revision::int, move->>'kind' AS kind, actor_subject AS who, actor_agency AS agency,
         actor_side AS side, actor_role AS role FROM agreement_event ORDER BY sequence`,
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
    await expect(bed.sql("UPDATE agreement_event SET actor_subject = 'nobody'")).rejects.toThrow('append-only');
    await expect(bed.sql('DELETE FROM agreement_event')).rejects.toThrow('append-only');
    await expect(bed.sql('TRUNCATE agreement_event')).rejects.toThrow('append-only');
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
    expect(await bed.sql('SELECT 1 FROM agreement_event')).toHaveLength(0);
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
    expect(await bed.sql('SELECT revision::int FROM register')).toEqual([{ revision: 0 }]);
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

describe('what is refused', () => {
  test.each([
    ['no dataset', { datasets: [] }, 'BAD_USER_INPUT'],
    ['too many datasets', { datasets: Array.from({ length: 51 }, (_, n) => `snap.d${n}`) }, 'BAD_USER_INPUT'],
    ['an unknown dataset', { datasets: ['snap.everything'] }, 'NOT_FOUND'],
    ['a dataset named like a property', { datasets: ['__proto__'] }, 'NOT_FOUND'],
    ['a dataset with a NUL', { datasets: ['snap.\u0000'] }, 'BAD_USER_INPUT'],
    ['a dataset twice', { datasets: ['snap.benefits', 'snap.benefits'] }, 'BAD_USER_INPUT'],
    ['a dataset for the staff of its owner only', { datasets: ['snap.lookup'] }, 'BAD_USER_INPUT'],
    ["the agency's own dataset", { datasets: ['childwelfare.case'] }, 'BAD_USER_INPUT'],
    ['one good and one bad', { datasets: ['snap.benefits', 'childwelfare.case'] }, 'BAD_USER_INPUT'],
    ['a short justification', { justification: '  because  ' }, 'BAD_USER_INPUT'],
    ['a long justification', { justification: 'x'.repeat(4_001) }, 'BAD_USER_INPUT'],
    ['a justification with a NUL', { justification: 'because \u0000 of that' }, 'BAD_USER_INPUT'],
    ['half a surrogate pair', { justification: 'because of that \ud800' }, 'BAD_USER_INPUT'],
    ['no legal basis', { legalBasis: ' ' }, 'BAD_USER_INPUT'],
    ['an unknown purpose', { purpose: 'CURIOSITY' }, 'BAD_USER_INPUT'],
  ])('a request with %s', async (_, input, code) => {
    const answer = await askAccess(url, dcfs, input);
    expect(answer.code).toBe(code);
    expect(answer.message).not.toMatch(/select|insert|constraint|postgres/i);
    expect(await bed.sql('SELECT 1 FROM agreement_event')).toHaveLength(0);
  });

  test('a second request for the same thing names the open one', async () => {
    const { ids } = await askAccess(url, dcfs);
    const again = await askAccess(url, dcfs, { datasets: ['tanf.benefits', 'snap.participation'] });
    expect(again.code).toBe('CONFLICT');
    expect(again.message).toContain(ids[0]);
    expect((await askAccess(url, dcfs, { purpose: 'FOSTER_CARE_CASE' })).code).toBeUndefined();
    expect((await askAccess(url, bed.grant({ agency: 'HFS' }))).code).toBeUndefined();
  });

  test('a request for what is approved names the approval', async () => {
    const { approvalId } = await approved();
    const again = await askAccess(url, dcfs);
    expect(again.code).toBe('CONFLICT');
    expect(again.message).toContain(approvalId);
  });

  test.each([
    ['in the past', '2020-01-01T00:00:00Z'],
    ['more than three years away', '2099-01-01T00:00:00Z'],
  ])('an approval that ends %s', async (_, validUntil) => {
    const { ids } = await askAccess(url, dcfs);
    expect((await askApproval(url, idhs, ids[0], validUntil)).code).toBe('BAD_USER_INPUT');
  });

  test('an instant without a zone is no instant', async () => {
    const { ids } = await askAccess(url, dcfs);
    expect((await askApproval(url, idhs, ids[0], '2027-01-01T00:00:00')).code).toBe('BAD_USER_INPUT');
  });

  test.each([['not-an-id'], [nobody], ["' OR true --"], ['']])('the id %s is not found', async (id) => {
    expect((await askApproval(url, idhs, id)).code).toBe('NOT_FOUND');
    expect((await askRevocation(url, idhs, id)).code).toBe('NOT_FOUND');
    const { data, code } = await askEmou<object>(url, dcfs, 'query ($id: ID!) { accessRequest(id: $id) { id } }', {
      id,
    });
    expect(code).toBeUndefined();
    expect(data).toEqual({ accessRequest: null });
  });

  test('a dataset that a federal agency must approve stays closed, whatever its owner says', async () => {
    const { ids } = await askAccess(url, dcfs, { datasets: ['medicaid.clinical'] });
    const { approval, revision } = await askApproval(url, bed.grant({ agency: 'HFS' }), ids[0]);
    expect(approval).toMatchObject({ inForce: false, validFrom: null, validUntil: null });
    expect(revision).toBe(0);
    expect(await statuses()).toEqual([{ status: 'PENDING_FEDERAL_APPROVAL' }]);
  });

  test('a revocation without a reason', async () => {
    const { approvalId } = await approved();
    expect((await askRevocation(url, idhs, approvalId, 'no')).code).toBe('BAD_USER_INPUT');
  });

  test('revoking what has expired', async () => {
    const { approvalId } = await approved();
    const year = 366 * 86_400_000;
    bed.passTime(year);
    const later = bed.grant({ agency: 'IDHS', sub: 'officer@idhs.example' });
    expect((await askRevocation(url, later, approvalId)).code).toBe('CONFLICT');
    bed.passTime(-year);
  });
});

describe('at the same time', () => {
  const outcomes = (answers: readonly { code: string | undefined }[]) =>
    answers.map(({ code }) => code ?? 'done').sort();

  test('of ten revocations one wins, the others get CONFLICT', async () => {
    const { approvalId } = await approved();
    const answers = await Promise.all(Array.from({ length: 10 }, () => askRevocation(url, idhs, approvalId)));
    expect(outcomes(answers)).toEqual([...Array<string>(9).fill('CONFLICT'), 'done']);
    expect(await bed.sql("SELECT 1 FROM agreement_event WHERE move->>'kind' = 'REVOKE'")).toHaveLength(1);
    expect(await bed.sql('SELECT revision::int FROM register')).toEqual([{ revision: 2 }]);
  });

  test('of two approvals of one request, in two processes, one wins', async () => {
    const other = await bed.startEmou();
    const { ids } = await askAccess(url, dcfs);
    const answers = await Promise.all([url, other.url].map((at) => askApproval(at, idhs, ids[0])));
    expect(outcomes(answers)).toEqual(['CONFLICT', 'done']);
    expect(await bed.sql("SELECT 1 FROM agreement_event WHERE move->>'kind' = 'APPROVE'")).toHaveLength(1);
  });

  test('of ten equal requests one is made', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => askAccess(url, dcfs)));
    expect(outcomes(answers)).toEqual([...Array<string>(9).fill('CONFLICT'), 'done']);
    expect(await bed.sql('SELECT 1 FROM agreement')).toHaveLength(1);
  });

  test('every change has its own revision, without gaps', async () => {
    const datasets = ['snap.participation', 'snap.benefits', 'snap.eligibility', 'tanf.participation', 'tanf.benefits'];
    const { ids } = await askAccess(url, dcfs, { datasets });
    const answers = await Promise.all(ids.map((id) => askApproval(url, idhs, id)));
    expect(answers.map(({ revision }) => revision).sort()).toEqual([1, 2, 3, 4, 5]);
  });
});
