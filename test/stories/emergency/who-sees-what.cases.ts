import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { STAFF_ROLES } from '../../../schema/catalog/roles.ts';
import { type Answer, at } from '../../harness/answer.ts';
import { type ApprovedGateway, idOf, startGateway } from '../../harness/product/startProduct.ts';
import '../../harness/propertySeed.ts';
import { rowsOf } from '../../harness/recordsOf.ts';
import { childProtection, energyAssistance } from '../../harness/requesters.ts';
import {
  type Conditions,
  consentOrEmergency,
  declare,
  emergencyOf,
  household,
  insured,
  investigator,
  medicaidOfAll,
  medicaidWhen,
  neighbor,
  newSubject,
  shownOf,
  system,
} from './declaredEmergency.ts';

const runs = Number(process.env.ACCESS_EMERGENCY_RUNS ?? 20);
const minuteMs = 60_000;

describe.each(['compiled', 'apollo'] as const)('a declared emergency, %s engine', (engine) => {
  let gateway: ApprovedGateway;
  beforeAll(async () => {
    gateway = await startGateway(system, { approvals: 'given', engine, limits: { maxFactAgeMs: 0 } });
  }, 60_000);
  afterAll(() => gateway?.stop());

  const askAll = (subject: string, headers: Readonly<Record<string, string>> = {}, who = investigator) =>
    gateway.ask({ ...who, subject }, medicaidOfAll, { ids: [...household, neighbor] }, headers);
  const opened = async (subject: string) =>
    (await rowsOf(emouUrl(), 'select 1 from emergency where requester = $1', [subject])).length;
  const emouUrl = (): string => system.databaseUrls.get('emou') ?? '';

  test('opens only with the headers and only for that household, and the response says so', async () => {
    gateway.approve(investigator, [consentOrEmergency]);
    const subject = newSubject();
    const without = await askAll(subject);
    expect(shownOf(without)).toEqual([]);
    expect(emergencyOf(without)).toBeUndefined();
    expect(without.errors[0]?.extensions).toMatchObject({
      reason: 'CONDITION_NOT_MET',
      remedy: { message: expect.stringContaining("an emergency is declared for the person's household") },
    });

    const before = system.clock.now().getTime();
    const answer = await askAll(subject, declare(idOf('child')));
    expect(shownOf(answer)).toEqual(insured);
    expect(answer.errors.map(({ path, extensions }) => [path, extensions.reason])).toEqual([
      [['persons', household.length, 'medicaid'], 'CONDITION_NOT_MET'],
    ]);
    const emergency = emergencyOf(answer);
    expect(emergency).toMatchObject({ status: 'OPEN', reason: 'OVRPS', person: idOf('child') });
    expect(emergency?.reference).toMatch(/^[0-9a-f-]{36}$/);
    expect(Date.parse(emergency?.until ?? '') - before).toBeGreaterThanOrEqual(60 * minuteMs);
    expect(Date.parse(emergency?.until ?? '') - Date.parse(emergency?.openedAt ?? '')).toBe(60 * minuteMs);

    const inUpperCase = await askAll(subject, declare(idOf('child').toUpperCase()));
    expect(emergencyOf(inUpperCase)?.reference).toBe(emergency?.reference);

    // Of the neighbor's household nothing had been opened; now only that is.
    expect(shownOf(await askAll(newSubject(), declare(neighbor)))).toEqual([neighbor]);
  });

  test('exists once for each requester and person, however often it is declared', async () => {
    gateway.approve(investigator, [consentOrEmergency]);
    const subject = newSubject();
    const first = await askAll(subject, declare(idOf('child')));
    const again = await Promise.all(
      ['OVRPS', 'OVRER'].map((reason) => askAll(subject, declare(idOf('child'), { 'emergency-reason': reason }))),
    );
    for (const answer of again) {
      expect(shownOf(answer)).toEqual(insured);
      expect(emergencyOf(answer)).toEqual(emergencyOf(first));
    }
    expect(await opened(subject)).toBe(1);
    // While it is open, it opens nothing without the headers, not even for the requester who declared it.
    for (const other of [subject, newSubject()]) expect(shownOf(await askAll(other))).toEqual([]);
    const theirs = emergencyOf(await askAll(newSubject(), declare(idOf('child'))));
    expect([theirs?.status, theirs?.reference === emergencyOf(first)?.reference]).toEqual(['OPEN', false]);
  });

  test('is nothing to another agency, or to a role that the owner does not name', async () => {
    gateway.replace(
      [investigator, { ...energyAssistance, roles: ['INVESTIGATOR'] }].map((who, index) => ({
        id: `approval-${index}`,
        requestingAgency: who.agency,
        purpose: who.purpose,
        legalBasis: 'a statute',
        roles: [...STAFF_ROLES],
        ...(index === 0 ? consentOrEmergency : medicaidWhen([['CONSENT']])),
        validFrom: '2020-01-01T00:00:00.000Z',
        validUntil: '2099-01-01T00:00:00.000Z',
      })),
    );
    for (const who of [{ ...energyAssistance, roles: ['INVESTIGATOR'] }, childProtection]) {
      const subject = newSubject();
      const answer = await askAll(subject, declare(idOf('child')), who);
      expect([shownOf(answer), emergencyOf(answer)?.status]).toEqual([[], 'NOT_NEEDED']);
      // What an emergency cannot open is not offered either.
      expect(answer.errors[0]?.extensions.remedy).toEqual({
        action: 'MEET_CONDITION',
        conditions: [['CONSENT']],
        message: 'The approval asks that a consent of the person for this agency, dataset and purpose is on file.',
      });
      expect(await opened(subject)).toBe(0);
    }
  });

  test('opens no dataset whose owner allows none, no barred field, and nothing without an approval', async () => {
    gateway.approve(investigator, [
      { dataset: 'snap.participation', fields: [{ field: 'SnapParticipation.status', conditions: [['EMERGENCY']] }] },
      {
        dataset: 'medicaid.enrollment',
        fields: ['MedicaidCoverage.status', 'MedicaidCoverage.magiIncome'].map((field) => ({
          field,
          conditions: [['EMERGENCY' as const]],
        })),
      },
    ]);
    const subject = newSubject();
    const { result: answer, requests } = await system.recordedDuring(() =>
      gateway.ask(
        { ...investigator, subject },
        `query ($id: ID!) { person(id: $id) { snap { status } tanf { status }
           medicaid { status magiIncome coverageStart } education { schoolYear } } }`,
        { id: idOf('daughter') },
        declare(idOf('daughter')),
      ),
    );
    expect(answer.data).toEqual({
      person: {
        snap: null,
        tanf: null,
        education: null,
        medicaid: { status: 'ACTIVE', magiIncome: null, coverageStart: null },
      },
    });
    expect(
      Object.fromEntries(answer.errors.map(({ extensions }) => [extensions.coordinate, extensions.reason])),
    ).toMatchObject({
      'Person.snap': 'FIELD_NOT_COVERED',
      'Person.tanf': 'NO_APPROVAL',
      'Person.education': 'NO_APPROVAL',
      'MedicaidCoverage.magiIncome': 'HARD_BAR',
      'MedicaidCoverage.coverageStart': 'FIELD_NOT_COVERED',
    });
    expect(requests.filter((request) => ['snap', 'tanf', 'education'].includes(request.subgraph))).toEqual([]);
    expect(
      await rowsOf(
        emouUrl(),
        'select dataset from emergency_dataset join emergency using (emergency_id) where requester = $1',
        [subject],
      ),
    ).toEqual([{ dataset: 'medicaid.enrollment' }]);
  });

  test('is not opened where nothing is fetched, or nothing depends on it', async () => {
    gateway.approve(investigator, [consentOrEmergency]);
    const subject = newSubject();
    const headers = declare(idOf('child'));
    const ask = (query: string, more: Readonly<Record<string, string>>) =>
      gateway.ask({ ...investigator, subject }, query, {}, { ...headers, ...more });
    await ask(`{ person(id: "${idOf('child')}") { medicaid { status } } }`, { 'access-explain': 'true' });
    await ask(`{ person(id: "${idOf('child')}") { medicaid { status coverageStart } } }`, { 'access-mode': 'reject' });
    const plain = await ask(`{ person(id: "${idOf('child')}") { id } }`, {});
    expect(emergencyOf(plain)?.status).toBe('NOT_NEEDED');
    expect(await opened(subject)).toBe(0);
  });

  test.each([
    ['is down', { kind: 'down' }],
    ['answers with an error', { kind: 'answer', status: 500, body: '{}' }],
    ['refuses', { kind: 'answer', status: 200, body: '{"data":{"openEmergency":null},"errors":[{"message":"no"}]}' }],
    ['says something else', { kind: 'answer', status: 200, body: '{"data":{"openEmergency":{"isOpen":true}}}' }],
  ] as const)('is not open while emou %s', async (_, behavior) => {
    gateway.approve(investigator, [consentOrEmergency]);
    const subject = newSubject();
    system.proxy('emou').behave(behavior);
    const answer = await askAll(subject, declare(idOf('child')));
    expect([answer.status, shownOf(answer), emergencyOf(answer)?.status]).toEqual([200, [], 'NOT_OPEN']);
    system.proxy('emou').behave({ kind: 'pass' });
    expect(shownOf(await askAll(subject, declare(idOf('child'))))).toEqual(insured);
  });

  test('is not open if the household is unknown, or if there is no such person', async () => {
    gateway.approve(investigator, [consentOrEmergency]);
    const subject = newSubject();
    const nobody = await askAll(subject, declare('00000000-0000-4000-8000-000000000000'));
    expect([shownOf(nobody), emergencyOf(nobody)?.status]).toEqual([[], 'NOT_OPEN']);
    expect((await askAll(subject, declare('constructor'))).status).toBe(400);
    expect(await opened(subject)).toBe(0);
  });

  test('shows nothing when it cannot be recorded whose data it is', async () => {
    gateway.approve(investigator, [consentOrEmergency]);
    const subject = newSubject();
    const rename = (from: string, to: string) => rowsOf(emouUrl(), `alter table ${from} rename to ${to}`);
    await rename('emergency_subject', 'emergency_subject_away');
    const answer = await askAll(subject, declare(idOf('child')));
    expect([answer.status, answer.codes, answer.data]).toEqual([503, ['EMERGENCY_NOT_RECORDED'], undefined]);
    await rename('emergency_subject_away', 'emergency_subject');
    expect(shownOf(await askAll(subject, declare(idOf('child'))))).toEqual(insured);
  });

  test('opens only what approvals offer for it, for generated approvals and requesters', async () => {
    const conditions = fc.option(
      fc.uniqueArray(
        fc.constantFrom<Conditions[number]>(
          ['EMERGENCY'],
          ['CONSENT'],
          ['CONSENT', 'EMERGENCY'],
          ['WARD', 'EMERGENCY'],
        ),
        { minLength: 1, maxLength: 3, selector: (all) => all.join() },
      ),
      { nil: undefined },
    );
    const fields: Readonly<Record<string, { readonly field: string; readonly path: string }>> = {
      'medicaid.enrollment': { field: 'MedicaidCoverage.status', path: 'medicaid.status' },
      'education.enrollment': { field: 'SchoolEnrollment.schoolYear', path: 'education.schoolYear' },
      'snap.participation': { field: 'SnapParticipation.status', path: 'snap.status' },
      'tanf.participation': { field: 'TanfParticipation.status', path: 'tanf.status' },
    };
    const query = `query ($ids: [ID!]!) { persons(ids: $ids) { id medicaid { status } education { schoolYear }
      snap { status } tanf { status } } }`;
    const ids = [...household, neighbor];
    const approve = (given: Readonly<Record<string, Conditions | undefined>>) =>
      gateway.approve(
        investigator,
        Object.entries(given).map(([dataset, terms]) => ({
          dataset,
          fields: [{ field: fields[dataset]?.field ?? '', ...(terms === undefined ? {} : { conditions: terms }) }],
        })),
      );
    /** `<person> <dataset>` of everything that is shown. */
    const placesOf = ({ data }: Answer) =>
      Object.entries(fields).flatMap(([dataset, { path }]) =>
        ids.flatMap((id, index) => (at(data, `persons.${index}.${path}`) == null ? [] : [`${id} ${dataset}`])),
      );
    approve(Object.fromEntries(Object.keys(fields).map((dataset) => [dataset, undefined])));
    const all = await gateway.ask(investigator, query, { ids });
    expect(all.errors).toEqual([]);
    const everything = placesOf(all);
    expect(everything.length).toBeGreaterThan(8);

    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom(...Object.keys(fields)), conditions),
        fc.constantFrom('INVESTIGATOR', 'CASEWORKER', 'SUPERVISOR'),
        fc.constantFrom('child', 'neighbor', 'nobody'),
        async (given, role, declaredFor) => {
          approve(given);
          const answer = await gateway.ask(
            { ...investigator, roles: [role], subject: newSubject() },
            query,
            { ids },
            declaredFor === 'nobody' ? {} : declare(declaredFor === 'neighbor' ? neighbor : idOf('child')),
          );
          const covered = declaredFor === 'child' ? household : declaredFor === 'neighbor' ? [neighbor] : [];
          const expected = everything.filter((place) => {
            const [id = '', dataset = ''] = place.split(' ');
            if (!Object.hasOwn(given, dataset)) return false;
            const ownerAllows = /^(medicaid|education)\./.test(dataset) && role !== 'CASEWORKER';
            const holds = (fact: string): boolean =>
              (fact === 'EMERGENCY' && ownerAllows && covered.includes(id)) || (fact === 'WARD' && id === idOf('ward'));
            return given[dataset]?.some((all) => all.every(holds)) ?? true;
          });
          expect(placesOf(answer)).toEqual(expected);
        },
      ),
      { numRuns: runs, verbose: 1 },
    );
  }, 300_000);
});
