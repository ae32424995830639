import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { demonstrationHousehold } from '../../population/demonstration/demonstrationHousehold.ts';
import type { FeedApproval } from '../../schema/approvalFeed.ts';
import { type Answer, at } from '../harness/answer.ts';
import { putConsentsOnFile } from '../harness/consentsOnFile.ts';
import {
  type ApprovedGateway,
  idOf,
  type Product,
  startGateway,
  startProduct,
} from '../harness/product/startProduct.ts';
import type { RecordedRequest } from '../harness/product/subgraphProxy.ts';
import { childProtection, energyAssistance, fosterCare, idhsOfficer, type Who } from '../harness/requesters.ts';

const everybody = demonstrationHousehold.persons.map(({ id }) => id);
const caseworker = { subject: demonstrationHousehold.caseworker };
const medicaidOfAll = 'query ($ids: [ID!]!) { persons(ids: $ids) { id medicaid { status } } }';

type Conditions = NonNullable<NonNullable<FeedApproval['fields']>[number]['conditions']>;

/** Medicaid's status for those who meet the conditions. */
const statusWhen = (conditions: Conditions) => ({
  dataset: 'medicaid.enrollment',
  fields: [{ field: 'MedicaidCoverage.status', conditions }],
});

/** Labels of the persons of whom Medicaid is shown. */
function shownOf(answer: Answer): readonly string[] {
  const persons = at(answer.data, 'persons') as readonly { id: string; medicaid: unknown }[]; // asked for as a list
  return persons.filter(({ medicaid }) => medicaid !== null).map(({ id }) => labelOf(id));
}

function labelOf(id: string): string {
  return demonstrationHousehold.persons.find((person) => person.id === id)?.label ?? id;
}

/** Persons' numbers that went to a system. */
function sentTo(subgraph: string, requests: readonly RecordedRequest[]): readonly unknown[] {
  return requests
    .filter((request) => request.subgraph === subgraph)
    .flatMap(({ variables }) => (variables.representations ?? []) as readonly unknown[]); // a list when there is one
}

let system: Product;
beforeAll(async () => {
  system = await startProduct({ systemLimits: { maxFactAgeMs: 0 } });
}, 240_000);
afterAll(() => system?.stop());

describe.each(['compiled', 'apollo'] as const)('a condition on the person, %s engine', (engine) => {
  let gateway: ApprovedGateway;
  beforeAll(async () => {
    // Facts are asked for every time, so that a test meets none of another.
    gateway = await startGateway(system, { approvals: 'given', engine, limits: { maxFactAgeMs: 0 } });
  }, 60_000);
  afterAll(() => gateway?.stop());
  beforeEach(() => system.proxy('emou').behave({ kind: 'pass' }));

  const askAll = (who: Who, subject?: string) =>
    gateway.ask({ ...who, subject: subject ?? who.subject }, medicaidOfAll, { ids: everybody });

  test('WARD: the ward is shown, brother and mother are not', async () => {
    gateway.approve(fosterCare, [statusWhen([['WARD']])]);
    const answer = await askAll(fosterCare);
    expect(shownOf(answer)).toEqual(['ward']);
    // One error for each place, at its real position, with what would have to hold.
    expect(answer.errors.map(({ path, extensions }) => [path, extensions.coordinate, extensions.reason])).toEqual(
      everybody.flatMap((id, index) =>
        id === idOf('ward') ? [] : [[['persons', index, 'medicaid'], 'Person.medicaid', 'CONDITION_NOT_MET']],
      ),
    );
    expect(answer.errors[0]?.extensions).toMatchObject({
      code: 'UNAUTHORIZED_FIELD_OR_TYPE',
      dataset: 'medicaid.enrollment',
      owner: 'HFS',
      remedy: { action: 'MEET_CONDITION', message: 'The approval asks that the person is a ward of the state.' },
      decisionId: expect.stringMatching(/^[\w-]{22}$/),
    });
  });

  test('CASELOAD: only for the worker who carries the case, and only for that agency', async () => {
    gateway.approve(fosterCare, [statusWhen([['CASELOAD']])]);
    expect(shownOf(await askAll(fosterCare, caseworker.subject))).toEqual(['ward']);
    expect(shownOf(await askAll(fosterCare, 'dcfs.somebody.else'))).toEqual([]);
    // Whoever carried it before.
    expect(shownOf(await askAll(fosterCare, 'dcfs.caseworker.014'))).toEqual([]);
    gateway.approve(energyAssistance, [statusWhen([['CASELOAD'], ['HOUSEHOLD_OF_CASELOAD']])]);
    expect(shownOf(await askAll(energyAssistance, caseworker.subject))).toEqual([]);
  });

  test("another agency's stored approval for wards shows nothing, and does not tell who is a ward", async () => {
    gateway.approve(energyAssistance, [statusWhen([['WARD']])]);
    const { result: answer, requests } = await system.recordedDuring(() => askAll(energyAssistance));
    expect(shownOf(answer)).toEqual([]);
    // One answer for everybody, and nothing is fetched that could differ between persons.
    expect(answer.errors.map(({ extensions }) => extensions.reason)).toEqual(['FIELD_NOT_COVERED']);
    expect([...sentTo('medicaid', requests), ...sentTo('childwelfare', requests)]).toEqual([]);

    // The other alternative of the same approval still opens what it says.
    await putConsentsOnFile(system, energyAssistance, [{ personId: idOf('child'), dataset: 'medicaid.enrollment' }]);
    gateway.approve(energyAssistance, [statusWhen([['WARD'], ['CONSENT']])]);
    const other = await askAll(energyAssistance);
    expect(shownOf(other)).toEqual(['child']);
    expect(new Set(other.errors.map(({ extensions }) => extensions.reason))).toEqual(new Set(['CONDITION_NOT_MET']));
    expect(JSON.stringify(other.errors)).not.toContain('ward of the state');
    gateway.approve(energyAssistance, [statusWhen([['WARD', 'CONSENT']])]);
    expect(shownOf(await askAll(energyAssistance))).toEqual([]);
  });

  test('HOUSEHOLD_OF_CASELOAD: everybody who lives with the child of the case', async () => {
    gateway.approve(childProtection, [statusWhen([['HOUSEHOLD_OF_CASELOAD']])]);
    expect(shownOf(await askAll(childProtection, caseworker.subject))).toEqual([
      'grandmother',
      'daughter',
      'ward',
      'child',
    ]);
    expect(shownOf(await askAll(childProtection, 'dcfs.somebody.else'))).toEqual([]);
  });

  test('CONSENT: of this person, for this dataset; a consent that cannot be learned is none', async () => {
    gateway.approve(childProtection, [statusWhen([['CONSENT']])]);
    await putConsentsOnFile(system, childProtection, [
      { personId: idOf('child'), dataset: 'medicaid.enrollment' },
      { personId: idOf('daughter'), dataset: 'snap.participation' },
    ]);
    expect(shownOf(await askAll(childProtection))).toEqual(['child']);
    const failures = [
      { kind: 'down' },
      { kind: 'answer', status: 500, body: '{}' },
      { kind: 'answer', status: 200, body: '{"data":null,"errors":[{"message":"no"}]}' },
      { kind: 'answer', status: 200, body: 'consentFacts' },
    ] as const;
    for (const failure of failures) {
      system.proxy('emou').behave(failure);
      const answer = await askAll(childProtection);
      expect([answer.status, shownOf(answer)]).toEqual([200, []]);
      expect(new Set(answer.errors.map(({ extensions }) => extensions.reason))).toEqual(new Set(['CONDITION_NOT_MET']));
    }
  });

  test('alternatives: any one is enough; within one, all must hold', async () => {
    await putConsentsOnFile(system, fosterCare, [{ personId: idOf('child'), dataset: 'medicaid.enrollment' }]);
    gateway.approve(fosterCare, [statusWhen([['WARD'], ['CONSENT']])]);
    expect(shownOf(await askAll(fosterCare))).toEqual(['ward', 'child']);
    gateway.approve(fosterCare, [statusWhen([['WARD', 'CONSENT']])]);
    expect(shownOf(await askAll(fosterCare))).toEqual([]);
  });

  test('cases that cannot be learned are nobody’s: nothing is shown, the rest of the answer is', async () => {
    gateway.approve(fosterCare, [statusWhen([['WARD'], ['CASELOAD'], ['HOUSEHOLD_OF_CASELOAD']])]);
    system.proxy('childwelfare').behave({ kind: 'down' });
    const answer = await askAll(fosterCare, caseworker.subject);
    system.proxy('childwelfare').behave({ kind: 'pass' });
    expect(shownOf(answer)).toEqual([]);
    expect((at(answer.data, 'persons') as readonly unknown[]).length).toBe(everybody.length);
    expect(new Set(answer.errors.map(({ extensions }) => extensions.reason))).toEqual(new Set(['CONDITION_NOT_MET']));
    expect(shownOf(await askAll(fosterCare, caseworker.subject)).length).toBeGreaterThan(0);
  });

  test('two approvals add up: an unconditional one opens the field for everybody', async () => {
    gateway.approve(fosterCare, [statusWhen([['WARD']]), { dataset: 'medicaid.enrollment' }]);
    const answer = await askAll(fosterCare);
    expect(shownOf(answer)).toEqual(['grandmother', 'daughter', 'ward', 'child']);
    expect(answer.errors).toEqual([]);
  });

  test('whoever’s data it is counts, whatever path led there and under whatever names', async () => {
    gateway.approve(fosterCare, [
      statusWhen([['WARD']]),
      { dataset: 'identity.household' },
      { dataset: 'identity.demographics' },
    ]);
    const answer = await gateway.ask(
      fosterCare,
      `query ($id: ID!) { person(id: $id) { id: medicaid { status } _id: id household { constructor: members { ...M } }
         relationships { person { medicaid { ... on MedicaidCoverage { s: status } } me: id } } } }
       fragment M on Person { id x: medicaid { status } ... { x: medicaid { again: status } } }`,
      { id: idOf('daughter') },
    );
    expect(at(answer.data, 'person.id')).toBeNull();
    const members = at(answer.data, 'person.household.constructor') as readonly { id: string; x: unknown }[];
    expect(members.map(({ id, x }) => [labelOf(id), x])).toEqual(
      members.map(({ id }) => [labelOf(id), id === idOf('ward') ? { status: 'ACTIVE', again: 'ACTIVE' } : null]),
    );
    expect(members).toHaveLength(everybody.length);
    const related = at(answer.data, 'person.relationships') as readonly { person: { me: string; medicaid: unknown } }[];
    expect(related.map(({ person }) => person.medicaid !== null && labelOf(person.me)).filter(Boolean)).toEqual([
      'ward',
    ]);
  });
});

describe('who is asked about', () => {
  let gateway: ApprovedGateway;
  beforeAll(async () => {
    gateway = await startGateway(system, { approvals: 'given', limits: { maxFactAgeMs: 0 } });
  }, 60_000);
  afterAll(() => gateway?.stop());

  test('a person who does not meet the condition is in no representation sent to that system', async () => {
    gateway.approve(fosterCare, [statusWhen([['WARD']]), { dataset: 'tanf.participation' }]);
    const open = await numbersOf('medicaid');
    expect(open.length).toBe(4);
    const { requests } = await system.recordedDuring(() => gateway.ask(fosterCare, medicaidOfAll, { ids: everybody }));
    expect(sentTo('medicaid', requests)).toEqual([{ __typename: 'Person', medicaidRin: wardRin }]);
  });

  test('when nobody meets it the system is not called at all', async () => {
    gateway.approve(fosterCare, [statusWhen([['WARD']])]);
    const { requests } = await system.recordedDuring(() =>
      gateway.ask(fosterCare, medicaidOfAll, { ids: [idOf('child'), idOf('partner')] }),
    );
    expect(requests.filter(({ subgraph }) => subgraph === 'medicaid')).toEqual([]);
  });

  test('facts of many persons are learned in batches, not one by one', async () => {
    gateway.approve(fosterCare, [statusWhen([['WARD']])]);
    const { requests } = await system.recordedDuring(() => gateway.ask(fosterCare, medicaidOfAll, { ids: everybody }));
    expect(requests.filter(({ subgraph }) => subgraph === 'childwelfare').length).toBeLessThanOrEqual(2);
  });

  let wardRin: unknown;
  /** Numbers that are sent when everybody may be asked about. */
  async function numbersOf(subgraph: string): Promise<readonly unknown[]> {
    const everything = await startGateway(system, { approvals: 'given' });
    try {
      everything.approve(fosterCare, [{ dataset: 'medicaid.enrollment' }]);
      const { requests } = await system.recordedDuring(() =>
        everything.ask(fosterCare, medicaidOfAll, { ids: everybody }),
      );
      const ofWard = await system.recordedDuring(() =>
        everything.ask(fosterCare, medicaidOfAll, { ids: [idOf('ward')] }),
      );
      wardRin = (sentTo('medicaid', ofWard.requests) as readonly { medicaidRin: unknown }[])[0]?.medicaidRin;
      return sentTo(subgraph, requests);
    } finally {
      await everything.stop();
    }
  }
});

/** Id of a person of the population who lives with nobody of the demonstration household. */
async function somebodyElse(): Promise<string> {
  const client = new pg.Client({ connectionString: system.databaseUrls.get('identity') });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `select person_id::text as id from person
       where household_id <> (select household_id from person where person_id = $1) order by 1 limit 1`,
      [idOf('child')],
    );
    return rows[0]?.id ?? '';
  } finally {
    await client.end();
  }
}

describe('a consent that one agency puts on file, the other confirms, and the first takes back', () => {
  /** How old a fact may be at the gateway, by default: a change counts that much later, and no more. */
  const factAgeMs = 5_000;
  const ofChild = { personId: idOf('child'), discloser: 'IDHS', recipient: 'DCFS', datasets: ['snap.participation'] };
  const caseworker: Who = { ...fosterCare, subject: demonstrationHousehold.caseworker };
  const document = { sha256: 'ab'.repeat(32), date: '2020-01-01' };
  const words = { purpose: 'FOSTER_CARE_CASE', description: 'Participation in SNAP.', signedBy: 'The mother' };

  test('opens the data once confirmed and closes it again, each within five seconds, as whoever asks sees over HTTP', async () => {
    await putConsentsOnFile(system, fosterCare, []);
    system.clock.advance(factAgeMs + 1);
    const change = async (query: string, input: object, who: Who = caseworker) => {
      const { data, errors } = await system.ask(who, query, { input });
      expect(errors).toEqual([]);
      system.clock.advance(factAgeMs + 1);
      return data;
    };
    const ask = () =>
      system.ask(fosterCare, 'query ($id: ID!) { person(id: $id) { snap { status } } }', { id: idOf('child') });
    const reasons = ({ errors }: Answer) => errors.map(({ extensions }) => extensions.reason);

    const before = await ask();
    expect([before.data, reasons(before)]).toEqual([{ person: { snap: null } }, ['CONDITION_NOT_MET']]);
    // Nobody of these households is in the caseworker's cases, and the last one does not exist.
    const stranger = await somebodyElse();
    for (const personId of [stranger, '00000000-0000-4000-8000-000000000000']) {
      const input = { ...ofChild, ...words, personId, givenOn: '2020-01-01', expiresOn: '2099-01-01', document };
      const { codes } = await system.ask(
        caseworker,
        'mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { consent { id } } }',
        { input },
      );
      expect([personId, codes]).toEqual([personId, ['FORBIDDEN']]);
    }
    const recorded = await change(
      'mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { consent { id inForce } } }',
      { ...ofChild, ...words, givenOn: '2020-01-01', expiresOn: '2099-01-01', document },
    );
    const waiting = await ask();
    expect([waiting.data, reasons(waiting)]).toEqual([{ person: { snap: null } }, ['CONDITION_NOT_MET']]);
    await change(
      'mutation ($input: ConfirmConsentInput!) { confirmConsent(input: $input) { consent { inForce } } }',
      { consentId: at(recorded, 'recordConsent.consent.id'), documentSha256: document.sha256 },
      idhsOfficer,
    );
    const given = await ask();
    expect([given.data, given.errors]).toEqual([{ person: { snap: { status: 'ACTIVE' } } }, []]);
    await change('mutation ($input: RevokeConsentInput!) { revokeConsent(input: $input) { consent { inForce } } }', {
      consentId: at(recorded, 'recordConsent.consent.id'),
      reason: 'The mother has changed her mind.',
    });
    const { result: after, requests } = await system.recordedDuring(ask);
    expect([after.data, reasons(after)]).toEqual([{ person: { snap: null } }, ['CONDITION_NOT_MET']]);
    expect(sentTo('snap', requests)).toEqual([]);
  });
});
