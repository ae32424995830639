import { createSecretKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ConstDirectiveNode, getNamedType, Kind, parse, print } from 'graphql';
import { readDatasetCatalogue } from '../schema/catalog/datasetCatalogue.ts';
import { datasetsDirectory, readSubgraphSchema, SUBGRAPH_NAMES, type SubgraphName } from '../schema/files.ts';
import { migrateAllSubgraphs, startAllSubgraphs } from './all.ts';
import { childwelfareCase } from './childwelfare/testing/childwelfareCase.ts';
import { correctionsCase } from './corrections/testing/correctionsCase.ts';
import { educationCase } from './education/testing/educationCase.ts';
import { startTestLog } from './emou/testing/testLog.ts';
import { type AgencyCase, barred } from './kit/testing/agencyCase.ts';
import { askSubgraph } from './kit/testing/askSubgraph.ts';
import { everyField, programField } from './kit/testing/everyField.ts';
import { grantClaims } from './kit/testing/grantIssuer.ts';
import { execute, startTestSystems, type TestSystems } from './kit/testing/testSystems.ts';
import { medicaidCase } from './medicaid/testing/medicaidCase.ts';
import { tanfCase } from './tanf/testing/tanfCase.ts';
import { weatherizationCase } from './weatherization/testing/weatherizationCase.ts';

const agencies: readonly AgencyCase[] = [
  tanfCase,
  medicaidCase,
  correctionsCase,
  educationCase,
  weatherizationCase,
  childwelfareCase,
];

const catalogue = readDatasetCatalogue(datasetsDirectory);
const everyDataset = [...catalogue.datasets.keys()];
const ofSystem = (system: string) => everyDataset.filter((dataset) => dataset.startsWith(`${system}.`));

/** Every type and field of the SDL with its directives; without what the federation library adds. */
function directivesByCoordinate(sdl: string): readonly string[] {
  const directives = (node: { readonly directives?: readonly ConstDirectiveNode[] }) =>
    (node.directives ?? [])
      .map((directive) => print(directive))
      .sort()
      .join(' ');
  return parse(sdl)
    .definitions.flatMap((type) =>
      type.kind === Kind.OBJECT_TYPE_DEFINITION && !type.name.value.startsWith('_')
        ? [
            `${type.name.value} ${directives(type)}`,
            ...(type.fields ?? [])
              .filter((field) => !field.name.value.startsWith('_'))
              .map((field) => `${type.name.value}.${field.name.value}: ${print(field.type)} ${directives(field)}`),
          ]
        : [],
    )
    .sort();
}

describe('all systems in one process', () => {
  let systems: TestSystems;
  let urls: ReadonlyMap<string, string>;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    systems = await startTestSystems('durable');
    const databaseUrls = new Map<SubgraphName, string>();
    for (const name of SUBGRAPH_NAMES) databaseUrls.set(name, await systems.postgres.ensureSystem(name));
    await migrateAllSubgraphs(databaseUrls);
    for (const { system, rows, history } of agencies) {
      await execute(databaseUrls.get(system) ?? '', `${rows}; ${history.rows}`);
    }
    const feedKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const testLog = await startTestLog(systems.postgres);
    const all = await startAllSubgraphs({
      databaseUrls,
      portOf: () => 0,
      grantJwksUrl: systems.issuer.jwksUrl,
      feedPrivateKeyPem: feedKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
      emouLog: testLog.settings,
      auditLog: { ...testLog.settings, origin: 'test.example/audit' },
      identityLog: { ...testLog.settings, origin: 'test.example/identity' },
      pseudonymKeys: [{ epoch: 'test', secret: createSecretKey(randomBytes(32)) }],
      keyEncryption: () => systems.keyEncryption,
      registryPrivateKeyPem: feedKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
      registryLog: { ...testLog.settings, origin: 'test.example/registry' },
      clock: () => systems.now,
      log: (entry) => systems.log.push(entry),
      onQuery: ({ statement }) => systems.statements.push(statement),
    });
    urls = new Map(all.subgraphs.map(({ name, url }) => [name, url]));
    stop = all.stop;
  }, 60_000);
  afterAll(async () => {
    await stop();
    await systems.stop();
  });

  const ask = (system: string, datasets: readonly string[], query: string, variables = {}) =>
    askSubgraph(
      urls.get(system) ?? '',
      systems.issuer.sign(grantClaims(system, datasets, systems.now)),
      query,
      variables,
    );
  const askProgram = (
    { system, field, key }: AgencyCase,
    datasets: readonly string[],
    fields: string,
    keys: readonly unknown[] = ['A'],
  ) =>
    ask(
      system,
      datasets,
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { ${field} ${fields} } } }`,
      {
        r: keys.map((value) => ({ __typename: 'Person', [key]: value })),
      },
    );

  test('each system accepts only grants that are made out to it', async () => {
    expect([...urls.keys()].sort()).toEqual([...SUBGRAPH_NAMES].sort());
    for (const [name, url] of urls) {
      const of = (audience: string) => systems.issuer.sign(grantClaims(audience, everyDataset, systems.now));
      const statuses = await Promise.all(
        SUBGRAPH_NAMES.map(async (audience) => (await askSubgraph(url, of(audience), '{ _service { sdl } }')).status),
      );
      expect(statuses).toEqual(SUBGRAPH_NAMES.map((audience) => (audience === name ? 200 : 401)));
    }
  });

  test.each(SUBGRAPH_NAMES)('%s tells the gateway the SDL that it was composed from', async (name) => {
    const answer = await ask(name, [], '{ _service { sdl } }');
    const { sdl } = (answer.data as { _service: { sdl: string } })._service;
    expect(directivesByCoordinate(sdl)).toEqual(directivesByCoordinate(readSubgraphSchema(name)));
  });

  describe.each(agencies)('$system', (agency) => {
    const { system, field, key, expected, barredFields } = agency;
    const program = programField(system, field);
    const programType = getNamedType(program.type).name;

    test('answers every field of its program', async () => {
      const answer = await askProgram(agency, ofSystem(system), everyField(program.type, key, barredFields));
      expect(answer.codes).toEqual([]);
      expect(answer.data).toEqual({ _entities: [{ [field]: expected }] });
    });

    const askHistory = (datasets: readonly string[], keys: readonly unknown[] = ['A']) =>
      askProgram(
        { ...agency, field: agency.history.field },
        datasets,
        everyField(programField(system, agency.history.field).type, key, []),
        keys,
      );

    test('answers with the history of a person, oldest first, without what no approval opens', async () => {
      const answer = await askHistory([`${system}.history`]);
      expect(answer.codes).toEqual([]);
      expect(answer.data).toEqual({ _entities: [{ [agency.history.field]: agency.history.expected }] });
      expect(answer.text).not.toContain(barred);
    });

    test('opens the history to its own dataset alone', async () => {
      const answer = await askHistory(everyDataset.filter((dataset) => dataset !== `${system}.history`));
      expect(answer.data).toEqual({ _entities: [{ [agency.history.field]: null }] });
      expect(answer.codes).toEqual(['FORBIDDEN_FIELD']);
    });

    test('fetches 500 histories with one statement, after the one that knows the persons', async () => {
      systems.statements.length = 0;
      const keys = Array.from({ length: 500 }, (_, index) => (index % 2 === 0 ? 'A' : `none${index}`));
      expect((await askHistory(ofSystem(system), keys)).codes).toEqual([]);
      const own = systems.statements.filter((name) => name.startsWith(`${system}.`));
      expect(own).toHaveLength(2);
      expect(own[1]).toBe(`${system}.events`);
    });

    test('does not answer about persons it does not know', async () => {
      const answer = await askProgram(agency, ofSystem(system), '{ status }', ['unknown', null, 'A', 'A\0']);
      expect(answer.codes).toEqual([]);
      expect(answer.data).toEqual({ _entities: [null, null, { [field]: { status: expected.status } }, null] });
    });

    const bars = [...catalogue.hardBars.keys()].filter((coordinate) => coordinate.startsWith(`${programType}.`));
    test('bars the fields that its dataset file bars', () => {
      expect(barredFields.map((name) => `${programType}.${name}`).sort()).toEqual(bars.sort());
    });

    // Jest refuses an empty table: education bars nothing.
    if (barredFields.length > 0) {
      test.each(barredFields)('answers %s to no grant', async (name) => {
        const answer = await askProgram(agency, everyDataset, `{ ${name} }`);
        expect(answer.data).toEqual({ _entities: [{ [field]: { [name]: null } }] });
        expect(answer.codes).toEqual(['FORBIDDEN_FIELD']);
        expect(answer.text).not.toContain(barred);
      });
    }

    test('opens a field only to a grant with its dataset', async () => {
      const all = everyField(program.type, key, barredFields);
      for (const missing of ofSystem(system).filter((dataset) => !/\.(lookup|history)$/.test(dataset))) {
        const answer = await askProgram(
          agency,
          everyDataset.filter((dataset) => dataset !== missing),
          all,
        );
        expect(answer.codes.length).toBeGreaterThan(0);
        expect(new Set(answer.codes)).toEqual(new Set(['FORBIDDEN_FIELD']));
      }
      expect((await askProgram(agency, [], '{ status }')).data).toEqual({ _entities: [{ [field]: null }] });
    });

    test('lets its own staff look a record up', async () => {
      const { query, expected: found } = agency.lookup;
      expect((await ask(system, ofSystem(system), query)).data).toEqual(found);
      const withoutLookup = ofSystem(system).filter((dataset) => !dataset.endsWith('.lookup'));
      expect((await ask(system, withoutLookup, query)).codes).toEqual(['FORBIDDEN_FIELD']);
    });

    test('fetches 500 persons with one statement', async () => {
      systems.statements.length = 0;
      const keys = Array.from({ length: 500 }, (_, index) => (index % 2 === 0 ? 'A' : `none${index}`));
      expect((await askProgram(agency, ofSystem(system), '{ status }', keys)).codes).toEqual([]);
      // Other systems of this process have work of their own.
      expect(systems.statements.filter((name) => name.startsWith(`${system}.`))).toHaveLength(1);
    });
  });
});
