import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demonstrationHousehold } from '../../population/demonstration/demonstrationHousehold.ts';
import { personPseudonym } from '../../schema/ledger/personPseudonym.ts';
import { type Answer, at } from '../harness/answer.ts';
import { eventually } from '../harness/eventually.ts';
import { idOf, type Product, startProduct } from '../harness/product/startProduct.ts';
import { bodiesOf, recordsOf } from '../harness/recordsOf.ts';
import { childProtection, indexSteward, type Who } from '../harness/requesters.ts';

const investigator: Who = { ...childProtection, roles: ['INVESTIGATOR'] };
const steward = (agency: Who['agency']): Who => ({ agency, purpose: 'DATA_GOVERNANCE', roles: ['DATA_STEWARD'] });
const auditor: Who = { agency: 'DOIT', purpose: 'AUDIT', roles: ['AUDITOR'] };
const words = 'Child found alone, needs a hospital now.';
const household = `query ($id: ID!) { person(id: $id) { household { members { id name { given }
  medicaid { status } education { schoolYear } } } } }`;

interface Member {
  readonly id: string;
  readonly medicaid: object | null;
  readonly education: object | null;
}

let system: Product;
beforeAll(async () => {
  system = await startProduct();
}, 240_000);
afterAll(() => system?.stop());

const declare = (person: string) => ({
  'emergency-reason': 'OVRPS',
  'emergency-words': words,
  'emergency-person': person,
});
const membersOf = (answer: Answer) => at(answer.data, 'person.household.members') as readonly Member[]; // as asked for
const emergencyOf = (answer: Answer) => at(JSON.parse(answer.text), 'extensions.emergency');
const labelsOf = (ids: readonly string[]) =>
  demonstrationHousehold.persons.filter(({ id }) => ids.includes(id)).map(({ label }) => label);

describe('an investigator declares an emergency for a household', () => {
  let answer: Answer;
  let reference: string;

  test('who had consented is seen before; the others are seen by the emergency', async () => {
    const before = membersOf(await system.ask(investigator, household, { id: idOf('child') }));
    expect(labelsOf(before.filter(({ medicaid }) => medicaid !== null).map(({ id }) => id))).toEqual(['child']);

    answer = await system.ask(investigator, household, { id: idOf('child') }, declare(idOf('child')));
    const members = membersOf(answer);
    expect(labelsOf(members.filter(({ medicaid }) => medicaid !== null).map(({ id }) => id))).toEqual([
      'grandmother',
      'daughter',
      'ward',
      'child',
    ]);
    expect(labelsOf(members.filter(({ education }) => education !== null).map(({ id }) => id))).toEqual([
      'ward',
      'child',
    ]);
    reference = String(at(emergencyOf(answer), 'reference'));
    expect(emergencyOf(answer)).toEqual({
      status: 'OPEN',
      reason: 'OVRPS',
      person: idOf('child'),
      openedAt: expect.stringMatching(/Z$/),
      until: expect.stringMatching(/Z$/),
      reference: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test('the log has it once for each person of whom it opened something, without the words', async () => {
    const request = answer.headers.get('x-request-id');
    const records = await recordsOf(system.ledger.auditUrl, system.ledger.origin);
    const about = records.filter((record) => record.request === request);
    const labelOf = (reference: string | undefined) =>
      demonstrationHousehold.persons.find(
        ({ id }) => personPseudonym(system.ledger.pseudonymKeys[0], id).toString('base64url') === reference,
      )?.label;
    const broken = about.filter(({ kind }) => kind === 'break-glass');
    // The child is seen by consent, the partner has neither Medicaid nor a school.
    expect(broken.map(({ person }) => labelOf(person)).sort()).toEqual(['daughter', 'grandmother', 'ward']);
    expect(broken.map(({ emergency }) => emergency)).toEqual(broken.map(() => ({ reason: 'OVRPS', reference })));
    const plain = about.filter(({ kind }) => kind === 'disclosure');
    expect(plain.map(({ person }) => labelOf(person)).sort()).toEqual(['child', 'partner']);
    expect(plain.every(({ emergency }) => emergency === undefined)).toBe(true);
    const log = (await bodiesOf(system.ledger.auditUrl, system.ledger.origin)).join('\n');
    expect(log).not.toMatch(/hospital|alone/);

    const { data } = await system.ask(
      auditor,
      '{ disclosures(filter: { kind: BREAK_GLASS }) { edges { node { requester emergency { reason reference } } } } }',
    );
    expect(at(data, 'disclosures.edges')).toEqual(
      broken.map(() => ({ node: { requester: childProtection.subject, emergency: { reason: 'OVRPS', reference } } })),
    );
  });

  test('it waits for the data steward of each owner, who sees whose data was shown, and whom to tell', async () => {
    const query = `{ emergencies { id owner words requester datasets overdue shown { personId datasets } }
      personsToTell { emergencyId personId datasets law } }`;
    const hfs = await system.ask(steward('HFS'), query);
    expect(at(hfs.data, 'emergencies')).toEqual([
      {
        id: reference,
        owner: 'HFS',
        words,
        requester: childProtection.subject,
        datasets: ['medicaid.enrollment'],
        overdue: false,
        shown: ['daughter', 'grandmother', 'ward']
          .map((label) => ({ personId: idOf(label as 'ward'), datasets: ['medicaid.enrollment'] })) // labels of the household
          .sort((a, b) => (a.personId < b.personId ? -1 : 1)),
      },
    ]);
    const toTell = at(hfs.data, 'personsToTell') as readonly { personId: string; law: readonly string[] }[];
    expect(labelsOf(toTell.map(({ personId }) => personId))).toEqual(['grandmother', 'daughter', 'ward']);
    expect(new Set(toTell.flatMap(({ law }) => law))).toEqual(new Set(['42 CFR 431.306(d)']));

    const isbe = await system.ask(steward('ISBE'), query);
    expect(at(isbe.data, 'emergencies.0.shown')).toEqual([
      { personId: idOf('ward'), datasets: ['education.enrollment'] },
    ]);
    expect(at(isbe.data, 'personsToTell')).toEqual([]);
    for (const who of [investigator, { ...indexSteward, agency: 'IDHS' as const }]) {
      const { data } = await system.ask(who, query);
      expect(at(data, 'emergencies') ?? []).toEqual([]);
    }
  });

  test('once it is over nothing is open by it, and the owner says whether it was justified', async () => {
    const review = (who: Who, outcome = 'NOT_JUSTIFIED') =>
      system.ask(
        who,
        `mutation ($id: ID!, $outcome: EmergencyOutcome!) { reviewEmergency(input: { emergencyId: $id, outcome: $outcome,
           comment: "There was time to ask the mother." }) { emergency { overdue reviews { outcome } } } }`,
        { id: reference, outcome },
      );
    expect((await review(steward('HFS'), 'JUSTIFIED')).codes).toEqual(['CONFLICT']);
    system.clock.advance(60 * 60_000);
    // Until the feed has been heard of again, nothing of other agencies is open at all.
    const after = await eventually(
      () => system.ask(investigator, household, { id: idOf('child') }, declare(idOf('child'))),
      (one) => at(emergencyOf(one), 'status') !== 'NOT_NEEDED',
    );
    expect(labelsOf(membersOf(after).flatMap(({ id, medicaid }) => (medicaid === null ? [] : [id])))).toEqual([
      'child',
    ]);
    expect(emergencyOf(after)).toMatchObject({ status: 'OVER', reference });

    expect((await review(indexSteward)).codes).toEqual(['NOT_FOUND']);
    expect(at((await review(steward('HFS'))).data, 'reviewEmergency.emergency')).toEqual({
      overdue: false,
      reviews: [{ outcome: 'NOT_JUSTIFIED' }],
    });
    expect((await system.ask(steward('HFS'), '{ emergencies { id } }')).data).toEqual({ emergencies: [] });
    expect((await system.ask(steward('ISBE'), '{ emergencies { id } }')).data).toEqual({
      emergencies: [{ id: reference }],
    });
  });
});
