import { describe, expect, test } from '@jest/globals';
import { askAccess, askApproval } from '../../../testing/askEmou.ts';
import { move, snapDenial } from '../../../testing/makeMoves.ts';
import {
  asked,
  bed,
  cio,
  dayMs,
  dcfs,
  done,
  idhs,
  passDays,
  passTime,
  refusalOf,
  requestOf,
  show,
  url,
} from './procedure.ts';

const hfs = () => bed.grant({ agency: 'HFS' });
const coo = () => bed.grant({ agency: 'GOV', roles: ['COO'] });
const liaison = () => bed.grant({ agency: 'HFS', roles: ['FEDERAL_LIAISON'], sub: 'liaison@hfs.example' });

describe('the procedure over HTTP', () => {
  test('denied, overturned, appealed, sustained: each move by its own side, each with its revision', async () => {
    const requestId = await asked();
    const denied = await move(url, idhs(), 'denyRequest', { requestId, expectedSequence: 2, denials: [snapDenial] });
    expect(done(denied)).toMatchObject({ request: { status: 'DENIED', sequence: 3 }, approvalRevision: 0 });
    expect(refusalOf(await move(url, cio(), 'overturnDenial', { requestId, expectedSequence: 3 }))).toEqual([
      'CONFLICT',
      'NOT_POSSIBLE_NOW',
    ]);
    done(await move(url, dcfs(), 'escalateDenial', { requestId, expectedSequence: 3 }));
    const overturned = await move(url, cio(), 'overturnDenial', { requestId, expectedSequence: 4 });
    expect(done(overturned)).toMatchObject({
      request: { status: 'IN_FORCE', basis: 'OVERTURNED' },
      approvalRevision: 1,
    });
    const appealed = await move(url, idhs(), 'appealOverturn', { requestId, expectedSequence: 5 });
    expect(done(appealed)).toMatchObject({ request: { status: 'APPEALED' }, approvalRevision: 2 });
    expect(
      refusalOf(await move(url, cio(), 'decideAppeal', { requestId, expectedSequence: 6, outcome: 'SUSTAIN' })),
    ).toEqual(['FORBIDDEN', 'NOT_YOUR_MOVE']);
    const decided = await move(url, coo(), 'decideAppeal', { requestId, expectedSequence: 6, outcome: 'SUSTAIN' });
    expect(done(decided)).toMatchObject({ request: { status: 'IN_FORCE', basis: 'SUSTAINED' }, approvalRevision: 3 });
    const { history } = await requestOf(requestId, 'history { sequence kind agency side role why details }');
    expect((history as { kind: string }[]).map(({ kind }) => kind)).toEqual([
      'DRAFT',
      'SUBMIT',
      'DENY',
      'ESCALATE',
      'OVERTURN',
      'APPEAL',
      'DECIDE',
    ]);
  });

  test('silence approves at the due moment, without anybody having moved', async () => {
    const requestId = await asked();
    const { due } = await requestOf(requestId, 'due { moment date businessDaysLeft }');
    const { moment, businessDaysLeft } = due as { moment: string; businessDaysLeft: number };
    expect(businessDaysLeft).toBe(10);
    const wait = Date.parse(moment) - bed.clock().getTime();
    passTime(wait - 60_000);
    expect(await requestOf(requestId, 'status due { businessDaysLeft }')).toEqual({
      status: 'SUBMITTED',
      due: { businessDaysLeft: 0 },
    });
    passDays(60_000 / dayMs);
    expect(await requestOf(requestId, 'status basis due { date } approval { inForce validFrom }')).toEqual({
      status: 'IN_FORCE',
      basis: 'DEEMED_APPROVED',
      due: null,
      approval: { inForce: true, validFrom: moment },
    });
    expect(
      refusalOf(await move(url, idhs(), 'denyRequest', { requestId, expectedSequence: 2, denials: [snapDenial] })),
    ).toEqual(['CONFLICT', 'ANSWER_PERIOD_OVER']);
    // The next change of the register also counts changes by time alone.
    const { revision } = await askAccess(url, dcfs(), { datasets: ['tanf.benefits'] });
    expect(revision).toBe(1);
  });

  test('more time once, questions, a partial approval with a denial of the rest, suspension, lifting, giving back', async () => {
    const fields = ['SnapParticipation.status', 'SnapParticipation.certificationEnd'];
    const requestId = await asked({ fields });
    done(await move(url, idhs(), 'askInformation', { requestId, expectedSequence: 2, why: 'Which children?' }));
    done(await move(url, dcfs(), 'giveInformation', { requestId, expectedSequence: 3, why: 'Wards.' }));
    const longer = { requestId, businessDays: 5, reason: 'FOIA_3E_II' };
    done(await move(url, idhs(), 'extendTime', { ...longer, expectedSequence: 4 }));
    expect(refusalOf(await move(url, idhs(), 'extendTime', { ...longer, expectedSequence: 5 }))).toEqual([
      'CONFLICT',
      'ALREADY_EXTENDED',
    ]);
    const approve = `mutation ($input: ApproveRequestInput!) { approveRequest(input: $input) { approval {
      inForce fields { field transform conditions } } } }`;
    const grant = {
      requestId,
      fields: [fields[1]],
      transforms: [{ field: fields[1], transform: 'MONTH' }],
      conditions: [['WARD'], ['CONSENT']],
      denials: [snapDenial],
    };
    const { approveRequest } = await show<{ approveRequest: object }>(approve, { input: grant }, idhs());
    expect(approveRequest).toEqual({
      approval: {
        inForce: true,
        fields: [{ field: fields[1], transform: 'MONTH', conditions: [['WARD'], ['CONSENT']] }],
      },
    });
    const suspended = await move(url, cio(), 'suspendAccess', { requestId, expectedSequence: 6 });
    expect(done(suspended)).toMatchObject({ request: { status: 'SUSPENDED' }, approvalRevision: 2 });
    expect(refusalOf(await move(url, idhs(), 'liftSuspension', { requestId, expectedSequence: 7 }))).toEqual([
      'FORBIDDEN',
      'SUSPENDED_BY_THE_CIO',
    ]);
    expect(done(await move(url, cio(), 'liftSuspension', { requestId, expectedSequence: 7 })).approvalRevision).toBe(3);
    const given = { requestId, expectedSequence: 8, ground: 'NO_LONGER_NEEDED' };
    expect(done(await move(url, dcfs(), 'revokeAccess', given))).toMatchObject({ request: { status: 'REVOKED' } });
  });

  test('a federal approval is waited for, whoever approves or keeps silent', async () => {
    const requestId = await asked({ datasets: ['medicaid.clinical'] });
    await askApproval(url, hfs(), requestId);
    expect(await requestOf(requestId, 'status turn { side agency } approval { inForce }')).toEqual({
      status: 'PENDING_FEDERAL_APPROVAL',
      turn: { side: 'FEDERAL', agency: 'HFS' },
      approval: { inForce: false },
    });
    const federal = `federal { neededFrom status requestedAt requestedFrom rule reference decidedAt decisionReference }`;
    const neededFrom = 'Centers for Medicare & Medicaid Services';
    const undecided = { neededFrom, status: 'PENDING', decidedAt: null, decisionReference: null };
    const unasked = { requestedAt: null, requestedFrom: null, rule: null, reference: null };
    expect(await requestOf(requestId, federal)).toEqual({ federal: { ...undecided, ...unasked } });
    const asking = { requestId, expectedSequence: 3, from: 'CMS, Region 5', rule: '42 CFR 431.306' };
    expect(refusalOf(await move(url, hfs(), 'requestFederalApproval', asking))).toEqual(['FORBIDDEN', 'NOT_YOUR_MOVE']);
    expect(refusalOf(await move(url, liaison(), 'requestFederalApproval', { ...asking, rule: ' ' }))).toEqual([
      'BAD_USER_INPUT',
      'REASON_MISSING',
    ]);
    const requestedAt = bed.clock();
    done(await move(url, liaison(), 'requestFederalApproval', asking));
    const requested = { requestedFrom: asking.from, rule: asking.rule, reference: null };
    const answer = await requestOf(requestId, `status ${federal}`);
    expect(answer).toMatchObject({ status: 'PENDING_FEDERAL_APPROVAL', federal: { ...undecided, ...requested } });
    expect(Date.parse(String(Object(answer.federal).requestedAt))).toBeGreaterThanOrEqual(requestedAt.getTime());
    expect(
      await bed.sql("select agency from notice where kind = 'FEDERAL_APPROVAL_REQUESTED' order by agency"),
    ).toEqual([{ agency: 'DCFS' }, { agency: 'HFS' }]);
    const decision = { requestId, expectedSequence: 4, reference: 'CMS letter 26-117' };
    expect(refusalOf(await move(url, hfs(), 'recordFederalApproval', decision))).toEqual([
      'FORBIDDEN',
      'NOT_YOUR_MOVE',
    ]);
    expect(done(await move(url, liaison(), 'recordFederalApproval', decision))).toMatchObject({
      request: { status: 'IN_FORCE' },
      approvalRevision: 1,
    });
    expect(await requestOf(requestId, `approval { inForce } ${federal}`)).toMatchObject({
      approval: { inForce: true },
      federal: { ...requested, status: 'APPROVED', decisionReference: 'CMS letter 26-117' },
    });
    const plain = await asked();
    expect(await requestOf(plain, federal)).toEqual({ federal: null });
  });

  test('a draft is revised, submitted, withdrawn; drafts are for every caseworker, submitting is not', async () => {
    const worker = () => bed.grant({ roles: ['CASEWORKER'], sub: 'worker@dcfs.example' });
    const terms = { purpose: 'CARE_COORDINATION', legalBasis: '7 CFR 272.1(c)(1)', months: 6 };
    const query = `mutation ($input: DraftRequestInput!) { draftRequest(input: $input) {
      request { id status possibleMoves } refusal { code } } }`;
    const input = { dataset: 'snap.participation', justification: 'Wards lose benefits.', terms };
    const { draftRequest } = await show<{ draftRequest: { request: { id: string } } }>(query, { input }, worker());
    expect(draftRequest).toMatchObject({ request: { status: 'DRAFTED', possibleMoves: ['REVISE'] }, refusal: null });
    const requestId = draftRequest.request.id;
    const revise = `mutation ($input: ReviseRequestInput!) { reviseRequest(input: $input) {
      request { months sequence } refusal { code } } }`;
    const revised = { requestId, expectedSequence: 1, why: 'A year is needed.', terms: { ...terms, months: 12 } };
    expect(await show(revise, { input: revised }, worker())).toEqual({
      reviseRequest: { request: { months: 12, sequence: 2 }, refusal: null },
    });
    expect(refusalOf(await move(url, worker(), 'submitRequest', { requestId, expectedSequence: 2 }))).toEqual([
      'FORBIDDEN',
      'NOT_YOUR_MOVE',
    ]);
    done(await move(url, dcfs(), 'submitRequest', { requestId, expectedSequence: 2 }));
    done(await move(url, dcfs(), 'withdrawRequest', { requestId, expectedSequence: 3 }));
  });
});
