import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { askAccess, askApproval, askEmou, askRevocation } from '../../testing/askEmou.ts';
import { type EmouTestBed, startEmouTestBed } from '../../testing/emouTestBed.ts';
import { type MoveAnswer, move, snapDenial } from '../../testing/makeMoves.ts';

const dayMs = 86_400_000;
let bed: EmouTestBed;
let url: string;
let passed = 0;

beforeAll(async () => {
  bed = await startEmouTestBed();
  url = (await bed.startEmou()).url;
});
afterAll(() => bed?.stop());
beforeEach(async () => {
  await bed.clearRegister();
  bed.passTime(-passed);
  passed = 0;
});

function passDays(days: number): void {
  bed.passTime(days * dayMs);
  passed += days * dayMs;
}
// Grants live for a minute: each is made when it is used.
const dcfs = () => bed.grant();
const idhs = () => bed.grant({ agency: 'IDHS' });
const hfs = () => bed.grant({ agency: 'HFS' });
const cio = () => bed.grant({ agency: 'DOIT', roles: ['DATA_STEWARD'] });
const coo = () => bed.grant({ agency: 'GOV', roles: ['COO'] });
const liaison = () => bed.grant({ agency: 'HFS', roles: ['FEDERAL_LIAISON'], sub: 'liaison@hfs.example' });

async function asked(input: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { ids, message } = await askAccess(url, dcfs(), input);
  expect(message).toBeUndefined();
  return ids[0] ?? '';
}
const done = (answer: MoveAnswer) => {
  expect(answer.refusal).toBeNull();
  return answer;
};
const refusalOf = (answer: MoveAnswer) => [answer.refusal?.kind, answer.refusal?.code];

async function show<Data>(query: string, variables: Readonly<Record<string, unknown>> = {}, grant = dcfs()) {
  const { data, message } = await askEmou<Data>(url, grant, query, variables);
  expect(message).toBeUndefined();
  return data;
}
const requestOf = async (id: string, fields: string) =>
  (
    await show<{ accessRequest: Record<string, unknown> }>(
      `query ($id: ID!) { accessRequest(id: $id) { ${fields} } }`,
      { id },
    )
  ).accessRequest;

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
    bed.passTime(wait - 60_000);
    passed += wait - 60_000;
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
    // The next change of the register counts what time has done.
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
      await bed.sql("SELECT agency FROM notice WHERE kind = 'FEDERAL_APPROVAL_REQUESTED' ORDER BY agency"),
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
    expect(await bed.sql('SELECT 1 FROM agreement_event')).toHaveLength(0);
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
    expect(await bed.sql('SELECT 1 FROM agreement_event')).toHaveLength(3);
  });

  test('what names nothing, and text that cannot be stored', async () => {
    const nothing = { requestId: '00000000-0000-4000-8000-000000000000', expectedSequence: 2 };
    expect(refusalOf(await move(url, idhs(), 'suspendAccess', nothing))).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    const requestId = await asked();
    const input = { requestId, expectedSequence: 2, denials: [{ ...snapDenial, factualBasis: 'a\u0000b' }] };
    await expect(move(url, idhs(), 'denyRequest', input)).rejects.toThrow('A text holds a NUL character');
  });
});

describe('lists', () => {
  interface Listed {
    readonly requests: {
      readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  }
  const list = `query ($box: RequestBox, $first: Int, $after: String, $status: [AccessRequestStatus!]) {
    requests(box: $box, first: $first, after: $after, status: $status) {
      edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`;
  const idsOf = ({ requests }: Listed) => requests.edges.map(({ node }) => node.id);

  test("each agency's inbox holds what waits for it, page by page, and what it asked for is in its outbox", async () => {
    const datasets = ['snap.participation', 'snap.benefits', 'tanf.benefits', 'tanf.participation', 'snap.eligibility'];
    const { ids } = await askAccess(url, dcfs(), { datasets });
    const [first] = ids;
    const pages: string[] = [];
    let after: string | null = null;
    do {
      const page: Listed = await show<Listed>(list, { box: 'INBOX', first: 2, after }, idhs());
      pages.push(...idsOf(page));
      after = page.requests.pageInfo.hasNextPage ? page.requests.pageInfo.endCursor : null;
    } while (after !== null);
    expect([...pages].sort()).toEqual([...ids].sort());
    expect(pages).toHaveLength(5);
    expect(idsOf(await show<Listed>(list, { box: 'INBOX' }))).toEqual([]);
    expect(idsOf(await show<Listed>(list, { box: 'OUTBOX' })).sort()).toEqual([...ids].sort());

    done(await move(url, idhs(), 'denyRequest', { requestId: first, expectedSequence: 2, denials: [snapDenial] }));
    expect(idsOf(await show<Listed>(list, { box: 'INBOX' }))).toEqual([first]);
    done(await move(url, dcfs(), 'escalateDenial', { requestId: first, expectedSequence: 3 }));
    expect(idsOf(await show<Listed>(list, { box: 'INBOX' }, cio()))).toEqual([first]);
    expect(idsOf(await show<Listed>(list, { status: ['ESCALATED'] }))).toEqual([first]);
    passDays(30);
    expect(idsOf(await show<Listed>(list, { box: 'OVERDUE' }, idhs())).sort()).toEqual(ids.slice(1).sort());
  });

  test('the list of an agency that does not exist is refused with the codes, and not empty', async () => {
    const query = '{ requests(box: INBOX, agency: "idhs") { edges { cursor } } }';
    const { code, message } = await askEmou(url, dcfs(), query);
    expect(code).toBe('BAD_USER_INPUT');
    expect(message).toMatch(/^agency must be the code of an agency: IDOA, DCFS, .*, DOIT, .*, GOV\.$/);
    expect(idsOf(await show<Listed>('{ requests(agency: "GOV") { edges { cursor node { id } } } }'))).toEqual([]);
  });

  test('figures: median days, silence, denials, overturns', async () => {
    const { ids } = await askAccess(url, dcfs(), {
      datasets: ['snap.participation', 'snap.benefits', 'tanf.benefits', 'tanf.participation'],
    });
    const [denied = '', approved = ''] = ids;
    done(await move(url, idhs(), 'denyRequest', { requestId: denied, expectedSequence: 2, denials: [snapDenial] }));
    await askApproval(url, idhs(), approved);
    done(await move(url, dcfs(), 'escalateDenial', { requestId: denied, expectedSequence: 3 }));
    done(await move(url, cio(), 'overturnDenial', { requestId: denied, expectedSequence: 4 }));
    passDays(30);
    const figures =
      '{ responseStatistics { owner received answered awaited medianBusinessDays shareDeemed shareDenied shareOverturned } }';
    expect(await show(figures)).toEqual({
      responseStatistics: [
        {
          owner: 'IDHS',
          received: 4,
          answered: 2,
          awaited: 0,
          medianBusinessDays: 5,
          shareDeemed: 0.5,
          shareDenied: 0.25,
          shareOverturned: 1,
        },
      ],
    });
  });

  test('the public register shows denials with their law', async () => {
    const requestId = await asked();
    done(await move(url, idhs(), 'denyRequest', { requestId, expectedSequence: 2, denials: [snapDenial] }));
    const open = await asked({ datasets: ['tanf.benefits'] });
    const { publicRegister } = await show<{ publicRegister: { edges: { node: { id: string } }[] } }>(
      '{ publicRegister { edges { node { id status refused { fields denials { code citation officerTitle } offer { fields } } } } } }',
    );
    expect(publicRegister.edges.map(({ node }) => node.id)).not.toContain(open);
    expect(publicRegister.edges).toMatchObject([
      { node: { id: requestId, status: 'DENIED', refused: { denials: [{ code: 'FED-SNAP-1' }], offer: null } } },
    ]);
  });

  test('denial codes that fit a dataset, grounds for more time, and the calendar', async () => {
    const data = await show<{
      denialCodes: { code: string }[];
      extensionReasons: object[];
      calendar: { closedDays: { date: string }[] };
      answerDue: string;
    }>(`{ denialCodes(dataset: "snap.participation") { code citations curableBy } extensionReasons { code text }
      calendar(fromYear: 2027, toYear: 2027) { version closedDays { date name } }
      answerDue(received: "2026-11-20T15:00:00Z") }`);
    expect(data.denialCodes.map(({ code }) => code)).toContain('FED-SNAP-1');
    expect(data.denialCodes.map(({ code }) => code)).not.toContain('EDU-1');
    expect(data.extensionReasons).toHaveLength(7);
    expect(data.calendar.closedDays.map(({ date }) => date)).toContain('2027-12-31');
    expect(data.answerDue).toBe('2026-12-08');
  });

  test('a proclaimed day moves the due moment of what is open; only the data steward proclaims', async () => {
    const requestId = await asked();
    const { due } = await requestOf(requestId, 'due { date }');
    const day = (due as { date: string }).date;
    const proclaim = 'mutation ($input: ProclaimDayInput!) { proclaimDay(input: $input) { calendar { version } } }';
    const input = { day, name: 'Day of mourning', source: "Governor's proclamation" };
    expect((await askEmou(url, idhs(), proclaim, { input })).code).toBe('FORBIDDEN');
    await show(proclaim, { input }, cio());
    expect(((await requestOf(requestId, 'due { date }')).due as { date: string }).date > day).toBe(true);
    expect((await askEmou(url, cio(), proclaim, { input })).code).toBe('CONFLICT');
    const over = { ...input, day: '2020-01-06' };
    expect((await askEmou(url, cio(), proclaim, { input: over })).code).toBe('BAD_USER_INPUT');
    const [row] = await bed.sql<{ at: Date }>("SELECT ends_at AS at FROM agreement_phase WHERE status = 'SUBMITTED'");
    expect(row?.at.toISOString().slice(0, 10)).not.toBe(day);
  });
});
