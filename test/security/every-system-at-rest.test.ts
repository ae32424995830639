import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { signDevelopmentToken } from '../../cli/local/developmentIssuer.ts';
import { startLocalSystem } from '../../cli/local/startLocalSystem.ts';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../../cli/postgres/embeddedPostgres.ts';
import { demonstrationHousehold } from '../../population/demonstration/demonstrationHousehold.ts';
import { systemNumbersOf } from '../../population/systems/identity.ts';
import { SUBGRAPH_NAMES } from '../../schema/files.ts';
import { numberedSystems } from '../../schema/persons/personKeys.ts';
import { namesOf } from '../../subgraphs/encryptedTables.ts';
import { linkedPopulation } from '../harness/linkedPopulation.ts';
import { post } from '../harness/product/startProduct.ts';
import {
  childProtection,
  fosterCare,
  indexSteward,
  medicaidWorker,
  snapWorker,
  type Who,
} from '../harness/requesters.ts';
import { type Dump, dumpWithControl, foundIn, rowsOf } from './harness/databaseDump.ts';
import { type FilesOfServer, filesOfServer } from './harness/filesOfServer.ts';
import { CONTROL, formsOf, personalValues } from './harness/personalValues.ts';

const PERSONS = 200;
const SEED = 'illinois';
const population = personalValues({ persons: PERSONS, seed: SEED });
/** As the person index has it. */
const { index } = await linkedPopulation({ persons: PERSONS, seed: SEED });
const { persons, numbers, whoAnyoneIs, birthDates, personNumbers } = population;
const control = new Set([CONTROL.name, CONTROL.street, CONTROL.ssn]);

/** Columns with names of others than persons of the population, by system. */
const OTHER_NAMES: Readonly<Record<string, RegExp>> = {
  // Doctors.
  'medicaid.coverage.provider_name': /^Dr\. /,
  // Places.
  'education.school.name': /./,
  'snap.snap_case.office': /./,
  'tanf.tanf_case.office': /./,
};
/** A newborn is covered from birth. */
const FROM_BIRTH = ['medicaid.coverage.coverage_start', 'medicaid.event.started_on'];

describe('every system at rest', () => {
  const directory = mkdtempSync(join(tmpdir(), 'p360-every-at-rest-'));
  const serverLog: string[] = [];
  const log: string[] = [];
  const dumps = new Map<string, Dump>();
  const dataOf = new Map<string, readonly Buffer[]>();
  let walOfLoad: FilesOfServer['wal'];
  let wal: FilesOfServer['wal'];
  /** Names of PostgreSQL's own, such as those of places in its catalogs. */
  let ofPostgres: ReadonlySet<string>;

  beforeAll(async () => {
    const empty = await startEmbeddedPostgres({ dataDirectory: directory });
    const files = await filesOfServer(directory);
    ofPostgres = whoAnyoneIs.inBytes([...files.wal, ...files.data()]);
    await empty.stop();
    await useEverySystem();
    await dumpEveryDatabase();
  }, 180_000);
  afterAll(async () => {
    await removeEmbeddedPostgres(directory);
    rmSync(directory, { recursive: true, force: true });
  });

  /** Loads the population, asks for it, and asks for what there is not. */
  async function useEverySystem(): Promise<void> {
    const clock = () => new Date('2026-11-02T12:00:00Z');
    const system = await startLocalSystem({
      ...{ dataDirectory: directory, port: 0, persons: PERSONS, seed: SEED, databaseUrls: new Map(), clock },
      ...{ callers: undefined, onStep: () => undefined, onProgress: () => undefined },
      log(part, message, details) {
        (part === 'postgresql' ? serverLog : log).push(`${message} ${JSON.stringify(details)}`);
      },
    });
    const ask = async (who: Who, query: string, variables: object) => {
      const claims = { subject: who.subject ?? 'some.worker', lifetime: 3_600, purposes: [who.purpose] };
      const token = signDevelopmentToken(directory, { ...claims, agency: who.agency, roles: who.roles }, clock());
      return post(system.url, token, { query, variables });
    };
    const ids = [
      ...demonstrationHousehold.persons.map(({ id }) => id),
      ...index.persons.slice(0, 60).map((each) => each.personId),
    ];
    const programs =
      'snap { status } tanf { status } medicaid { status } education { status } weatherization { status }';
    const asked = await ask(
      fosterCare,
      `query ($ids: [ID!]!) { persons(ids: $ids) { name { given family } birthDate ${programs}
         corrections { status } childWelfare { status } } }`,
      { ids },
    );
    expect(JSON.stringify(asked.data)).toContain(persons[0]?.familyName);
    for (const { givenName, familyName, birthDate } of persons.slice(0, 20)) {
      const search =
        'query ($name: String, $birthDate: Date) { searchPersons(name: $name, birthDate: $birthDate, first: 3) { id } }';
      await ask(indexSteward, search, { name: `${familyName}, ${givenName}`, birthDate });
      await ask(snapWorker, 'query ($n: String!) { snapCase(number: $n) { number members { snapClientId: id } } }', {
        n: `${familyName}' ${birthDate}`,
      });
      await ask(medicaidWorker, 'query ($n: String!) { medicaidRecipient(rin: $n) { rin } }', { n: familyName });
      await ask(childProtection, 'query ($id: ID!) { person(id: $id) { name { given } } }', { id: familyName });
    }
    walOfLoad = (await filesOfServer(directory)).wal;
    await system.stop();
  }

  async function dumpEveryDatabase(): Promise<void> {
    const postgres = await startEmbeddedPostgres({ dataDirectory: directory, log: (line) => serverLog.push(line) });
    const rows = await rowsOf<{ name: string; oid: string }>(
      postgres.superuserUrl(),
      "select datname as name, oid::text as oid from pg_database where not datistemplate and datname <> 'postgres'",
    );
    for (const { name } of rows) dumps.set(name, await dumpWithControl(name, postgres.superuserUrl(name)));
    await rowsOf(postgres.superuserUrl(), 'checkpoint');
    const files = await filesOfServer(directory);
    wal = files.wal;
    for (const { name, oid } of rows) dataOf.set(name, files.data(oid));
    await postgres.stop();
  }

  test('has a database for each of them, in which each search finds what is there', () => {
    expect([...dumps.keys()].sort()).toEqual(
      expect.arrayContaining([
        'childwelfare',
        'corrections',
        'education',
        'emou',
        'identity',
        'ledger',
        'registry',
        'snap',
      ]),
    );
    expect(dumps.size).toBe(SUBGRAPH_NAMES.length);
    for (const [system, table] of Object.entries(namesOf)) {
      const sealed = dumps.get(system)?.get(`${system}.${table.name}.personal`) ?? [];
      expect([system, sealed.length > 0, sealed.filter((value) => !value.startsWith('\\x01'))]).toEqual([
        system,
        true,
        [],
      ]);
    }
    const personal = dumps.get('identity')?.get('identity.person.personal') ?? [];
    expect(personal.length).toBe(index.persons.length);
    expect(dumps.get('identity')?.get('identity.source_record.content')).toHaveLength(index.records.length);
  });

  test.each(SUBGRAPH_NAMES)('no name, street, telephone or Social Security number is in a column of %s', (system) => {
    const database = system === 'audit' ? 'ledger' : system;
    const found = foundIn(dumps.get(database) ?? new Map(), whoAnyoneIs, Object.keys(OTHER_NAMES));
    expect(found).toEqual({
      [`${database}.control.name`]: [CONTROL.name],
      [`${database}.control.street`]: [CONTROL.street],
      [`${database}.control.ssn`]: [CONTROL.ssn],
    });
    for (const [column, form] of Object.entries(OTHER_NAMES)) {
      const values = (dumps.get(database)?.get(column) ?? []).filter((value) => value !== '');
      expect(values.filter((value) => !form.test(value))).toEqual([]);
    }
  });

  test.each(['identity', 'emou', 'ledger', 'registry'])('no birth date is in a column of %s', (database) => {
    expect(foundIn(dumps.get(database) ?? new Map(), birthDates)).toEqual({
      [`${database}.control.born`]: [CONTROL.born],
    });
  });

  test.each(Object.entries(namesOf))(
    'no row of %s has the birth date of its person, but where cover begins at birth',
    (system, table) => {
      const born = new Map(
        [
          ...persons.flatMap((person) =>
            systemNumbersOf(person).map((each) => ({ ...each, birthDate: person.birthDate })),
          ),
        ]
          .filter((each) => each.system === system)
          .map(({ number, birthDate }) => [number, formsOf(birthDate)] as const),
      );
      expect(born.size).toBeGreaterThan(0);
      const [key = ''] = Object.keys(table.key);
      const dump = dumps.get(system) ?? new Map();
      let seen = 0;
      for (const name of [table.name, 'event']) {
        const ids = dump.get(`${system}.${name}.${key}`) ?? [];
        const columns = [...dump].filter(
          ([column]) => column.startsWith(`${system}.${name}.`) && !FROM_BIRTH.includes(column),
        );
        for (const [at, id] of ids.entries()) {
          const row = columns.map(([, values]) => values[at] ?? '').join('\n');
          const forms = born.get(id) ?? [];
          seen += forms.length;
          expect([name, id, forms.filter((form) => row.includes(form))]).toEqual([name, id, []]);
        }
      }
      expect(seen).toBeGreaterThan(0);
    },
  );

  test.each(SUBGRAPH_NAMES)('no number by which another system knows a person is in %s', (system) => {
    const database = system === 'audit' ? 'ledger' : system;
    const own = numberedSystems.some(([program]) => program === system) ? system : undefined;
    const foreign = (found: Iterable<string>) => [...found].filter((number) => numbers.get(number) !== own);
    const found = foundIn(dumps.get(database) ?? new Map(), personNumbers);
    expect(foreign(Object.values(found).flat())).toEqual([]);
    expect(foreign(personNumbers.inBytes(dataOf.get(database) ?? []))).toEqual([]);
    // Its own are found, so others would be.
    if (own !== undefined) expect(Object.values(found).flat().length).toBeGreaterThan(0);
  });

  test('no name, street, telephone or Social Security number is in a data file or the WAL', () => {
    const allowed = new Set([...ofPostgres]);
    for (const column of Object.keys(OTHER_NAMES)) {
      const values = dumps.get(column.split('.')[0] ?? '')?.get(column) ?? [];
      for (const value of whoAnyoneIs.inBytes([Buffer.from(values.join('\n'))])) allowed.add(value);
    }
    const unexpected = (contents: readonly Buffer[]) =>
      new Set([...whoAnyoneIs.inBytes(contents)].filter((value) => !allowed.has(value)));
    for (const [database, contents] of dataOf) {
      expect(contents.length).toBeGreaterThan(0);
      expect([database, unexpected(contents)]).toEqual([database, control]);
    }
    const sealed = (dumps.get('snap')?.get('snap.client.personal') ?? []).map((value) =>
      Buffer.from(value.slice(2), 'hex'),
    );
    expect(sealed.some((value) => walOfLoad.some((file) => file.includes(value)))).toBe(true);
    expect(unexpected(walOfLoad)).toEqual(new Set());
    expect(unexpected(wal)).toEqual(control);
  });

  test('no name, birth date, street, or number is in a log', () => {
    const lines = [...log, ...serverLog].join('\n');
    expect(log.length).toBeGreaterThan(10);
    expect(serverLog.length).toBeGreaterThan(0);
    for (const search of [whoAnyoneIs, birthDates, personNumbers]) expect(search.inText(lines)).toEqual(new Set());
    const planted = `${lines}\nCould not read ${CONTROL.name}, ${CONTROL.born}`;
    expect([...whoAnyoneIs.inText(planted), ...birthDates.inText(planted)]).toEqual([CONTROL.name, CONTROL.born]);
  });
});
