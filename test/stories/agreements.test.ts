import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { at } from '../harness/answer.ts';
import { eventually } from '../harness/eventually.ts';
import { idOf, type Product, startProduct } from '../harness/product/startProduct.ts';
import { aging, agingOfficer, idhsOfficer, indexSteward, snapWorker, type Who } from '../harness/requesters.ts';

/** The Governor's chief operating officer, who belongs to no signatory. */
const coo = { agency: 'GOV', purpose: 'DATA_GOVERNANCE', roles: ['COO'] } as const;
const daughter = { id: idOf('daughter') };
const query = 'query ($id: ID!) { person(id: $id) { tanf { status redeterminationDue } } }';
const denial = {
  code: 'FED-TANF-1',
  citation: '45 CFR 205.50(a)(1)(i)',
  factualBasis: 'Meals for older people are no part of the plan.',
  officerTitle: 'Chief privacy officer',
};

let system: Product;
beforeAll(async () => {
  system = await startProduct();
}, 180_000);
afterAll(() => system?.stop());

/** TANF data of a person that a caseworker for aging sees for a purpose, once the gateway has the current approvals. */
async function seen(purpose: Who['purpose']): Promise<unknown> {
  const { data, errors } = await eventually(
    () => system.ask({ ...aging, purpose }, query, daughter),
    (answer) => !answer.errors.some(({ extensions }) => extensions.reason === 'APPROVALS_UNAVAILABLE'),
  );
  expect(errors.map(({ extensions }) => extensions.reason)).not.toContain('APPROVALS_UNAVAILABLE');
  return at(data, 'person.tanf');
}

async function isOpen(purpose: Who['purpose'], open: boolean): Promise<boolean> {
  return await eventually(
    async () => (await seen(purpose)) !== null,
    (found) => found === open,
    5_000,
  );
}

async function request(purpose: Who['purpose'], terms: object = {}): Promise<string> {
  const input = {
    datasets: ['tanf.participation'],
    purpose,
    justification: 'Meals for older people.',
    legalBasis: '45 CFR 205.50(a)(1)(i)',
    ...terms,
  };
  const { data, errors } = await system.ask(
    agingOfficer,
    'mutation ($input: RequestAccessInput!) { requestAccess(input: $input) { requests { id due { moment } } } }',
    { input },
  );
  expect(errors).toEqual([]);
  return String(at(data, 'requestAccess.requests.0.id'));
}

/** Makes a move as `who` on the request as it is now. */
async function move(
  who: object,
  mutation: string,
  type: string,
  requestId: string,
  more: object = {},
): Promise<string> {
  // A requester of the harness is of a signatory; the Governor's office is none.
  const asker = system.token(who as Who);
  const { data } = await system.ask(asker, 'query ($id: ID!) { accessRequest(id: $id) { sequence } }', {
    id: requestId,
  });
  const expectedSequence = at(data, 'accessRequest.sequence');
  const answer = await system.ask(
    asker,
    `mutation ($input: ${type}!) { move: ${mutation}(input: $input) { request { status } refusal { code remedy } approvalRevision } }`,
    { input: { requestId, expectedSequence, why: 'As told in this journey.', ...more } },
  );
  expect([mutation, answer.errors, at(answer.data, 'move.refusal')]).toEqual([mutation, [], null]);
  return String(at(answer.data, 'move.request.status'));
}

async function dueOf(id: string): Promise<Date> {
  const { data } = await system.ask(aging, 'query ($id: ID!) { accessRequest(id: $id) { due { moment } } }', { id });
  return new Date(String(at(data, 'accessRequest.due.moment')));
}

describe('an agreement, seen through the gateway', () => {
  test('silence: the field is shut until the due instant and open from it on', async () => {
    const id = await request('CARE_COORDINATION');
    const due = await dueOf(id);
    system.clock.advance(due.getTime() - system.clock.now().getTime() - 20_000);
    expect(await seen('CARE_COORDINATION')).toBeNull();
    const before = system.clock.now();
    expect(before < due).toBe(true);
    system.clock.advance(due.getTime() - system.clock.now().getTime());
    expect(await isOpen('CARE_COORDINATION', true)).toBe(true);
    const { data } = await system.ask(aging, 'query ($id: ID!) { accessRequest(id: $id) { status basis } }', { id });
    expect(data).toEqual({ accessRequest: { status: 'IN_FORCE', basis: 'DEEMED_APPROVED' } });
  }, 60_000);

  test('denied, overturned, open; appealed, shut; sustained, open; revoked, shut: each on the very next request', async () => {
    const purpose = 'BENEFIT_ELIGIBILITY';
    const id = await request(purpose);
    expect(await move(idhsOfficer, 'denyRequest', 'DenyRequestInput', id, { denials: [denial] })).toBe('DENIED');
    expect(await seen(purpose)).toBeNull();
    await move(agingOfficer, 'escalateDenial', 'MoveInput', id);
    expect(await seen(purpose)).toBeNull();
    await move(indexSteward, 'overturnDenial', 'GrantInput', id);
    expect(await seen(purpose)).not.toBeNull();
    await move(idhsOfficer, 'appealOverturn', 'MoveInput', id);
    expect(await seen(purpose)).toBeNull();
    await move(coo, 'decideAppeal', 'DecideAppealInput', id, { outcome: 'SUSTAIN' });
    expect(await seen(purpose)).not.toBeNull();
    const ground = { ground: 'SECURITY_INCIDENT' };
    expect(await move(indexSteward, 'revokeAccess', 'RevokeAccessInput', id, ground)).toBe('REVOKED');
    expect(await seen(purpose)).toBeNull();
  }, 60_000);

  test('revoked by the owner, shut; overturned by the CIO, open; appealed, shut; the denial of access stands', async () => {
    const purpose = 'REENTRY_PLANNING';
    const id = await request(purpose);
    const approve = 'mutation ($id: ID!) { approveRequest(input: { requestId: $id }) { approval { inForce } } }';
    await system.ask(idhsOfficer, approve, { id });
    const ground = { ground: 'BREACH_OF_TERMS' };
    expect(await move(idhsOfficer, 'revokeAccess', 'RevokeAccessInput', id, ground)).toBe('REVOKED');
    expect(await seen(purpose)).toBeNull();
    expect(await move(agingOfficer, 'escalateDenial', 'MoveInput', id)).toBe('REVOCATION_ESCALATED');
    expect(await seen(purpose)).toBeNull();
    await move(indexSteward, 'overturnDenial', 'GrantInput', id);
    expect(await seen(purpose)).not.toBeNull();
    await move(idhsOfficer, 'appealOverturn', 'MoveInput', id);
    expect(await seen(purpose)).toBeNull();
    expect(await move(coo, 'decideAppeal', 'DecideAppealInput', id, { outcome: 'REVERSE' })).toBe('REVOKED');
    expect(await seen(purpose)).toBeNull();
  }, 60_000);

  test('suspended and lifted: shut and open on the very next request', async () => {
    const purpose = 'BENEFIT_VERIFICATION';
    const id = await request(purpose);
    const approve = 'mutation ($id: ID!) { approveRequest(input: { requestId: $id }) { approval { inForce } } }';
    await system.ask(idhsOfficer, approve, { id });
    expect(await seen(purpose)).not.toBeNull();
    await move(idhsOfficer, 'suspendAccess', 'MoveInput', id);
    expect(await seen(purpose)).toBeNull();
    await move(idhsOfficer, 'liftSuspension', 'MoveInput', id);
    expect(await seen(purpose)).not.toBeNull();
  }, 60_000);

  test('facts of consents are hidden from every client', async () => {
    const facts =
      '{ consentFacts(personIds: ["a"], agency: IDOA, purpose: AUDIT, datasets: ["snap.benefits"]) { personId } }';
    for (const who of [aging, indexSteward, { ...indexSteward, roles: ['GATEWAY'] }]) {
      expect((await system.ask(who, facts)).codes).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    }
  });

  test('shows only the requested fields, and a date as its month', async () => {
    const purpose = 'PROGRAM_INTEGRITY';
    const due = 'TanfParticipation.redeterminationDue';
    const terms = { fields: [due], transforms: [{ field: due, transform: 'MONTH' }] };
    const id = await request(purpose, terms);
    const approve = 'mutation ($id: ID!) { approveRequest(input: { requestId: $id }) { approval { inForce } } }';
    expect((await system.ask(idhsOfficer, approve, { id })).errors).toEqual([]);
    const answer = await system.ask({ ...aging, purpose }, query, daughter);
    expect(at(answer.data, 'person.tanf.status')).toBeNull();
    const truth = at((await system.ask(snapWorker, query, daughter)).data, 'person.tanf.redeterminationDue');
    expect(truth).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(at(answer.data, 'person.tanf.redeterminationDue')).toBe(String(truth).slice(0, 7));
    expect(answer.errors.map(({ extensions }) => [extensions.coordinate, extensions.reason])).toEqual([
      ['TanfParticipation.status', 'FIELD_NOT_COVERED'],
    ]);
  }, 60_000);
});
