import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { openIdentityEncryption } from '../cli/local/localEncryption.ts';
import { personIndexLoader } from '../cli/local/localPersonIndex.ts';
import { openNameSeal } from '../cli/local/nameSeal.ts';
import { loadPopulation } from '../population/load/loadPopulation.ts';
import { readDatasetCatalogue } from '../schema/catalog/datasetCatalogue.ts';
import { datasetsDirectory, type SubgraphName } from '../schema/files.ts';
import { childwelfareSubgraph } from './childwelfare/subgraph.ts';
import { correctionsSubgraph } from './corrections/subgraph.ts';
import { educationSubgraph } from './education/subgraph.ts';
import { createPersonalData } from './identity/personalData/personalData.ts';
import { createIdentitySubgraph } from './identity/subgraph.ts';
import { everyField, programField } from './kit/testing/everyField.ts';
import { startTestSystems, type TestSystem, type TestSystems } from './kit/testing/testSystems.ts';
import { medicaidSubgraph } from './medicaid/subgraph.ts';
import { snapSubgraph } from './snap/subgraph.ts';
import { tanfSubgraph } from './tanf/subgraph.ts';
import { weatherizationSubgraph } from './weatherization/subgraph.ts';

/** Field of Person, its key, and the statement that lists every person's key, by system. */
const programs = [
  { system: 'snap', field: 'snap', key: 'snapClientId', keys: 'select client_id as key from client' },
  { system: 'tanf', field: 'tanf', key: 'tanfClientId', keys: 'select client_id as key from client' },
  { system: 'medicaid', field: 'medicaid', key: 'medicaidRin', keys: 'select rin as key from coverage' },
  {
    system: 'corrections',
    field: 'corrections',
    key: 'idocNumber',
    keys: 'select idoc_number as key from custody_record',
  },
  { system: 'education', field: 'education', key: 'sisId', keys: 'select sis_id as key from student' },
  {
    system: 'weatherization',
    field: 'weatherization',
    key: 'energyClientId',
    keys: 'select client_id as key from client',
  },
  { system: 'childwelfare', field: 'childWelfare', key: 'cypId', keys: 'select cyp_id as key from child' },
  { system: 'identity', field: 'household', key: 'id', keys: 'select person_id as key from person' },
  { system: 'identity', field: 'relationships', key: 'id', keys: 'select person_id as key from person' },
  { system: 'snap', field: 'snapHistory', key: 'snapClientId', keys: 'select client_id as key from client' },
  { system: 'tanf', field: 'tanfHistory', key: 'tanfClientId', keys: 'select client_id as key from client' },
  { system: 'medicaid', field: 'medicaidHistory', key: 'medicaidRin', keys: 'select rin as key from coverage' },
  {
    system: 'corrections',
    field: 'correctionsHistory',
    key: 'idocNumber',
    keys: 'select idoc_number as key from custody_record',
  },
  { system: 'education', field: 'educationHistory', key: 'sisId', keys: 'select sis_id as key from student' },
  {
    system: 'weatherization',
    field: 'weatherizationHistory',
    key: 'energyClientId',
    keys: 'select client_id as key from client',
  },
  { system: 'childwelfare', field: 'childWelfareHistory', key: 'cypId', keys: 'select cyp_id as key from child' },
] as const satisfies readonly { system: SubgraphName; field: string; key: string; keys: string }[];

describe('every record of the population can be said in its system’s schema', () => {
  const seed = 'every record';
  let systems: TestSystems;
  let started: ReadonlyMap<string, TestSystem>;

  beforeAll(async () => {
    systems = await startTestSystems();
    const definitions = [
      createIdentitySubgraph({ factSources: { childwelfare: () => undefined, emou: () => undefined } }),
      snapSubgraph,
      tanfSubgraph,
      medicaidSubgraph,
      correctionsSubgraph,
      educationSubgraph,
      weatherizationSubgraph,
      childwelfareSubgraph,
    ];
    started = new Map(
      await Promise.all(
        definitions.map(async (definition) => [definition.name, await systems.start(definition)] as const),
      ),
    );
    const databaseUrls = new Map([...started].map(([name, { databaseUrl }]) => [name, databaseUrl]));
    const encryption = await openIdentityEncryption(databaseUrls.get('identity') ?? '', systems.keyEncryption);
    const stops: (() => void)[] = [];
    await loadPopulation({
      async openSeal(system) {
        const { seal, stop } = await openNameSeal(system, databaseUrls.get(system) ?? '', systems.keyEncryption);
        stops.push(stop);
        return seal;
      },
      ...{ persons: 1_500, seed, databaseUrls, onProgress: () => undefined },
      personIndex: personIndexLoader(createPersonalData(encryption), seed, () => systems.now),
    }).finally(() => {
      encryption.stop();
      for (const stop of stops) stop();
    });
  }, 60_000);
  afterAll(() => systems.stop());

  const catalogue = readDatasetCatalogue(datasetsDirectory);
  const barred = [...catalogue.hardBars.keys()].map((coordinate) => coordinate.split('.')[1] ?? '');

  test.each(programs)('$system: $field', async ({ system, field, key, keys }) => {
    const running = started.get(system);
    if (running === undefined) throw new Error(`${system} was not started.`);
    const values = await keysOf(running.databaseUrl, keys);
    expect(values.length).toBeGreaterThan(0);
    const selection = everyField(programField(system, field).type, key, [...barred, 'members']);
    const answer = await running.ask(
      [...catalogue.datasets.keys()],
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { ${key} ${field} ${selection} } } }`,
      { r: values.map((value) => ({ __typename: 'Person', [key]: value })) },
    );
    expect(answer.codes).toEqual([]);
    // The shape is that of the query above.
    const { _entities: persons } = answer.data as { _entities: readonly Readonly<Record<string, unknown>>[] };
    expect(persons.map((person) => person[key])).toEqual(values);
    expect(persons.filter((person) => person[field] === null)).toEqual([]);
  });
});

async function keysOf(databaseUrl: string, sql: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<{ key: string }>(sql)).rows.map(({ key }) => key);
  } finally {
    await client.end();
  }
}
