import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, isObjectType } from 'graphql';
import { readProposedApprovals } from '../../gateway/authorization/proposedApprovals.ts';
import { at } from '../harness/answer.ts';
import { idOf, type Person360, startPerson360 } from '../harness/person360.ts';
import { energyAssistance, fosterCare } from '../harness/requesters.ts';
import { type ApprovedGateway, inForce, startApprovedGateway } from './harness/approvedGateway.ts';

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

let system: Person360;
let gateway: ApprovedGateway;
beforeAll(async () => {
  system = await startPerson360();
  gateway = await startApprovedGateway(system, { introspection: 'filtered', proposedApprovals: proposed });
  gateway.approve(fosterCare, [{ dataset: 'snap.participation' }, { dataset: 'identity.demographics' }]);
}, 240_000);
afterAll(async () => {
  await gateway?.stop();
  await system?.stop();
});

const ask = (headers: Readonly<Record<string, string>>, text = query, variables: object = daughter) =>
  gateway.ask(fosterCare, text, variables, { headers });

describe('access-mode: reject', () => {
  test('refuses the whole operation for one denied field, and asks no agency', async () => {
    const { result, requests } = await system.recordedDuring(() => ask({ 'access-mode': 'reject' }));
    expect(result.data).toBeNull();
    expect(result.places).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE at person.tanf']);
    expect(requests).toEqual([]);
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
          to: { ways: [{ when: [[]], transform: 'YEAR_ONLY' }] },
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

describe('introspection', () => {
  async function schemaOf(who: Parameters<ApprovedGateway['ask']>[0]) {
    const { data } = await gateway.ask(who, getIntrospectionQuery());
    return buildClientSchema(data as IntrospectionQuery); // the answer to exactly that query
  }
  const fieldsOf = (schema: Awaited<ReturnType<typeof schemaOf>>, name: string) => {
    const type = schema.getType(name);
    return isObjectType(type) ? Object.keys(type.getFields()) : undefined;
  };

  test('filtered: tells each requester only of what is open to them', async () => {
    const schema = await schemaOf(fosterCare);
    expect(fieldsOf(schema, 'Person')).toEqual(
      expect.arrayContaining(['id', 'birthDate', 'name', 'snap', 'childWelfare']),
    );
    expect(fieldsOf(schema, 'Person')).not.toContain('tanf');
    expect(fieldsOf(schema, 'SnapParticipation')).toContain('status');
    expect(fieldsOf(schema, 'SnapParticipation')).not.toContain('immigrationStatus');
    expect([
      fieldsOf(schema, 'TanfParticipation'),
      fieldsOf(schema, 'SnapCase'),
      fieldsOf(schema, 'SnapIncome'),
    ]).toEqual([undefined, undefined, undefined]);
    expect(fieldsOf(schema, 'Query')).not.toContain('snapCase');
    const other = await schemaOf(energyAssistance);
    expect(fieldsOf(other, 'Person')).not.toContain('snap');
    expect(fieldsOf(other, 'Person')).toContain('weatherization');
  });

  test('filtered: one type asked by its name is there or not; schema and data do not mix', async () => {
    const hidden = await ask({}, '{ __type(name: "TanfParticipation") { name fields { name } } }', {});
    expect(hidden.data).toEqual({ __type: null });
    const mixed = await ask(
      {},
      'query ($id: ID!) { ...A person(id: $id) { id } } fragment A on Query { __schema { types { name } } }',
    );
    expect([mixed.status, mixed.codes]).toEqual([400, ['NOT_SUPPORTED']]);
  });

  test('off: tells nobody', async () => {
    const closed = await startApprovedGateway(system, { introspection: 'off' });
    try {
      for (const text of ['{ __schema { types { name } } }', '{ ... { a: __type(name: "Person") { name } } }']) {
        const answer = await closed.ask(fosterCare, text);
        expect([answer.status, answer.codes, answer.text.includes('Person')]).toEqual([400, ['NOT_SUPPORTED'], false]);
      }
      const named = await closed.ask(fosterCare, 'query ($id: ID!) { person(id: $id) { __typename } }', daughter);
      expect(named.data).toEqual({ person: { __typename: 'Person' } });
    } finally {
      await closed.stop();
    }
  });

  test('errors guess at no name of the schema', async () => {
    const answer = await ask({}, '{ person(id: "x") { birthDat tanfs { id } } persn(id: 1) { id } }', {});
    expect(answer.status).toBe(400);
    expect(answer.text).not.toMatch(/birthDate|"tanf"|Did you mean/);
  });
});

describe('names that the gateway keeps for itself', () => {
  test.each(['_person360Id: snap { __typename }', '__typename: birthDate', '_person360Type: id'])(
    '%s is refused',
    async (field) => {
      const answer = await ask({}, `query ($id: ID!) { person(id: $id) { ${field} } }`);
      expect([answer.status, answer.codes]).toEqual([400, ['GRAPHQL_VALIDATION_FAILED']]);
    },
  );
});
