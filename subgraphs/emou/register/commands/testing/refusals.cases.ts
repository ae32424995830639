import { describe, expect, test } from '@jest/globals';
import { askAccess, askApproval, askEmou, askRevocation } from '../../../testing/askEmou.ts';
import { move, snapDenial } from '../../../testing/makeMoves.ts';
import { asked, bed, cio, dcfs, done, idhs, refusalOf, requestOf, url } from './procedure.ts';

describe('what is refused', () => {
  test.each([
    ['our policy', { code: 'OUR_POLICY' }, 'NOT_A_LEGAL_REASON'],
    ["another dataset's reason", { code: 'EDU-1', citation: '34 CFR 99.30' }, 'DENIAL_DOES_NOT_FIT'],
    ['no citation', { citation: ' ' }, 'CITATION_MISSING'],
    ['no officer', { officerTitle: '' }, 'OFFICER_TITLE_MISSING'],
  ])('a denial for %s', async (_, denial, code) => {
    const requestId = await asked();
    const denials = [{ ...snapDenial, ...denial }];
    const answer = await move(url, idhs(), 'denyRequest', { requestId, expectedSequence: 2, denials });
    expect(refusalOf(answer)).toEqual(['BAD_USER_INPUT', code]);
    expect(answer.refusal?.remedy).not.toBe('');
  });

  test('a transform that the type of the field cannot take, and a field that law bars', async () => {
    const status = 'SnapParticipation.certificationEnd';
    const transforms = [{ field: status, transform: 'LAST4' }];
    const misfit = await askAccess(url, dcfs(), { fields: [status], transforms });
    expect(misfit.message).toContain('TRANSFORM_DOES_NOT_FIT');
    const barred = await askAccess(url, dcfs(), {
      datasets: ['snap.eligibility'],
      fields: ['SnapParticipation.immigrationStatus'],
    });
    expect(barred.message).toContain('HARD_BAR');
    expect(await bed.sql('select 1 from agreement_event')).toHaveLength(0);
  });

  test('terms that nobody could read back are not written', async () => {
    const requestId = await asked();
    const approve =
      'mutation ($input: ApproveRequestInput!) { approveRequest(input: $input) { refusal { kind because } } }';
    const input = { requestId, conditions: [[], ['WARD']] };
    expect((await askEmou<object>(url, idhs(), approve, { input })).data).toEqual({
      approveRequest: { refusal: { kind: 'BAD_USER_INPUT', because: expect.stringContaining('conditions') } },
    });
    expect((await askAccess(url, dcfs(), { datasets: ['tanf.benefits'], roles: ['EVERYBODY'] })).code).toBe(
      'BAD_USER_INPUT',
    );
    expect(await requestOf(requestId, 'status sequence')).toEqual({ status: 'SUBMITTED', sequence: 2 });
  });

  test('more time counts once both sides agree; the requester may ask to renew', async () => {
    const requestId = await asked();
    const proposal = { requestId, expectedSequence: 2, businessDays: 30, reason: 'FOIA_3E_II' };
    expect(done(await move(url, idhs(), 'proposeExtension', proposal)).request).toMatchObject({ status: 'SUBMITTED' });
    const before = await requestOf(requestId, 'extensionProposed due { businessDaysLeft }');
    expect(before).toEqual({ extensionProposed: 30, due: { businessDaysLeft: 10 } });
    done(await move(url, dcfs(), 'agreeExtension', { requestId, expectedSequence: 3 }));
    const after = await requestOf(requestId, 'status extensionProposed due { businessDaysLeft }');
    expect(after).toEqual({ status: 'EXTENDED', extensionProposed: null, due: { businessDaysLeft: 40 } });
    const early = await askApproval(url, idhs(), requestId);
    expect(early.approval?.inForce).toBe(true);
    const renewal = { requestId, expectedSequence: 5, months: 12 };
    expect(refusalOf(await move(url, dcfs(), 'askRenewal', renewal))).toEqual(['CONFLICT', 'TOO_EARLY_TO_RENEW']);
  });

  test('what the owner revokes is shut until the CIO overturns it', async () => {
    const requestId = await asked();
    await askApproval(url, idhs(), requestId);
    expect((await askRevocation(url, idhs(), requestId)).approval?.inForce).toBe(false);
    const escalated = done(await move(url, dcfs(), 'escalateDenial', { requestId, expectedSequence: 4 }));
    expect(escalated.request?.status).toBe('REVOCATION_ESCALATED');
    expect(await requestOf(requestId, 'approval { inForce revokedAt }')).toMatchObject({
      approval: { inForce: false },
    });
    const overturned = done(await move(url, cio(), 'overturnDenial', { requestId, expectedSequence: 5 }));
    expect(overturned.request?.status).toBe('IN_FORCE');
    expect(overturned.approvalRevision).toBe((escalated.approvalRevision ?? 0) + 1);
    expect(await requestOf(requestId, 'approval { inForce revokedAt }')).toEqual({
      approval: { inForce: true, revokedAt: null },
    });
  });

  test('of two deciders who saw the same state one wins, the other is told so', async () => {
    const requestId = await asked();
    const other = await bed.startEmou();
    const seen = { requestId, expectedSequence: 2 };
    const answers = await Promise.all([
      move(url, idhs(), 'denyRequest', { ...seen, denials: [snapDenial] }),
      move(other.url, idhs(), 'extendTime', { ...seen, businessDays: 2, reason: 'FOIA_3E_I' }),
      move(url, dcfs(), 'withdrawRequest', seen),
    ]);
    expect(answers.filter(({ refusal }) => refusal === null)).toHaveLength(1);
    for (const lost of answers.filter(({ refusal }) => refusal !== null)) {
      expect(refusalOf(lost)).toEqual(['CONFLICT', 'STALE_HISTORY']);
    }
    expect(await bed.sql('select 1 from agreement_event')).toHaveLength(3);
  });

  test('what names nothing, and text that cannot be stored', async () => {
    const nothing = { requestId: '00000000-0000-4000-8000-000000000000', expectedSequence: 2 };
    expect(refusalOf(await move(url, idhs(), 'suspendAccess', nothing))).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    const requestId = await asked();
    const input = { requestId, expectedSequence: 2, denials: [{ ...snapDenial, factualBasis: 'a\u0000b' }] };
    await expect(move(url, idhs(), 'denyRequest', input)).rejects.toThrow('A text holds a NUL character');
  });
});
