import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readProposedApprovals } from '../../gateway/approvals/proposedApprovals.ts';
import { at } from '../harness/answer.ts';
import {
  type ApprovedGateway,
  idOf,
  inForce,
  type Product,
  startGateway,
  startProduct,
} from '../harness/product/startProduct.ts';
import { fosterCare } from '../harness/requesters.ts';

const query = 'query ($id: ID!) { person(id: $id) { id birthDate snap { status } tanf { status } } }';
const daughter = { id: idOf('daughter') };
const proposed = [
  inForce(fosterCare, { dataset: 'tanf.participation' }, 1),
  inForce(
    fosterCare,
    { dataset: 'identity.demographics', fields: [{ field: 'Person.birthDate', transform: 'YEAR_ONLY' }] },
    2,
  ),
];

let system: Product;
let gateway: ApprovedGateway;
beforeAll(async () => {
  system = await startProduct();
  gateway = await startGateway(system, { approvals: 'given', proposedApprovals: proposed });
  gateway.approve(fosterCare, [{ dataset: 'snap.participation' }, { dataset: 'identity.demographics' }]);
}, 240_000);
afterAll(async () => {
  await gateway?.stop();
  await system?.stop();
});

const ask = (headers: Readonly<Record<string, string>>, text = query, variables: object = daughter) =>
  gateway.ask(fosterCare, text, variables, headers);

describe('access-mode: reject', () => {
  test('refuses the whole operation for one denied field, and asks no agency', async () => {
    const { result, requests } = await system.recordedDuring(() => ask({ 'access-mode': 'reject' }));
    expect(result.data).toBeNull();
    expect(result.places).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE at person.tanf']);
    expect(requests).toEqual([]);
  });

  test('also refuses it for one field that is closed because of one person, and shows no data', async () => {
    const conditions = [['WARD' as const]];
    gateway.approve(fosterCare, [
      { dataset: 'identity.demographics' },
      { dataset: 'medicaid.enrollment', fields: [{ field: 'MedicaidCoverage.status', conditions }] },
    ]);
    try {
      const text = 'query ($ids: [ID!]!) { persons(ids: $ids) { birthDate medicaid { status } } }';
      const both = await ask({ 'access-mode': 'reject' }, text, { ids: [idOf('ward'), idOf('child')] });
      expect([both.status, both.data]).toEqual([200, null]);
      expect(both.places).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE at persons.1.medicaid']);
      expect(both.errors[0]?.extensions.reason).toBe('CONDITION_NOT_MET');
      expect(at(both.errors[0]?.extensions.remedy, 'conditions')).toEqual(conditions);
      const ward = await ask({ 'access-mode': 'reject' }, text, { ids: [idOf('ward')] });
      expect([at(ward.data, 'persons.0.medicaid'), ward.errors]).toEqual([{ status: 'ACTIVE' }, []]);
    } finally {
      gateway.approve(fosterCare, [{ dataset: 'snap.participation' }, { dataset: 'identity.demographics' }]);
    }
  });

  test('serves an operation without denials as ever; an unknown mode is refused', async () => {
    const open = await ask({ 'access-mode': 'reject' }, 'query ($id: ID!) { person(id: $id) { snap { status } } }');
    expect([open.data, open.errors]).toEqual([{ person: { snap: { status: 'ACTIVE' } } }, []]);
    expect((await ask({ 'access-mode': 'open' })).status).toBe(400);
  });
});

describe('access-explain', () => {
  test('tells every decision, what it rests on or what is missing, and fetches nothing', async () => {
    const { result, requests } = await system.recordedDuring(() => ask({ 'access-explain': 'true' }));
    expect(requests).toEqual([]);
    expect(result.data).toBeNull();
    const access = at(JSON.parse(result.text), 'extensions.access') as readonly Record<string, unknown>[];
    expect(access.map(({ coordinate, decision }) => [coordinate, decision])).toEqual([
      ['Query.person', 'allow'],
      ['Person.id', 'allow'],
      ['Person.birthDate', 'allow'],
      ['Person.snap', 'allow'],
      ['SnapParticipation.status', 'allow'],
      ['Person.tanf', 'deny'],
    ]);
    expect(access[3]).toMatchObject({
      datasets: ['snap.participation'],
      owners: ['IDHS'],
      approvals: [{ id: 'approval-0', validUntil: '2099-01-01T00:00:00.000Z' }],
    });
    expect(access[5]).toMatchObject({
      reason: 'NO_APPROVAL',
      remedy: { requestAccess: { datasets: ['tanf.participation'], purpose: 'FOSTER_CARE_CASE' } },
    });
  });
});

describe('min-approval-revision', () => {
  test('waits for the revision that a client has seen, and refuses when it does not come', async () => {
    const before = gateway.revision;
    const waiting = ask({ 'min-approval-revision': String(before + 1) });
    await new Promise((resolve) => setTimeout(resolve, 200));
    gateway.approve(fosterCare, [{ dataset: 'snap.participation' }, { dataset: 'identity.demographics' }]);
    const answer = await waiting;
    expect([answer.status, at(JSON.parse(answer.text), 'extensions.approvalRevision')]).toEqual([200, before + 1]);

    const never = await ask({ 'min-approval-revision': String(before + 1_000) });
    expect([never.status, never.codes, never.data ?? null]).toEqual([503, ['APPROVALS_NOT_CURRENT'], null]);
    expect((await ask({ 'min-approval-revision': 'soon' })).status).toBe(400);
  });
});

describe('access-mode: dry-run', () => {
  test('serves as before and tells what the proposed approvals would change', async () => {
    const before = await ask({});
    const { text } = await ask({ 'access-mode': 'dry-run' });
    const { extensions, ...rest } = JSON.parse(text);
    expect(rest).toEqual({ data: before.data, errors: before.errors });
    expect(extensions.dryRun).toEqual({
      closes: [
        { path: ['person', 'snap'], coordinate: 'Person.snap', reason: 'NO_APPROVAL' },
        { path: ['person', 'snap', 'status'], coordinate: 'SnapParticipation.status' },
      ],
      opens: [
        { path: ['person', 'tanf'], coordinate: 'Person.tanf' },
        { path: ['person', 'tanf', 'status'], coordinate: 'TanfParticipation.status' },
      ],
      alters: [
        {
          path: ['person', 'birthDate'],
          coordinate: 'Person.birthDate',
          from: {},
          to: { rules: [{ anyOf: [[]], transform: 'YEAR_ONLY' }] },
        },
      ],
    });
  });

  test('is refused where nothing is proposed', async () => {
    const answer = await system.ask(fosterCare, query, daughter, { 'access-mode': 'dry-run' });
    expect([answer.status, answer.codes]).toEqual([400, ['BAD_REQUEST']]);
  });

  test('proposed approvals are validated like those of the feed', () => {
    const datasets = new Set(['snap.participation']);
    const approval = inForce(fosterCare, { dataset: 'snap.participation' });
    expect(readProposedApprovals(JSON.stringify([approval]), datasets)).toEqual([approval]);
    for (const wrong of [
      {},
      [{ ...approval, dataset: 'snap.gold' }],
      [{ ...approval, requestingAgency: 'NOBODY' }],
      [{ ...approval, more: 1 }],
      [approval, approval],
    ]) {
      expect(() => readProposedApprovals(JSON.stringify(wrong), datasets)).toThrow(/proposed approval/);
    }
  });
});
