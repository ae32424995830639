import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer, at } from '../harness/answer.ts';
import { idOf, type Product, startProduct } from '../harness/product/startProduct.ts';
import { recordsOf } from '../harness/recordsOf.ts';
import {
  aging,
  childProtection,
  energyAssistance,
  fosterCare,
  indexSteward,
  medicaidWorker,
  reentry,
  schoolSupport,
  snapWorker,
} from '../harness/requesters.ts';
import { historyCases } from './history.cases.ts';

const programs = ['snap', 'tanf', 'medicaid', 'corrections', 'education', 'weatherization', 'childWelfare'] as const;
const nobody = '00000000-0000-4000-8000-000000000000';
const everyProgram = `query ($id: ID!) { person(id: $id) { id ${programs.map((program) => `${program} { status }`).join(' ')} } }`;

let system: Product;
beforeAll(async () => {
  system = await startProduct();
}, 120_000);
afterAll(() => system?.stop());

/** Which programs the answer to `everyProgram` shows. */
function shown(person: unknown): readonly string[] {
  return programs.filter((program) => typeof at(person, `${program}.status`) === 'string');
}

/** By program: of whom the example's answer withholds it for a condition that they do not meet. */
function withheld({ data, errors }: Answer): Readonly<Record<string, readonly string[]>> {
  const labels = new Map(system.example.persons.map(({ id, label }) => [id, label]));
  const found: Record<string, string[]> = {};
  for (const { path = [], extensions } of errors) {
    if (extensions.reason !== 'CONDITION_NOT_MET') continue;
    const id = at(data, `${path.slice(0, 4).join('.')}.id`);
    const program = String(path[4]);
    found[program] = [...(found[program] ?? []), labels.get(String(id)) ?? 'nobody'].sort();
  }
  return found;
}

describe('the household of a child in the state’s care', () => {
  test('has five members, and of each what the approvals open: of the ward alone Medicaid and school', async () => {
    const answer = await system.ask(fosterCare, system.example.query, system.example.variables);
    expect(answer.status).toBe(200);
    const members = at(answer.data, 'person.household.members') as readonly { id: string }[];
    expect(members.map(({ id }) => id).sort()).toEqual(system.example.persons.map(({ id }) => id).sort());
    const knownAs = (label: Parameters<typeof idOf>[0]) => shown(members.find(({ id }) => id === idOf(label)));
    expect(knownAs('grandmother')).toEqual(['weatherization']);
    // She has consented to SNAP; for her son she took the consent back.
    expect(knownAs('daughter')).toEqual(['snap', 'tanf', 'weatherization']);
    expect(knownAs('partner')).toEqual(['corrections']);
    expect(knownAs('ward')).toEqual(['medicaid', 'education', 'weatherization', 'childWelfare']);
    expect(knownAs('child')).toEqual(['tanf', 'weatherization']);
    expect(withheld(answer)).toEqual({
      snap: ['child', 'grandmother', 'partner'],
      medicaid: ['child', 'daughter', 'grandmother', 'partner'],
      education: ['child', 'daughter', 'grandmother', 'partner'],
    });
    expect(answer.errors).toHaveLength(11);
  });

  test('shows names, address and relationships as the person index has them', async () => {
    const { data } = await system.ask(fosterCare, system.example.query, system.example.variables);
    expect(at(data, 'person.name')).toEqual({ given: 'Jada', family: 'Coleman' });
    expect(at(data, 'person.household.address.zip')).toBe('60619');
    const members = at(data, 'person.household.members') as readonly { id: string }[];
    const ward = members.findIndex(({ id }) => id === idOf('ward'));
    expect(at(members, `${ward}.relationships`)).toContainEqual({ kind: 'MTH', person: { id: idOf('daughter') } });
    expect(at(members, `${ward}.medicaid.managedCarePlan`)).toBe('YOUTHCARE');
    expect(at(members, `${ward}.childWelfare.placementType`)).toBe('RELATIVE_FOSTER_HOME');
  });

  test('for child protection: no SNAP, TANF of the own caseload, Medicaid and school with a consent that holds', async () => {
    const answer = await system.ask(childProtection, system.example.query, system.example.variables);
    expect(answer.status).toBe(200);
    const members = at(answer.data, 'person.household.members') as readonly { id: string }[];
    expect(members).toHaveLength(5);
    for (const member of members) {
      expect(member).toMatchObject(
        member.id === idOf('child')
          ? { snap: null, medicaid: { status: 'ACTIVE' }, education: { status: 'ENROLLED' } }
          : { snap: null, medicaid: null, education: null },
      );
    }
    // The mother's consent has expired.
    const others = ['daughter', 'grandmother', 'partner', 'ward'];
    expect(withheld(answer)).toEqual({ medicaid: others, education: others });
    const ofEverybody = answer.errors.filter(({ extensions }) => extensions.reason !== 'CONDITION_NOT_MET');
    expect(ofEverybody.map(({ path, extensions }) => [extensions.coordinate, path])).toEqual([
      ['Person.snap', ['person', 'household', 'members', '@', 'snap']],
      ['TanfParticipation.grantAmount', ['person', 'household', 'members', '@', 'tanf', 'grantAmount']],
      ['TanfParticipation.lastPaymentDate', ['person', 'household', 'members', '@', 'tanf', 'lastPaymentDate']],
    ]);
    expect(ofEverybody[0]?.extensions).toEqual({
      code: 'UNAUTHORIZED_FIELD_OR_TYPE',
      coordinate: 'Person.snap',
      dataset: 'snap.participation',
      owner: 'IDHS',
      reason: 'NO_APPROVAL',
      remedy: {
        action: 'REQUEST_ACCESS',
        message: expect.stringContaining('IDHS'),
        requestAccess: { datasets: ['snap.participation'], purpose: 'CHILD_PROTECTION' },
      },
      decisionId: expect.stringMatching(/^[\w-]{22}$/),
    });
    // What that purpose does open is shown.
    expect(members.flatMap((member) => shown(member)).sort()).toEqual([
      'childWelfare',
      'corrections',
      'education',
      'medicaid',
      'tanf',
      'tanf',
      ...Array(4).fill('weatherization'),
    ]);
  });

  test('for child protection, a requester without the case sees no one’s TANF', async () => {
    const stranger = { ...childProtection, subject: 'dcfs.somebody.else' };
    const answer = await system.ask(stranger, system.example.query, system.example.variables);
    const members = at(answer.data, 'person.household.members') as readonly object[];
    expect(members.filter((member) => at(member, 'tanf') !== null)).toEqual([]);
    expect(withheld(answer).tanf).toEqual(['child', 'daughter', 'grandmother', 'partner', 'ward']);
  });

  test('to energy assistance, birth dates are age groups', async () => {
    const query = 'query ($id: ID!) { person(id: $id) { birthDate household { members { id birthDate } } } }';
    const answer = await system.ask(energyAssistance, query, { id: idOf('ward') });
    expect(answer.errors).toEqual([]);
    const members = at(answer.data, 'person.household.members') as readonly { id: string; birthDate: string }[];
    expect(at(answer.data, 'person.birthDate')).toBe('6-17');
    expect(members.map(({ birthDate }) => birthDate)).not.toContainEqual(expect.stringMatching(/^\d{4}/));
    expect(members.find(({ id }) => id === idOf('grandmother'))?.birthDate).toBe('60-69');
  });

  test('to a signatory without approvals, everything but ids is null', async () => {
    const answer = await system.ask(aging, system.example.query, system.example.variables);
    expect(answer.data).toEqual({ person: { id: idOf('ward'), name: null, birthDate: null, household: null } });
    expect(answer.places).toEqual([
      'UNAUTHORIZED_FIELD_OR_TYPE at person.birthDate',
      'UNAUTHORIZED_FIELD_OR_TYPE at person.household',
      'UNAUTHORIZED_FIELD_OR_TYPE at person.name',
    ]);
  });

  test.each([
    ['child protection', childProtection],
    ['a school', schoolSupport],
    ['a signatory without approvals', aging],
  ])('to %s, the errors are the same for a person without records and for one who does not exist', async (_, who) => {
    const errorsFor = async (id: string) => (await system.ask(who, everyProgram, { id })).errors;
    const known = await errorsFor(idOf('daughter'));
    expect(known.length).toBeGreaterThan(0);
    expect(await errorsFor(idOf('partner'))).toEqual(known);
    // Without a person no condition can fail.
    const ofEverybody = known.filter(({ extensions }) => extensions.reason !== 'CONDITION_NOT_MET');
    expect(await errorsFor(nobody)).toEqual(ofEverybody);
  });

  test('a person that does not exist is null, without an error', async () => {
    for (const id of [nobody, 'nobody', '', '__proto__', 'x'.repeat(5_000), "'; drop table person; --"]) {
      const answer = await system.ask(fosterCare, 'query ($id: ID!) { person(id: $id) { id name { given } } }', { id });
      expect([answer.status, answer.data, answer.errors]).toEqual([200, { person: null }, []]);
    }
  });

  test('persons come in the order of the ids, each once, with null for an unknown id', async () => {
    const ids = [idOf('child'), nobody, idOf('ward'), idOf('child')];
    const answer = await system.ask(snapWorker, 'query ($ids: [ID!]!) { persons(ids: $ids) { id snap { status } } }', {
      ids,
    });
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({
      persons: [{ id: idOf('child'), snap: { status: 'ACTIVE' } }, null, { id: idOf('ward'), snap: null }],
    });
  });
});

describe('owners', () => {
  const benefits = 'query ($id: ID!) { person(id: $id) { snap { status monthlyAllotment } } }';
  const daughter = () => ({ id: idOf('daughter') });

  test('see their own datasets for their own purposes', async () => {
    const answer = await system.ask(snapWorker, benefits, daughter());
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({ person: { snap: { status: 'ACTIVE', monthlyAllotment: 54_600 } } });
  });

  test('do not for a purpose that is not theirs', async () => {
    const answer = await system.ask({ ...snapWorker, purpose: 'RESEARCH_DEIDENTIFIED' }, benefits, daughter());
    expect(answer.data).toEqual({ person: { snap: null } });
    expect(answer.errors.map(({ extensions }) => extensions.reason)).toEqual(['ROLE_NOT_COVERED']);
  });

  test.each([[[]], [['INTERN']], [['DATA_STEWARD', 'caseworker']], [['all', 'manage', '*']]])(
    'do not in the roles %j',
    async (roles) => {
      const answer = await system.ask({ ...snapWorker, roles }, benefits, daughter());
      expect(answer.data).toEqual({ person: { snap: null } });
    },
  );

  test('do not see what other agencies own', async () => {
    const programsOf = async (who: Parameters<Product['ask']>[0]) =>
      shown(at((await system.ask(who, everyProgram, daughter())).data, 'person'));
    expect(await programsOf(snapWorker)).toEqual(['snap', 'tanf']);
    expect(await programsOf(medicaidWorker)).toEqual(['medicaid']);
    expect(await programsOf(indexSteward)).toEqual([]);
    expect(await programsOf(schoolSupport)).toEqual(['snap', 'tanf']);
    expect(await programsOf(reentry)).toEqual(['snap', 'medicaid']);
    expect(await programsOf(energyAssistance)).toEqual(['snap', 'tanf', 'weatherization']);
  });

  test('find a case by its own number, and its people in the index', async () => {
    const query = 'query ($n: String!) { snapCase(number: $n) { number status members { id name { given } } } }';
    const answer = await system.ask(snapWorker, query, { n: '08-0000437' });
    expect(at(answer.data, 'snapCase.status')).toBe('ACTIVE');
    expect(at(answer.data, 'snapCase.members')).toHaveLength(2);
    expect(at(answer.data, 'snapCase.members')).toContainEqual({ id: idOf('daughter'), name: null });
    expect(answer.places).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE at snapCase.members.@.name']);
    const stranger = await system.ask(fosterCare, query, { n: '08-0000437' });
    expect(stranger.data).toEqual({ snapCase: null });
    expect(stranger.errors.map(({ extensions }) => extensions.reason)).toEqual(['OWNER_ONLY']);
  });
});

describe('a caseload', () => {
  const query = `{ myCaseload { person { id } caseNumber status openedOn assignedOn
    due { kind dueOn overdue law } } }`;
  const childrenOf = ({ data }: Answer) =>
    (at(data, 'myCaseload') as readonly { person: { id: string } }[]).map(({ person }) => person.id);

  test('lists the children in the requester’s own open cases, with what is due', async () => {
    const answer = await system.ask(childProtection, query);
    expect(answer.errors).toEqual([]);
    expect(answer.data).toMatchObject({
      myCaseload: [
        {
          ...{ person: { id: idOf('ward') }, caseNumber: '0000614-A', status: 'OPEN' },
          ...{ openedOn: '2025-01-23', assignedOn: '2025-09-01' },
        },
      ],
    });
    const due = at(answer.data, 'myCaseload.0.due') as readonly { kind: string; dueOn: string }[];
    expect(due.map(({ kind }) => kind).sort()).toEqual([
      ...['CASE_PLAN_REVIEW', 'COURT_HEARING', 'MONTHLY_VISIT', 'PERMANENCY_HEARING'],
    ]);
    expect(due.map(({ dueOn }) => dueOn)).toEqual(due.map(({ dueOn }) => dueOn).sort());
  });

  test('is never another worker’s, also when many ask at once', async () => {
    const workers = ['dcfs.supervisor', 'dcfs.caseworker.014', 'nobody', 'dcfs.caseworker'];
    const asked = await Promise.all(
      [...workers, ...workers].map((subject) => system.ask({ ...childProtection, subject }, query)),
    );
    const ward = [idOf('ward')];
    // One of them carried the case until last year.
    expect(asked.map(childrenOf)).toEqual([ward, [], [], ward, ward, [], [], ward]);
  });

  test('is recorded against the children whose cases are shown', async () => {
    const answer = await system.ask(childProtection, query);
    const records = await recordsOf(system.ledger.auditUrl, system.ledger.origin);
    const own = records.filter(({ request }) => request === answer.headers.get('x-request-id'));
    expect(own.map(({ kind, person }) => [kind, person])).toEqual([['disclosure', expect.any(String)]]);
    expect(own[0]?.disclosed?.flatMap(({ fields }) => fields)).toEqual(
      expect.arrayContaining(['CaseDuty.dueOn', 'CaseloadCase.caseNumber']),
    );
  });

  test.each([
    ['another agency', snapWorker, 'OWNER_ONLY'],
    ['another agency with approvals', schoolSupport, 'OWNER_ONLY'],
    ['the person index’s steward', indexSteward, 'OWNER_ONLY'],
    ['a role that carries no cases', { ...childProtection, roles: ['AUDITOR'] }, 'ROLE_NOT_COVERED'],
    ['a purpose that is not the department’s', { ...childProtection, purpose: 'AUDIT' as const }, 'ROLE_NOT_COVERED'],
  ])('is closed to %s', async (_, who, reason) => {
    const { data, errors } = await system.ask(who, query);
    expect(data).toEqual({ myCaseload: null });
    expect(errors.map(({ extensions }) => extensions.reason)).toEqual([reason]);
  });
});

describe('the history of the household', () => historyCases(() => system));
