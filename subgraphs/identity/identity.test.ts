import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PersonListPage } from '../../schema/persons/personList.ts';
import { askSubgraph } from '../kit/testing/askSubgraph.ts';
import { grantClaims, newSigningKey, personListClaims } from '../kit/testing/grantIssuer.ts';
import { execute, startTestSystems, type TestSystem, type TestSystems } from '../kit/testing/testSystems.ts';
import { createIdentitySubgraph } from './subgraph.ts';
import { addPersons } from './testing/addPersons.ts';
import { household, person, testPersons } from './testing/testPersons.ts';

const all = ['identity.demographics', 'identity.household', 'identity.address'];
const entities =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person { id } } }';

describe('identity', () => {
  let systems: TestSystems;
  let identity: TestSystem;
  beforeAll(async () => {
    systems = await startTestSystems();
    identity = await systems.start(
      createIdentitySubgraph({ factSources: { childwelfare: () => undefined, emou: () => undefined } }),
      (databaseUrl) => addPersons(databaseUrl, systems.keyEncryption, testPersons),
    );
  }, 60_000);
  afterAll(() => systems.stop());
  beforeEach(() => {
    systems.statements.length = 0;
  });

  test('a person with household, members oldest first and relatives', async () => {
    const answer = await identity.ask(
      all,
      `query ($id: ID!) { person(id: $id) {
        id name { given middle family suffix } birthDate gender primaryLanguage living
        household { id address { street city state zip county countyFips } members { name { given } } }
        relationships { kind person { name { given } } } } }`,
      { id: person(3).toUpperCase() },
    );
    expect(answer.codes).toEqual([]);
    expect(answer.data).toEqual({
      person: {
        id: person(3),
        name: { given: 'Leo', middle: null, family: 'Gonzalez', suffix: null },
        birthDate: '2016-02-29',
        gender: 'MALE',
        primaryLanguage: 'en',
        living: true,
        household: {
          id: household(1),
          address: {
            street: '12 Elm St',
            city: 'Peoria',
            state: 'IL',
            zip: '61602',
            county: 'Peoria',
            countyFips: '17143',
          },
          members: [{ name: { given: 'Maria' } }, { name: { given: 'Ana' } }, { name: { given: 'Leo' } }],
        },
        relationships: [
          { kind: 'GRPRN', person: { name: { given: 'Maria' } } },
          { kind: 'MTH', person: { name: { given: 'Ana' } } },
        ],
      },
    });
  });

  test('without datasets a person is no more than their id', async () => {
    const query = `{ person(id: "${person(1)}") { id name { given } birthDate household { id } relationships { kind } } }`;
    const answer = await identity.ask([], query);
    expect(answer.data).toEqual({
      person: { id: person(1), name: null, birthDate: null, household: null, relationships: null },
    });
    expect(answer.codes).toEqual(Array(4).fill('FORBIDDEN_FIELD'));
    expect((await identity.ask([], '{ searchPersons(name: "Ana") { id } }')).data).toEqual({ searchPersons: null });
  });

  test('persons come in the order of the ids, each once, with null for unknown or malformed ids', async () => {
    const ids = [person(2), person(9), 'nobody', person(1), "'; drop table person", '', person(2)];
    const answer = await identity.ask([], 'query ($ids: [ID!]!) { persons(ids: $ids) { id } }', { ids });
    expect(answer.codes).toEqual([]);
    expect(answer.data).toEqual({
      persons: [{ id: person(2) }, null, null, { id: person(1) }, null, null],
    });
    // Only ids that are not found may have been replaced.
    expect(systems.statements).toEqual(['identity.personsById', 'identity.survivors']);
  });

  test('more than a hundred ids are refused', async () => {
    const ask = (count: number) =>
      identity.ask([], 'query ($ids: [ID!]!) { persons(ids: $ids) { id } }', { ids: Array(count).fill(person(1)) });
    expect((await ask(101)).codes).toEqual(['BAD_USER_INPUT']);
    expect((await ask(100)).codes).toEqual([]);
  });

  test('a household is found by its id; a protected address is never returned', async () => {
    const query = 'query ($id: ID!) { household(id: $id) { id address { street county } members { id } } }';
    const hidden = await identity.ask(all, query, { id: household(2) });
    expect(hidden.data).toEqual({ household: { id: household(2), address: null, members: [{ id: person(4) }] } });
    for (const id of [household(9), 'nowhere']) {
      expect((await identity.ask(all, query, { id })).data).toEqual({ household: null });
    }
  });

  test('persons are found by the number of any system, one statement for each kind', async () => {
    const keys: readonly (readonly [string, unknown, string | null])[] = [
      ['id', person(1), person(1)],
      ['snapClientId', 'S1', person(2)],
      ['tanfClientId', 'T2', person(3)],
      ['medicaidRin', 'R1', person(1)],
      ['idocNumber', 'IDOC1', person(4)],
      ['sisId', 'SIS1', person(3)],
      ['energyClientId', 'E2', person(2)],
      ['cypId', 'CYP1', person(3)],
      ['snapClientId', 'S2-OLD', person(3)],
      ['snapClientId', 'T1', null],
      ['snapClientId', null, null],
      ['snapClientId', 'S\0', null],
      ['id', 'S1', null],
      ['unknownKey', 'S1', null],
    ];
    const representations = keys.map(([key, value]) => ({ __typename: 'Person', [key]: value }));
    const answer = await identity.ask([], entities, { representations });
    expect(answer.codes).toEqual([]);
    expect(answer.data).toEqual({ _entities: keys.map(([, , id]) => (id === null ? null : { id })) });
    expect(systems.statements).toHaveLength(8);
  });

  test('five hundred persons with households, members and relatives cost one statement each', async () => {
    const representations = Array.from({ length: 500 }, (_, index) => ({
      __typename: 'Person',
      id: person((index % 4) + 1),
    }));
    const query = entities.replace(
      '{ id }',
      '{ id household { address { zip } members { id } } relationships { person { id } } }',
    );
    expect((await identity.ask(all, query, { representations })).codes).toEqual([]);
    expect([...systems.statements].sort()).toEqual([
      'identity.households',
      'identity.members',
      'identity.personsById',
      'identity.relationships',
    ]);
  });

  describe('search', () => {
    const search = (args: string) =>
      identity.ask(['identity.demographics'], `{ searchPersons(${args}) { name { given family } } }`);
    const given = (answer: { readonly data: unknown }) =>
      // The shape is that of the query above.
      (answer.data as { searchPersons: { name: { given: string } }[] | null }).searchPersons?.map(
        ({ name }) => name.given,
      );

    test('by name, best first, spelling and order of names may differ', async () => {
      expect(given(await search('name: "Maria Gonzalez"'))?.[0]).toBe('Maria');
      expect(given(await search('name: "gonzales, maria"'))?.[0]).toBe('Maria');
      expect(given(await search('name: "Zzyzx"'))).toEqual([]);
    });

    test.each([
      ['Lopez', ['Ben', 'José']],
      ['LÓPEZ', ['Ben', 'José']],
      ['Lo\u0301pez', ['Ben', 'José']],
      ['ｌｏｐｅｚ', ['Ben', 'José']],
      ['Jose Lopez', ['José', 'Ben']],
      ['Garcia-Munoz', ['Ángela']],
      ['Munoz', ['Ángela']],
      ['Le', ['Christopher']],
      ['Ng', ['Alexandrina']],
      ['ONeil', ['Søren']],
      ['O’Neil', ['Søren']],
      ["Soren O'Neil", ['Søren']],
      ['Weiss', ['Łucja']],
      ['Lucja', ['Łucja']],
    ])('by name, whatever its accents, case, Unicode form and apostrophes: %s', async (name, found) => {
      const answer = await identity.ask(
        ['identity.demographics'],
        'query ($name: String) { searchPersons(name: $name) { name { given family } } }',
        { name },
      );
      expect(given(answer)).toEqual(found);
    });

    test.each([
      ['a nickname', 'Chris Le', 'Christopher'],
      ['a Spanish nickname', 'Pepe López', 'José'],
      ['other spellings of the sounds', 'Gonsales, Marya', 'Maria'],
      ['a slip that changes the sound', 'Gonzakez Maria', 'Maria'],
      ['a family name written as two words', 'Neil O Soren', 'Søren'],
      ['two family names written as one', 'Angela GarciaMunoz', 'Ángela'],
      ['a middle name', 'Elena Gonzalez', 'Maria'],
    ])('by %s', async (_, name, first) => {
      expect(given(await search(`name: "${name}"`))?.[0]).toBe(first);
      expect(systems.statements).toEqual(['identity.searchByTokens', 'identity.personsById']);
    });

    test('by birth date, and by both', async () => {
      expect(given(await search('birthDate: "1990-02-28"'))).toEqual(['Ana', 'Gonzalo']);
      expect(given(await search('name: "Ana Gonzalez", birthDate: "1990-02-28"'))).toEqual(['Ana']);
      expect(given(await search('name: "Gonzalez", birthDate: "1990-02-28", first: 1'))).toHaveLength(1);
    });

    test.each([
      'first: 10',
      'name: "  "',
      'name: "-\u2019-"',
      'name: "Ana", first: 0',
      'name: "Ana", first: 51',
      `name: "${'x'.repeat(201)}"`,
      'name: "a\\u0000b"',
    ])('%s is refused with what to do instead', async (args) => {
      expect((await search(args)).codes).toEqual(['BAD_USER_INPUT']);
    });

    test('an impossible date is refused before it reaches the database', async () => {
      const answer = await identity.ask(
        ['identity.demographics'],
        'query ($d: Date) { searchPersons(birthDate: $d) { id } }',
        { d: '2026-02-30' },
      );
      expect(answer.codes).toEqual(['BAD_USER_INPUT']);
      expect(systems.statements).toEqual([]);
    });
  });

  describe('a person of whom no system has a birth date', () => {
    const undated = '00000000-0000-4000-8000-000000000208';
    beforeAll(async () => {
      const nothing = { given: null, middle: null, family: null, suffix: null, birthDate: null, primaryLanguage: null };
      await addPersons(identity.databaseUrl, systems.keyEncryption, {
        households: [],
        persons: [{ ...nothing, personId: undated, householdId: household(1), gender: 'UNKNOWN', living: true }],
        relationships: [[undated, person(1), 'MTH']],
      });
    });
    afterAll(() =>
      execute(
        identity.databaseUrl,
        `delete from relationship where person_id = '${undated}'; delete from person where person_id = '${undated}'`,
      ),
    );

    test('comes last in the household, with what is known', async () => {
      const { data, codes } = await identity.ask(
        all,
        `{ person(id: "${undated}") { name { given } birthDate gender } household(id: "${household(1)}") { members { id } } }`,
      );
      expect(codes).toEqual([]);
      expect(data).toEqual({
        person: { name: { given: null }, birthDate: null, gender: 'UNKNOWN' },
        household: { members: [1, 2, 3].map((n) => ({ id: person(n) })).concat({ id: undated }) },
      });
    });

    test('is no child for whom a parent acts', async () => {
      const claims = { ...grantClaims('identity', [], systems.now), agency: 'DOIT', roles: ['RESIDENT'] };
      const answer = await askSubgraph(
        identity.running.url,
        systems.issuer.sign({ ...claims, purpose: 'SUBJECT_REQUEST', sub: `person:${person(1)}` }),
        '{ me { personId dependents { personId } } }',
      );
      expect(answer.data).toEqual({ me: { personId: person(1), dependents: [] } });
    });
  });

  describe('the list of persons', () => {
    const askList = (token: string | undefined, body: object = {}) =>
      fetch(new URL('/person-list', identity.running.url), {
        method: 'POST',
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      });
    const listed = () => systems.issuer.sign(personListClaims(systems.now));

    test('holds the ids of all persons and nothing else, in order, from behind any of them', async () => {
      const page = async (body?: object) => PersonListPage.strict().parse(await (await askList(listed(), body)).json());
      const { ids } = await page();
      expect(ids).toHaveLength(11);
      expect(ids.slice(0, 4)).toEqual([person(1), person(2), person(3), person(4)]);
      expect(await page({ after: person(3) })).toEqual({ ids: ids.slice(3) });
      expect(await page({ after: ids.at(-1) })).toEqual({ ids: [] });
    });

    test('rejects calls without its own token, and malformed requests', async () => {
      const { iss, iat, exp, agency, purpose, sub } = personListClaims(systems.now);
      const facts = { iss, aud: 'facts' as const, iat, exp, system: 'audit', agency, purpose, sub, facts: ['PARENT'] };
      for (const token of [
        undefined,
        systems.issuer.sign(grantClaims('identity', all, systems.now)),
        systems.issuer.sign({ ...grantClaims('audit', ['audit.unmasking'], systems.now), sub }),
        systems.issuer.sign(facts),
        systems.issuer.sign({ ...personListClaims(systems.now), sub: '' }),
        systems.issuer.sign(personListClaims(new Date(systems.now.getTime() - 3_600_000))),
        systems.issuer.sign(personListClaims(systems.now), { key: newSigningKey().privateKey }),
      ]) {
        const { status } = await askList(token);
        expect([token, status]).toEqual([token, 401]);
      }
      expect((await askList(listed(), { after: 'nobody' })).status).toBe(400);
      expect((await askList(listed(), { key: person(1) })).status).toBe(400);
      const asGrant = await askSubgraph(identity.running.url, listed(), '{ __typename }');
      expect(asGrant.status).toBe(401);
      const asFacts = await fetch(new URL('/facts', identity.running.url), {
        method: 'POST',
        headers: { authorization: `Bearer ${listed()}` },
        body: JSON.stringify({ keys: [person(1)] }),
      });
      expect(asFacts.status).toBe(401);
    });
  });
});
