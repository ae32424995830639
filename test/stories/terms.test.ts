import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FeedApproval } from '../../schema/approvals/approvalFeed.ts';
import { at } from '../harness/answer.ts';
import {
  type ApprovedGateway,
  idOf,
  type Product,
  startGateway,
  startProduct,
} from '../harness/product/startProduct.ts';
import { energyAssistance, fosterCare } from '../harness/requesters.ts';

const daughter = { id: idOf('daughter') };
const partner = { id: idOf('partner') };

let system: Product;
beforeAll(async () => {
  system = await startProduct();
}, 240_000);
afterAll(() => system?.stop());

describe.each(['compiled', 'apollo'] as const)('what an approval says of its fields, %s engine', (engine) => {
  let gateway: ApprovedGateway;
  beforeAll(async () => {
    gateway = await startGateway(system, { approvals: 'given', engine });
  }, 60_000);
  afterAll(() => gateway?.stop());

  type Terms = NonNullable<FeedApproval['fields']>;
  const ask = (query: string, variables: object = daughter) => gateway.ask(energyAssistance, query, variables);
  const approve = (dataset: string, fields: Terms) => gateway.approve(energyAssistance, [{ dataset, fields }]);
  const reasons = (answer: Awaited<ReturnType<typeof ask>>) =>
    answer.errors.map(({ extensions }) => [extensions.coordinate, extensions.reason]);

  test('each lesser form of a date, and of nothing', async () => {
    const exact = await system.ask(
      { agency: 'DOIT', purpose: 'DATA_GOVERNANCE', roles: ['DATA_STEWARD'] },
      'query ($id: ID!) { person(id: $id) { birthDate } }',
      daughter,
    );
    const birthDate = String(at(exact.data, 'person.birthDate'));
    const query = 'query ($id: ID!) { person(id: $id) { birthDate born: birthDate } }';
    const forms = { MONTH: birthDate.slice(0, 7), YEAR_ONLY: birthDate.slice(0, 4), REDACT: null } as const;
    for (const [transform, form] of Object.entries(forms)) {
      // The keys are transforms.
      approve('identity.demographics', [{ field: 'Person.birthDate', transform: transform as keyof typeof forms }]);
      const answer = await ask(query);
      expect(answer.data).toEqual({ person: { birthDate: form, born: form } });
      expect(at(JSON.parse(answer.text), 'extensions.maskedFields')).toEqual(
        ['birthDate', 'born'].map((key) => ({
          path: ['person', key],
          coordinate: 'Person.birthDate',
          masks: [transform],
        })),
      );
      expect(answer.text).not.toContain(birthDate);
    }
    approve('identity.demographics', [{ field: 'Person.birthDate', transform: 'AGE_BAND' }]);
    expect(at((await ask(query)).data, 'person.birthDate')).toMatch(/^\d\d-\d\d$/);

    // A date that is not there has no form.
    approve('medicaid.enrollment', [
      { field: 'MedicaidCoverage.coverageEnd', transform: 'YEAR_ONLY' },
      { field: 'MedicaidCoverage.coverageStart', transform: 'YEAR_ONLY' },
    ]);
    const open = await ask('query ($id: ID!) { person(id: $id) { medicaid { coverageStart coverageEnd } } }');
    expect(open.data).toEqual({
      person: { medicaid: { coverageStart: expect.stringMatching(/^\d{4}$/), coverageEnd: null } },
    });
  });

  test('of text: the last four, the area of a ZIP code; of an address the county', async () => {
    const query = `query ($id: ID!) { person(id: $id) { household { address { street city zip county countyFips state } } } }`;
    const household = { dataset: 'identity.household' };
    const whole = ['street', 'city', 'zip', 'county', 'countyFips', 'state'].map((name) => `Address.${name}`);
    gateway.approve(energyAssistance, [
      household,
      {
        dataset: 'identity.address',
        fields: [
          { field: 'Address.zip', transform: 'ZIP3' },
          { field: 'Address.street', transform: 'LAST4' },
        ],
      },
    ]);
    const parts = await ask(query);
    expect(at(parts.data, 'person.household.address')).toMatchObject({
      zip: '606',
      street: expect.stringMatching(/^.{4}$/),
      city: null,
      county: null,
    });
    const atCountyLevel = { street: null, city: null, zip: null, county: 'Cook', countyFips: '17031', state: 'IL' };
    for (const listed of [[], whole]) {
      gateway.approve(energyAssistance, [
        household,
        {
          dataset: 'identity.address',
          fields: [{ field: 'Household.address', transform: 'COUNTY' }, ...listed.map((field) => ({ field }))],
        },
      ]);
      expect(at((await ask(query)).data, 'person.household.address')).toEqual(atCountyLevel);
    }
  });

  test('of lists each item; a number has no text form', async () => {
    approve('weatherization.assistance', [
      { field: 'EnergyAssistance.priorityGroups', transform: 'LAST4' },
      { field: 'EnergyAssistance.benefitAmount', transform: 'LAST4' },
      { field: 'EnergyAssistance.localAgency' },
    ]);
    // DCEO is the owner of that system: another agency asks.
    gateway.approve(fosterCare, [
      {
        dataset: 'weatherization.assistance',
        fields: [
          { field: 'EnergyAssistance.priorityGroups', transform: 'LAST4' },
          { field: 'EnergyAssistance.benefitAmount', transform: 'LAST4' },
        ],
      },
    ]);
    const answer = await gateway.ask(
      fosterCare,
      'query ($id: ID!) { person(id: $id) { weatherization { priorityGroups benefitAmount } } }',
      { id: idOf('grandmother') },
    );
    const shown = at(answer.data, 'person.weatherization');
    expect(at(shown, 'benefitAmount')).toBeNull();
    for (const group of at(shown, 'priorityGroups') as readonly string[]) expect(group).toHaveLength(4);
    expect((at(shown, 'priorityGroups') as readonly string[]).length).toBeGreaterThan(0);
  });

  test('only the named fields of a dataset are open; the object that holds them is', async () => {
    approve('snap.participation', [{ field: 'SnapParticipation.status' }]);
    const answer = await ask('query ($id: ID!) { person(id: $id) { snap { status office } } }');
    expect(answer.data).toEqual({ person: { snap: { status: 'ACTIVE', office: null } } });
    expect(reasons(answer)).toEqual([['SnapParticipation.office', 'FIELD_NOT_COVERED']]);
  });

  test('who belongs to whom has to be named: no field inside opens the way to another person', async () => {
    const query =
      'query ($id: ID!) { person(id: $id) { snap { status headOfHousehold { id } assistanceUnit { countable person { id } } } } }';
    approve('snap.participation', [{ field: 'SnapParticipation.status' }, { field: 'SnapUnitMember.countable' }]);
    const answer = await ask(query);
    expect(at(answer.data, 'person.snap.headOfHousehold')).toBeNull();
    const unit = at(answer.data, 'person.snap.assistanceUnit') as readonly object[];
    expect(unit.length).toBeGreaterThan(0);
    for (const member of unit) expect(member).toEqual({ countable: expect.any(Boolean), person: null });
    expect(reasons(answer)).toEqual([
      ['SnapParticipation.headOfHousehold', 'FIELD_NOT_COVERED'],
      ['SnapUnitMember.person', 'FIELD_NOT_COVERED'],
    ]);
    approve('snap.participation', [{ field: 'SnapParticipation.headOfHousehold' }]);
    expect(at((await ask(query)).data, 'person.snap.headOfHousehold')).toEqual({ id: daughter.id });
  });

  test('an object of which every field is conditional does not tell that there is a record', async () => {
    const query = 'query ($id: ID!) { person(id: $id) { medicaid { __typename status } snap { __typename } } }';
    const ofStatus = { field: 'MedicaidCoverage.status', conditions: [['WARD' as const]] };
    // The daughter has a record, the partner has none, neither is a ward; naming the object itself changes nothing.
    for (const fields of [[ofStatus], [ofStatus, { field: 'Person.medicaid' }]]) {
      approve('medicaid.enrollment', fields);
      const known = await ask(query);
      const unknown = await ask(query, partner);
      expect(known.data).toEqual({ person: { medicaid: null, snap: null } });
      expect(unknown.text).toBe(known.text);
    }
  });
});

describe('both engines', () => {
  test('give the same answer to every kind of term', async () => {
    const compiled = await startGateway(system, {
      approvals: 'given',
      engine: 'compiled',
      limits: { maxFactAgeMs: 0 },
    });
    const apollo = await startGateway(system, { approvals: 'given', engine: 'apollo', limits: { maxFactAgeMs: 0 } });
    try {
      const approvals = [
        {
          dataset: 'identity.demographics',
          fields: [
            { field: 'Person.birthDate', transform: 'YEAR_ONLY' as const, conditions: [['WARD' as const]] },
            { field: 'Person.birthDate', transform: 'AGE_BAND' as const },
            { field: 'PersonName.given', conditions: [['HOUSEHOLD_OF_CASELOAD' as const]] },
          ],
        },
        { dataset: 'identity.household' },
        {
          dataset: 'medicaid.enrollment',
          fields: [
            {
              field: 'MedicaidCoverage.coverageStart',
              transform: 'MONTH' as const,
              conditions: [['CASELOAD' as const]],
            },
          ],
        },
      ];
      const query = `query ($id: ID!) { person(id: $id) { household { members { id birthDate name { given family }
        medicaid { coverageStart status } relationships { kind person { birthDate } } } } } }`;
      const answers = [];
      for (const gateway of [compiled, apollo]) {
        gateway.approve(fosterCare, approvals);
        const { text } = await gateway.ask({ ...fosterCare, subject: 'dcfs.caseworker' }, query, daughter);
        answers.push(JSON.parse(text));
      }
      expect(answers[0]).toEqual(answers[1]);
      expect(answers[0].errors.length).toBeGreaterThan(5);
      const members = at(answers[0], 'data.person.household.members') as readonly { id: string; birthDate: string }[];
      for (const { id, birthDate } of members) {
        expect(birthDate).toMatch(id === idOf('ward') ? /^\d{4}$/ : /^\d+-\d+$/);
      }
    } finally {
      await compiled.stop();
      await apollo.stop();
    }
  }, 60_000);
});
