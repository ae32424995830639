import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { at } from '../harness/answer.ts';
import { idOf, type Product, startProduct } from '../harness/product/startProduct.ts';
import { requestedCoordinates } from '../harness/requestedCoordinates.ts';
import {
  aging,
  agingOfficer,
  childProtection,
  dcfsOfficer,
  fosterCare,
  idhsOfficer,
  indexSteward,
  schoolSupport,
  type Who,
} from '../harness/requesters.ts';

const status = 'query ($id: ID!) { person(id: $id) { id tanf { status } } }';
const daughter = { id: idOf('daughter') };

let system: Product;
beforeAll(async () => {
  system = await startProduct();
}, 120_000);
afterAll(() => system?.stop());

async function approvalOf(who: Who, dataset: string): Promise<string> {
  const { data } = await system.ask(
    who,
    'query ($dataset: ID!) { approvals(dataset: $dataset) { id requestingAgency purpose } }',
    { dataset },
  );
  const approvals = at(data, 'approvals') as readonly { id: string; requestingAgency: string; purpose: string }[];
  const found = approvals.find(
    ({ requestingAgency, purpose }) => requestingAgency === who.agency && purpose === who.purpose,
  );
  if (found === undefined) throw new Error(`${who.agency} has no approval for ${dataset}.`);
  return found.id;
}

function revoke(who: Who, approvalId: string) {
  return system.ask(
    who,
    `mutation ($id: ID!) { revokeApproval(input: { approvalId: $id, reason: "No longer needed for the case." }) {
       approvalRevision approval { inForce revokedAt } refusal { kind code because remedy } } }`,
    { id: approvalId },
  );
}

async function requestAndApprove(
  requester: Who,
  dataset: string,
  purpose: string,
  validUntil?: string,
): Promise<string> {
  const asked = await system.ask(
    requester,
    `mutation ($dataset: ID!, $purpose: Purpose!) { requestAccess(input: { datasets: [$dataset], purpose: $purpose,
       justification: "Meals for older people.", legalBasis: "7 CFR 272.1(c)(1)" }) { requests { id status } } }`,
    { dataset, purpose },
  );
  expect(asked.errors).toEqual([]);
  const approved = await system.ask(
    idhsOfficer,
    `mutation ($id: ID!, $until: DateTime) { approveRequest(input: { requestId: $id, validUntil: $until }) {
       approvalRevision approval { id inForce } } }`,
    { id: at(asked.data, 'requestAccess.requests.0.id'), until: validUntil },
  );
  expect(approved.errors).toEqual([]);
  return String(at(approved.data, 'approveRequest.approval.id'));
}

describe('a revoked approval', () => {
  test('closes the field on the very next request, and the agency is not called for it', async () => {
    const before = await system.ask(childProtection, status, daughter);
    expect(before.data).toEqual({ person: { id: daughter.id, tanf: { status: 'ACTIVE' } } });
    const approval = await approvalOf(childProtection, 'tanf.participation');

    const revoked = await revoke(idhsOfficer, approval);
    expect(revoked.errors).toEqual([]);
    expect(at(revoked.data, 'revokeApproval.approval.inForce')).toBe(false);

    const { result: after, requests } = await system.recordedDuring(() =>
      system.ask(childProtection, status, daughter),
    );
    expect(after.data).toEqual({ person: { id: daughter.id, tanf: null } });
    expect(after.errors.map(({ extensions }) => [extensions.coordinate, extensions.reason])).toEqual([
      ['Person.tanf', 'NO_APPROVAL'],
    ]);
    expect(requests.map(({ subgraph }) => subgraph)).toEqual(['identity']);
    expect(requests.flatMap((request) => [...requestedCoordinates(request)])).toEqual(['Query.person', 'Person.id']);
    expect(at(JSON.parse(after.text), 'extensions.approvalRevision')).toBe(
      at(revoked.data, 'revokeApproval.approvalRevision'),
    );
  });

  test('leaves the approvals of other purposes and agencies as they were', async () => {
    for (const who of [fosterCare, schoolSupport]) {
      expect((await system.ask(who, status, daughter)).errors).toEqual([]);
    }
  });

  test('can be revoked by its owner or the data steward only', async () => {
    const approval = await approvalOf(fosterCare, 'tanf.participation');
    for (const who of [dcfsOfficer, agingOfficer, { ...idhsOfficer, roles: ['CASEWORKER'] }]) {
      const answer = await revoke(who, approval);
      expect(answer.data).toMatchObject({ revokeApproval: { approval: null, approvalRevision: null } });
      expect(answer.codes).toEqual(['FORBIDDEN']);
      expect(at(answer.data, 'revokeApproval.refusal')).toMatchObject({
        kind: 'FORBIDDEN',
        code: who === dcfsOfficer ? 'GROUND_NOT_YOURS' : 'NOT_YOUR_MOVE',
        because: expect.stringMatching(/can only give up its access|may not REVOKE/),
        remedy: expect.stringMatching(/NO_LONGER_NEEDED|DATA_OFFICER of IDHS/),
      });
    }
    expect((await system.ask(fosterCare, status, daughter)).errors).toEqual([]);
    expect((await revoke({ ...indexSteward }, approval)).errors).toEqual([]);
    expect((await system.ask(fosterCare, status, daughter)).data).toEqual({ person: { id: daughter.id, tanf: null } });
  });
});

describe('a request for access', () => {
  test('opens the field once its owner has approved it', async () => {
    expect((await system.ask(aging, status, daughter)).data).toEqual({ person: { id: daughter.id, tanf: null } });
    await requestAndApprove(agingOfficer, 'tanf.participation', 'CARE_COORDINATION');
    const answer = await system.ask(aging, status, daughter);
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({ person: { id: daughter.id, tanf: { status: 'ACTIVE' } } });
    // The grant amount is another dataset.
    const amount = await system.ask(aging, 'query ($id: ID!) { person(id: $id) { tanf { grantAmount } } }', daughter);
    expect(amount.data).toEqual({ person: { tanf: { grantAmount: null } } });
  });

  test('can ask for just the fields that a query lacked, with what their errors say', async () => {
    const who: Who = { ...aging, purpose: 'AUDIT' };
    const query = 'query ($id: ID!) { person(id: $id) { snap { status office certificationEnd } } }';
    async function askFor(input: object): Promise<void> {
      const words = { justification: 'Meals for older people.', legalBasis: '7 CFR 272.1(c)(1)' };
      const asked = await system.ask(
        agingOfficer,
        'mutation ($input: RequestAccessInput!) { requestAccess(input: $input) { requests { id } } }',
        { input: { ...input, ...words } },
      );
      expect(asked.errors).toEqual([]);
      const approve = 'mutation ($id: ID!) { approveRequest(input: { requestId: $id }) { approval { id } } }';
      const id = at(asked.data, 'requestAccess.requests.0.id');
      expect((await system.ask(idhsOfficer, approve, { id })).errors).toEqual([]);
    }
    const datasets = ['snap.participation'];
    await askFor({ datasets, purpose: 'AUDIT', fields: ['SnapParticipation.status'] });
    const part = await system.ask(who, query, daughter);
    expect(part.data).toEqual({ person: { snap: { status: 'ACTIVE', office: null, certificationEnd: null } } });
    expect(part.errors.map(({ extensions }) => extensions.reason)).toEqual(['FIELD_NOT_COVERED', 'FIELD_NOT_COVERED']);
    const lacked = part.errors.map(({ extensions }) => at(extensions, 'remedy.requestAccess'));
    expect(lacked).toEqual(
      ['office', 'certificationEnd'].map((name) => ({
        ...{ datasets, purpose: 'AUDIT' },
        fields: [`SnapParticipation.${name}`],
      })),
    );
    await askFor({ ...(lacked[0] as object), fields: lacked.flatMap((input) => at(input, 'fields') as string[]) });
    const whole = await system.ask(who, query, daughter);
    expect(whole.errors).toEqual([]);
    expect(at(whole.data, 'person.snap.office')).toMatch(/South Loop/);
  });

  test('is not for caseworkers, and not approved by who asked', async () => {
    const query = `mutation { requestAccess(input: { datasets: ["snap.benefits"], purpose: CARE_COORDINATION,
      justification: "Meals for older people.", legalBasis: "7 CFR 272.1(c)(1)" }) { requests { id } refusal { kind because } } }`;
    expect(at((await system.ask(aging, query)).data, 'requestAccess.refusal')).toEqual({
      kind: 'FORBIDDEN',
      because: expect.stringContaining('DATA_OFFICER or a SUPERVISOR'),
    });
    const asked = await system.ask(agingOfficer, query);
    const approve =
      'mutation ($id: ID!) { approveRequest(input: { requestId: $id }) { approval { id } refusal { kind } } }';
    const id = at(asked.data, 'requestAccess.requests.0.id');
    const approved = await system.ask(agingOfficer, approve, { id });
    expect(approved.data).toEqual({ approveRequest: { approval: null, refusal: { kind: 'FORBIDDEN' } } });
    expect((await system.ask(aging, status, daughter)).errors).toEqual([]);
  });

  test('is made, approved and revoked ten times at once, and every officer hears so', async () => {
    const purposes = ['BENEFIT_ELIGIBILITY', 'BENEFIT_VERIFICATION', 'EDUCATION_SUPPORT', 'AUDIT', 'EMERGENCY'];
    const ids = await Promise.all(
      purposes.flatMap((purpose) => [
        requestAndApprove(agingOfficer, 'snap.participation', purpose),
        requestAndApprove(agingOfficer, 'tanf.participation', purpose),
      ]),
    );
    const revocations = await Promise.all(ids.map((id) => revoke(idhsOfficer, id)));
    expect(revocations.flatMap(({ errors }) => errors)).toEqual([]);
    for (const purpose of ['BENEFIT_ELIGIBILITY', 'EMERGENCY'] as const) {
      expect((await system.ask({ ...aging, purpose }, status, daughter)).data).toEqual({
        person: { id: daughter.id, tanf: null },
      });
    }
  });
});

describe('an approval that ends', () => {
  test('is open a millisecond before its end and closed at it', async () => {
    const end = new Date(Math.ceil(system.clock.now().getTime() / 1000) * 1000 + 8_000);
    await requestAndApprove(agingOfficer, 'snap.participation', 'RESEARCH_DEIDENTIFIED', end.toISOString());
    const who: Who = { ...aging, purpose: 'RESEARCH_DEIDENTIFIED' };
    const query = 'query ($id: ID!) { person(id: $id) { snap { status } } }';
    const token = system.token(who);

    system.clock.freezeAt(new Date(end.getTime() - 1));
    expect((await system.ask(token, query, daughter)).data).toEqual({ person: { snap: { status: 'ACTIVE' } } });

    system.clock.freezeAt(end);
    const { result, requests } = await system.recordedDuring(() => system.ask(token, query, daughter));
    expect(result.data).toEqual({ person: { snap: null } });
    expect(result.codes).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
    expect(requests.filter(({ subgraph }) => subgraph === 'snap')).toEqual([]);
  });
});
