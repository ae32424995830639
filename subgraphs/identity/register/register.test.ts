import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { hostileCases } from '../../../population/testing/hostileRecords.ts';
import {
  acceptable,
  officer,
  type RecordToRegister,
  type RegisterBed,
  startRegisterBed,
  steward,
} from '../testing/registerBed.ts';

let bed: RegisterBed;
beforeAll(async () => {
  bed = await startRegisterBed();
}, 60_000);
afterAll(() => bed?.stop());
beforeEach(() => bed.empty());

const maria = {
  ...{ given: 'Maria', middle: 'Elena', family: 'Gonzalez', birthDate: '1988-03-14', gender: 'FEMALE' },
  ...{ ssn: '907-30-1188', street: '12 Elm St', city: 'Peoria', state: 'IL', zip: '61602' },
};
const record = (system: string, number: string, traits: RecordToRegister['traits']): RecordToRegister => ({
  system,
  number,
  traits,
});

test('a record that is like no other becomes a person; a second system finds the person', async () => {
  const first = await bed.register(record('snap', 'S1', { ...maria, primaryLanguage: 'es' }), officer);
  expect(first).toMatchObject({ decision: 'NEW', changed: true, explanation: null });
  const second = await bed.register(record('medicaid', 'R1', { ...maria, given: 'Mary', phone: '309-555-0101' }));
  expect(second).toMatchObject({ decision: 'AUTO_LINK', changed: true, personId: first.personId });
  expect(second.explanation?.weight).toBeGreaterThan(23);
  const { data } = await bed.identity.ask(
    ['identity.demographics', 'identity.household', 'identity.address'],
    `query ($id: ID!) { person(id: $id) { snapClientId medicaidRin name { family } birthDate primaryLanguage living
       household { address { city } } } }`,
    { id: first.personId },
  );
  expect(data).toEqual({
    person: {
      ...{ snapClientId: 'S1', medicaidRin: 'R1', name: { family: 'Gonzalez' }, birthDate: '1988-03-14' },
      ...{ primaryLanguage: 'es', living: true, household: { address: { city: 'Peoria' } } },
    },
  });
});

describe('who may register', () => {
  const snap = record('snap', 'S1', maria);
  test.each([
    ['a data officer of another agency', snap, { ...officer, agency: 'HFS' }],
    ['another role of the owner', snap, { ...officer, roles: ['CASEWORKER', 'SUPERVISOR'] }],
    ['the owner of another system', record('medicaid', 'R1', maria), officer],
    ['the operator without the role', snap, { ...steward, roles: ['DATA_OFFICER'] }],
    ['another purpose', snap, { ...officer, purpose: 'PROGRAM_INTEGRITY' }],
    ['nobody in particular', snap, { ...officer, sub: undefined }],
    ['a system that nobody owns', record('nowhere', 'N1', maria), officer],
  ])('not %s', async (_, sent, holder) => {
    expect((await bed.send(sent, holder)).codes).toEqual(['FORBIDDEN']);
    expect(await bed.rows('select from source_record')).toEqual([]);
  });
  test('the steward registers for every system, the owner for its own', async () => {
    expect((await bed.register(record('corrections', 'C1', maria), steward)).decision).toBe('NEW');
    expect((await bed.register(record('tanf', 'T1', maria), officer)).decision).toBe('AUTO_LINK');
  });
});

describe('bad input is refused with a message that does not repeat it', () => {
  test.each([
    ['an unknown system', { ...record('identity', 'S1', maria) }],
    ['an empty number', record('snap', '', maria)],
    ['a number with spaces around it', record('snap', ' S1', maria)],
    ['a number with hidden characters', record('snap', 'S\u200b1', maria)],
    ['a number of 101 characters', record('snap', 'X'.repeat(101), maria)],
    ['a name of 201 characters', record('snap', 'S1', { ...maria, given: 'Q'.repeat(201) })],
    ['a name that reads from right to left', record('snap', 'S1', { ...maria, given: '\u202eQQQQ' })],
    ['a name with a line feed', record('snap', 'S1', { ...maria, family: 'QQQQ\nQQQQ' })],
    ['a language that is none', record('snap', 'S1', { ...maria, primaryLanguage: 'QQQQ QQQQ' })],
    ['the household of an unknown number', { ...record('snap', 'S1', maria), householdOfNumber: 'QQQQ' }],
  ])('%s', async (_, sent) => {
    const { codes, text } = await bed.send(sent, steward);
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect(text).not.toContain('QQQQ');
    expect(await bed.rows('select from source_record')).toEqual([]);
  });
});

test('only a last name, or nothing at all, is accepted and links nothing', async () => {
  const outcomes = [];
  for (const [at, traits] of [
    { family: 'Coleman' },
    { family: 'Coleman' },
    {},
    {},
    { family: ' ', given: '' },
  ].entries()) {
    outcomes.push(await bed.register(record('childwelfare', `CW${at}`, traits)));
  }
  expect(outcomes.map(({ decision }) => decision)).toEqual(['NEW', 'NEW', 'NEW', 'NEW', 'NEW']);
  expect(new Set(outcomes.map(({ personId }) => personId)).size).toBe(5);
});

describe('records of two persons are never one person', () => {
  test.each(hostileCases.map((each) => [each.name, each] as const))('%s', async (_, { records, evidence }) => {
    for (const { person: _person, ...each } of acceptable(records)) await bed.register(each);
    const personOf = new Map(records.map(({ system, number, person }) => [`${system}|${number}`, person]));
    const partition = await bed.partition(acceptable(records));
    for (const keys of partition) expect(new Set(keys.map((key) => personOf.get(key))).size).toBe(1);
    if (evidence === 'CLEAR') expect(partition).toHaveLength(new Set(personOf.values()).size);
  });
});

test('a record that may be of a person with a protected address gets a household with one', async () => {
  const home = { family: 'Reyes', birthDate: '2026-10-20', street: '12 Elm St', city: 'Peoria', zip: '61602' };
  await bed.register(record('medicaid', 'R1', { ...home, given: 'BABY BOY' }));
  await bed.rows('update household set address_protected = true');
  const { decision } = await bed.register(record('snap', 'S1', { ...home, given: 'Mateo', gender: 'MALE' }));
  expect(decision).toBe('REVIEW');
  await bed.register(record('snap', 'S2', { given: 'Oscar', family: 'Lindqvist', birthDate: '1971-02-03' }));
  const protectedHomes = await bed.rows(
    'select address_protected as hidden, count(*)::int as n from household group by 1',
  );
  expect(protectedHomes).toEqual(
    expect.arrayContaining([
      { hidden: true, n: 2 },
      { hidden: false, n: 1 },
    ]),
  );
});

test('a newborn without a given name waits for people', async () => {
  const home = {
    family: 'Tapia',
    birthDate: '2026-09-14',
    street: '4820 N Oak Street Apt 3',
    city: 'Rockford',
    zip: '61101',
    phone: '815-001-4408',
  };
  const baby = await bed.register(record('medicaid', 'R1', { ...home, given: 'BABY BOY' }));
  const named = await bed.register(record('snap', 'S1', { ...home, given: 'Mateo', gender: 'MALE' }));
  expect(named.decision).toBe('REVIEW');
  expect(named.personId).not.toBe(baby.personId);
  expect(await bed.rows('select cause, guard, status from link_review')).toEqual([
    { cause: 'GUARD', guard: 'newborn', status: 'OPEN' },
  ]);
});

test('the same record a thousand times is one record, and two at once too', async () => {
  const another = await bed.startAnother();
  const sent = record('snap', 'S1', maria);
  const outcomes = await Promise.all(
    Array.from({ length: 1_000 }, (_, at) => bed.register(sent, steward, at % 2 === 0 ? undefined : another)),
  );
  expect(outcomes.filter(({ changed }) => changed)).toHaveLength(1);
  expect(new Set(outcomes.map(({ personId }) => personId)).size).toBe(1);
  expect(await bed.rows('select count(*)::int as n from source_record')).toEqual([{ n: 1 }]);
  expect(await bed.rows('select count(*)::int as n from person')).toEqual([{ n: 1 }]);
});

test('records of one person that two processes register at once are one person', async () => {
  const another = await bed.startAnother();
  const systems = ['snap', 'tanf', 'medicaid', 'education', 'weatherization', 'childwelfare', 'corrections'];
  for (let round = 0; round < 5; round += 1) {
    await bed.empty();
    const outcomes = await Promise.all(
      systems.map((system, at) =>
        bed.register(record(system, 'N1', maria), steward, at % 2 === 0 ? undefined : another),
      ),
    );
    expect(outcomes.filter(({ decision }) => decision === 'NEW')).toHaveLength(1);
    expect(await bed.partition(systems.map((system) => record(system, 'N1', maria)))).toHaveLength(1);
  }
});
