import { describe, expect, test } from '@jest/globals';
import { askAccess, askApproval, askEmou, askRevocation } from '../../testing/askEmou.ts';
import { approved, bed, dcfs, idhs, statuses, url } from './approvedRequests.ts';

const nobody = '00000000-0000-4000-8000-000000000000';

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
    expect(await bed.sql('select 1 from agreement_event')).toHaveLength(0);
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
    expect(await bed.sql("select 1 from agreement_event where move->>'kind' = 'REVOKE'")).toHaveLength(1);
    expect(await bed.sql('select revision::int from register')).toEqual([{ revision: 2 }]);
  });

  test('of two approvals of one request, in two processes, one wins', async () => {
    const other = await bed.startEmou();
    const { ids } = await askAccess(url, dcfs);
    const answers = await Promise.all([url, other.url].map((at) => askApproval(at, idhs, ids[0])));
    expect(outcomes(answers)).toEqual(['CONFLICT', 'done']);
    expect(await bed.sql("select 1 from agreement_event where move->>'kind' = 'APPROVE'")).toHaveLength(1);
  });

  test('of ten equal requests one is made', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => askAccess(url, dcfs)));
    expect(outcomes(answers)).toEqual([...Array<string>(9).fill('CONFLICT'), 'done']);
    expect(await bed.sql('select 1 from agreement')).toHaveLength(1);
  });

  test('every change has its own revision, without gaps', async () => {
    const datasets = ['snap.participation', 'snap.benefits', 'snap.eligibility', 'tanf.participation', 'tanf.benefits'];
    const { ids } = await askAccess(url, dcfs, { datasets });
    const answers = await Promise.all(ids.map((id) => askApproval(url, idhs, id)));
    expect(answers.map(({ revision }) => revision).sort()).toEqual([1, 2, 3, 4, 5]);
  });
});
