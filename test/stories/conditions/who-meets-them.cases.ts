import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { demonstrationHousehold } from '../../../population/demonstration/demonstrationHousehold.ts';
import { type Answer, at } from '../../harness/answer.ts';
import { putConsentsOnFile } from '../../harness/consentsOnFile.ts';
import { type ApprovedGateway, idOf, startGateway } from '../../harness/product/startProduct.ts';
import { childProtection, energyAssistance, fosterCare, type Who } from '../../harness/requesters.ts';
import { caseworker, everybody, medicaidOfAll, sentTo, statusWhen, system } from './productAndPersons.ts';

/** Labels of the persons of whom Medicaid is shown. */
function shownOf(answer: Answer): readonly string[] {
  const persons = at(answer.data, 'persons') as readonly { id: string; medicaid: unknown }[]; // asked for as a list
  return persons.filter(({ medicaid }) => medicaid !== null).map(({ id }) => labelOf(id));
}

function labelOf(id: string): string {
  return demonstrationHousehold.persons.find((person) => person.id === id)?.label ?? id;
}

describe.each(['compiled', 'apollo'] as const)('a condition on the person, %s engine', (engine) => {
  let gateway: ApprovedGateway;
  beforeAll(async () => {
    // Facts are requested every time, so that tests do not share them.
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
    // The worker who had the case before.
    expect(shownOf(await askAll(fosterCare, 'dcfs.caseworker.014'))).toEqual([]);
    gateway.approve(energyAssistance, [statusWhen([['CASELOAD'], ['HOUSEHOLD_OF_CASELOAD']])]);
    expect(shownOf(await askAll(energyAssistance, caseworker.subject))).toEqual([]);
  });

  test("another agency's stored approval for wards shows nothing, and does not tell who is a ward", async () => {
    gateway.approve(energyAssistance, [statusWhen([['WARD']])]);
    const { result: answer, requests } = await system.recordedDuring(() => askAll(energyAssistance));
    expect(shownOf(answer)).toEqual([]);
    // One response for every person, and nothing is fetched that could differ between persons.
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

  test('HOUSEHOLD_OF_CASELOAD: every person who lives with the child of the case', async () => {
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

  test('if case assignments are unavailable, no data that depends on them is shown, and the rest of the response is', async () => {
    gateway.approve(fosterCare, [statusWhen([['WARD'], ['CASELOAD'], ['HOUSEHOLD_OF_CASELOAD']])]);
    system.proxy('childwelfare').behave({ kind: 'down' });
    const answer = await askAll(fosterCare, caseworker.subject);
    system.proxy('childwelfare').behave({ kind: 'pass' });
    expect(shownOf(answer)).toEqual([]);
    expect((at(answer.data, 'persons') as readonly unknown[]).length).toBe(everybody.length);
    expect(new Set(answer.errors.map(({ extensions }) => extensions.reason))).toEqual(new Set(['CONDITION_NOT_MET']));
    expect(shownOf(await askAll(fosterCare, caseworker.subject)).length).toBeGreaterThan(0);
  });

  test('two approvals add up: an unconditional one opens the field for every person', async () => {
    gateway.approve(fosterCare, [statusWhen([['WARD']]), { dataset: 'medicaid.enrollment' }]);
    const answer = await askAll(fosterCare);
    expect(shownOf(answer)).toEqual(['grandmother', 'daughter', 'ward', 'child']);
    expect(answer.errors).toEqual([]);
  });

  test('the person whose data it is decides, whatever the path and the aliases', async () => {
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
