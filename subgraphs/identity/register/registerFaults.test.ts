import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { rotateKeys } from '../../kit/encryption/rotate.ts';
import { execute } from '../../kit/testing/testSystems.ts';
import { encryptedTables } from '../personalData/encryptedTables.ts';
import { officer, type RecordToRegister, type RegisterBed, startRegisterBed, steward } from '../testing/registerBed.ts';

const LINKS_AN_HOUR = 3;
let bed: RegisterBed;
beforeAll(async () => {
  bed = await startRegisterBed(LINKS_AN_HOUR);
}, 60_000);
afterAll(() => bed?.stop());
beforeEach(async () => {
  await bed.empty();
  bed.systems.log.length = 0;
});

const maria = {
  ...{ given: 'Maria', family: 'Gonzalez', birthDate: '1988-03-14', gender: 'FEMALE', ssn: '907-30-1188' },
  ...{ street: '12 Elm St', city: 'Peoria', state: 'IL', zip: '61602' },
};
const teresa = {
  ...{ given: 'Teresa', family: 'Ocampo', birthDate: '1985-06-17', gender: 'FEMALE', ssn: '918-44-7032' },
  ...{ street: '977 Mill Road', city: 'Quincy', state: 'IL', zip: '62301' },
};
const systems = ['snap', 'tanf', 'medicaid', 'education'] as const;
const record = (system: string, number: string, traits: RecordToRegister['traits']): RecordToRegister => ({
  system,
  number,
  traits,
});
/** One record of the person in each of the systems; returns the person's id. */
async function registerInAll(prefix: string, traits: RecordToRegister['traits']): Promise<string> {
  let personId = '';
  for (const system of systems) ({ personId } = await bed.register(record(system, `${prefix}-${system}`, traits)));
  return personId;
}
const reviews = () =>
  bed.rows<{ cause: string; status: string }>('select cause, status from link_review order by cause');

test('a record that resembles two persons does not make them one', async () => {
  // The persons share a name and a birth date; each has an address and a number of their own.
  const one = { ...maria, street: '12 Elm St' };
  const other = { ...maria, ssn: '941-62-0375', street: '4820 N Oak Street', city: 'Rockford', zip: '61101' };
  const persons = [await registerInAll('A', one), await registerInAll('B', other)];
  expect(new Set(persons).size).toBe(2);
  const { street, city, zip } = other;
  const bridge = await bed.register(record('weatherization', 'W1', { ...one, street, city, zip, ssn: '***-**-1188' }));
  const partition = await bed.partition([
    ...systems.flatMap((system) => [record(system, `A-${system}`, {}), record(system, `B-${system}`, {})]),
    record('weatherization', 'W1', {}),
  ]);
  expect(partition.filter((keys) => keys.length >= systems.length)).toHaveLength(2);
  expect(await bed.rows('select from person_replacement')).toEqual([]);
  expect(bridge.explanation?.weight).toBeGreaterThan(13);
});

describe('an attacker who registers records', () => {
  test('reaches a person with at most five of one system', async () => {
    const victim = await bed.register(record('medicaid', 'R1', maria));
    for (let at = 0; at < 12; at += 1) await bed.register(record('snap', `S${at}`, maria), officer);
    const [{ n } = { n: 0 }] = await bed.rows<{ n: number }>(
      "select count(*)::int as n from system_number where person_id = $1 and system = 'snap'",
      [victim.personId],
    );
    expect(n).toBe(5);
    expect((await reviews()).map(({ cause }) => cause)).toContain('SIZE');
  });

  test('links few records an hour to persons of other systems; the rest waits for people, and the operator is told', async () => {
    const people = Array.from({ length: LINKS_AN_HOUR + 2 }, (_, at) => ({
      ...maria,
      ...{ given: ['Ana', 'Berta', 'Carla', 'Dolores', 'Elena'][at] ?? '', birthDate: `198${at}-03-1${at}` },
      ...{ ssn: `90${at}-31-44${at}1`, street: `${at}2 Oak St` },
    }));
    for (const [at, traits] of people.entries()) await bed.register(record('medicaid', `R${at}`, traits));
    const decisions = [];
    for (const [at, traits] of people.entries()) {
      decisions.push((await bed.register(record('snap', `S${at}`, traits), officer)).decision);
    }
    expect(decisions).toEqual(['AUTO_LINK', 'AUTO_LINK', 'AUTO_LINK', 'REVIEW', 'REVIEW']);
    expect(bed.systems.log.filter(({ code }) => code === 'LINK_LIMIT')).toHaveLength(1);
    expect(await reviews()).toHaveLength(2);
    // The steward is not limited, and neither is another hour.
    expect((await bed.register(record('tanf', 'T3', people[3] ?? {}), steward)).decision).toBe('AUTO_LINK');
    bed.systems.now = new Date(bed.systems.now.getTime() + 3_600_000);
    expect((await bed.register(record('tanf', 'T4', people[4] ?? {}), officer)).decision).toBe('AUTO_LINK');
  });
});

test('while the log is down nothing is registered, and afterwards everything is', async () => {
  await bed.register(record('snap', 'S1', maria));
  const before = await bed.rows('select count(*) from source_record');
  await execute(
    bed.ledger.adminUrl,
    `alter role ledger_register nologin;
     select pg_terminate_backend(pid) from pg_stat_activity where usename = 'ledger_register'`,
  );
  expect((await bed.send(record('tanf', 'T1', maria))).codes).toEqual(['AUDIT_UNAVAILABLE']);
  expect(await bed.rows('select count(*) from source_record')).toEqual(before);
  expect(await bed.rows("select from system_number where system = 'tanf'")).toEqual([]);
  await execute(bed.ledger.adminUrl, 'alter role ledger_register login');
  expect((await bed.register(record('tanf', 'T1', maria))).decision).toBe('AUTO_LINK');
}, 60_000);

test('the log names persons by pseudonym, and contains no numbers and no traits', async () => {
  const before = (await bed.entries()).length;
  const { personId } = await bed.register(record('snap', 'S-4711', maria));
  await bed.register(record('medicaid', 'R-4712', maria));
  const added = (await bed.entries()).slice(before);
  expect(added).toMatchObject([
    {
      event: 'link-change',
      by: { subject: 'steward@doit.example' },
      row: { kind: 'REGISTER', moves: [{ from: null, system: 'snap' }] },
    },
    {
      event: 'link-change',
      row: { kind: 'REGISTER', status: 'EFFECTIVE', moves: [{ from: null, system: 'medicaid' }] },
    },
  ]);
  const text = JSON.stringify(added);
  for (const secret of [personId, '4711', '4712', 'Gonzalez', '1188', '1988']) expect(text).not.toContain(secret);
});

describe('a record that changes', () => {
  test('keeps its person while it resembles the others', async () => {
    const person = await registerInAll('A', maria);
    const changed = await bed.register(
      record('snap', 'A-snap', { ...maria, family: 'Gonzales', street: '9 Lake Ave' }),
    );
    expect(changed).toMatchObject({ personId: person, decision: 'AUTO_LINK', changed: true });
  });

  test('leaves its person if it is about somebody else, is found by its new traits alone, and comes back', async () => {
    const person = await registerInAll('A', maria);
    const left = await bed.register(record('snap', 'A-snap', teresa));
    expect(left).toMatchObject({ decision: 'NEW', changed: true });
    expect(left.personId).not.toBe(person);
    expect((await bed.register(record('childwelfare', 'C1', teresa))).personId).toBe(left.personId);
    expect((await bed.register(record('corrections', 'C2', maria))).personId).toBe(person);
    const [entry] = (await bed.entries()).filter(({ row }) => JSON.stringify(row.moves).includes('"from":"')).slice(-1);
    expect(entry).toMatchObject({ row: { kind: 'REGISTER', moves: [{ system: 'snap' }] } });
    expect((await bed.register(record('snap', 'A-snap', maria))).personId).toBe(person);
    const names = await bed.identity.ask(
      ['identity.demographics'],
      '{ searchPersons(name: "Teresa Ocampo") { snapClientId } }',
    );
    expect(names.data).toEqual({ searchPersons: [{ snapClientId: null }] });
  });

  test('brings two persons together: the one who is replaced has nothing left', async () => {
    const one = await registerInAll('A', maria);
    const apart = await bed.register(record('weatherization', 'W1', { ...teresa, ssn: null }));
    const joined = await bed.register(record('weatherization', 'W1', maria));
    expect(joined).toMatchObject({ personId: one, decision: 'AUTO_LINK' });
    expect(
      await bed.rows('select replaced_by::text as by from person_replacement where person_id = $1', [apart.personId]),
    ).toEqual([{ by: one }]);
    expect(await bed.rows('select from system_number where person_id = $1', [apart.personId])).toEqual([]);
    expect(await bed.rows('select from person_search_token where person_id = $1', [apart.personId])).toEqual([]);
  });
});

describe('a number that the steward linked before its record came', () => {
  async function link(personId: string, number: string) {
    const mutation = 'mutation ($input: LinkPersonsInput!) { linkPersons(input: $input) { problems { message } } }';
    const { data } = await bed.ask(mutation, { input: { system: 'snap', links: [{ personId, number }] } });
    expect(data).toEqual({ linkPersons: { problems: [] } });
  }
  test('keeps its person, and the record joins the evidence', async () => {
    const { personId } = await bed.register(record('medicaid', 'R1', maria));
    await link(personId, 'S1');
    expect(await bed.register(record('snap', 'S1', maria))).toMatchObject({ personId, decision: 'AUTO_LINK' });
    expect(await reviews()).toEqual([]);
  });
  test('keeps its person even against the evidence, and people look at it', async () => {
    const { personId } = await bed.register(record('medicaid', 'R1', maria));
    await link(personId, 'S1');
    expect((await bed.register(record('snap', 'S1', teresa))).personId).toBe(personId);
    expect(await reviews()).toEqual([{ cause: 'DECISION', status: 'OPEN' }]);
  });
});

test('records registered while the keys change are found by the new keys, and find those of before', async () => {
  const people = Array.from({ length: 30 }, (_, at) => ({
    ...maria,
    ...{ given: `Ana${'bcdefghijklmnopqrstuvwxyzabcdefgh'.charAt(at)}`, ssn: `${900 + at}-31-44${10 + at}` },
    ...{ birthDate: `19${60 + at}-0${1 + (at % 9)}-1${at % 10}`, street: `${at}2 Oak St` },
  }));
  for (const [at, traits] of people.entries()) await bed.register(record('medicaid', `R${at}`, traits));
  const rotation = rotateKeys({
    ...{ system: 'identity', databaseUrl: bed.identity.databaseUrl, keys: bed.systems.keyEncryption, refreshMs: 100 },
    ...{ tables: encryptedTables, log: () => undefined, onProgress: () => undefined },
  });
  const outcomes = [];
  for (const [at, traits] of people.entries()) outcomes.push(await bed.register(record('tanf', `T${at}`, traits)));
  await rotation;
  expect(outcomes.map(({ decision }) => decision)).toEqual(people.map(() => 'AUTO_LINK'));
  for (const [at, traits] of people.entries()) {
    expect(await bed.register(record('education', `E${at}`, traits))).toMatchObject({
      personId: outcomes[at]?.personId,
    });
  }
}, 60_000);
