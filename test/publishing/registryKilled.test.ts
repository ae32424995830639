import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { stringify } from 'yaml';
import { askSubgraph, type SubgraphAnswer } from '../../subgraphs/kit/testing/askSubgraph.ts';
import { grantClaims } from '../../subgraphs/kit/testing/grantIssuer.ts';
import { startTestLedger } from '../../subgraphs/kit/testing/testLedger.ts';
import { startTestSystems, type TestSystems } from '../../subgraphs/kit/testing/testSystems.ts';
import { followRegistry, type PublishedSchema } from '../../subgraphs/publishedSchema/followRegistry.ts';
import { readShippedSchema } from '../../subgraphs/registry/seed/shippedSchema.ts';
import { eventually } from '../harness/eventually.ts';
import { type RegistryProcess, type RegistryProcesses, registryProcesses } from './testing/registryProcess.ts';

/** Held by the test while a process of the registry is to stay where it is. */
const LOCK = 19;
const FIELD = '"Page of the program." energyPage: String @tag(name: "public")';

let systems: TestSystems;
let processes: RegistryProcesses;
let registry: RegistryProcess;
let database: pg.Client;
/** Follows the registry as gateways and systems do. */
let follower: PublishedSchema;

beforeAll(async () => {
  systems = await startTestSystems('durable');
  const ledger = await startTestLedger(systems.postgres);
  const databaseUrl = await systems.postgres.ensureSystem('registry');
  processes = await registryProcesses(databaseUrl, ledger.settingsOf('test.example/registry'), systems.issuer.jwksUrl);
  registry = await processes.start();
  const url = new URL('/feed', registry.url).href;
  follower = followRegistry({ url: () => url, system: 'test', clock: () => new Date(), log: () => undefined });
  database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  await database.query(`create function wait_for_test() returns trigger language plpgsql as $$
    begin perform pg_advisory_xact_lock_shared(${LOCK}); return null; end $$`);
}, 120_000);
afterAll(async () => {
  await follower?.stop();
  await database?.end();
  await processes?.stop();
  await systems?.stop();
}, 60_000);

function ask(role: 'SCHEMA_PUBLISHER' | 'DATA_OFFICER', query: string, input: object = {}): Promise<SubgraphAnswer> {
  const claims = { agency: 'DCEO', purpose: 'DATA_GOVERNANCE', roles: [role], sub: `${role}@dceo.example` };
  const grant = systems.issuer.sign({ ...grantClaims('registry', [], new Date()), ...claims });
  return askSubgraph(registry.url, grant, query, { input });
}
const shipped = readShippedSchema().publications;
const energy = shipped.findIndex(({ subgraph }) => subgraph === 'weatherization');
const NEXT = shipped.length + 1;

function publish(): Promise<SubgraphAnswer> {
  const { subgraph, routingUrl, contact, datasets, sdl = '' } = shipped[energy] ?? {};
  return ask(
    'SCHEMA_PUBLISHER',
    `mutation ($input: PublishSubgraphInput!) { publishSubgraph(input: $input) {
      publication { number state } supergraph { number } } }`,
    {
      ...{ subgraph, routingUrl, contact, datasets: stringify(datasets), basedOn: energy + 1 },
      sdl: sdl.replace('type Query {', `type Query {\n${FIELD}`),
    },
  );
}
const approve = () =>
  ask(
    'DATA_OFFICER',
    'mutation ($input: DecidePublicationInput!) { approvePublication(input: $input) { supergraph { number } } }',
    { number: NEXT, reason: 'It has no data of persons.' },
  );
const state = async () =>
  (await ask('DATA_OFFICER', `{ supergraph { number } publication(number: ${NEXT}) { state } }`)).data;

/**
 * Kills the registry while it makes a change, and starts it again.
 *
 * @param trigger where in the change: `wait_for_test` waits there
 */
async function killDuring(change: () => Promise<unknown>, table: string, trigger: string): Promise<void> {
  await database.query(`${trigger} execute function wait_for_test()`);
  await database.query(`select pg_advisory_lock(${LOCK})`);
  const response = change().then(
    () => 'a response',
    () => 'no response',
  );
  const waiting = `from pg_stat_activity where wait_event = 'advisory'`;
  const found = await eventually(
    async () => (await database.query(`select pid ${waiting}`)).rowCount,
    (count) => count === 1,
    60_000,
  );
  expect(found).toBe(1);
  await registry.kill();
  expect(await response).toBe('no response');
  // As when the whole host is lost: what PostgreSQL has not committed never will be.
  await database.query(`select pg_terminate_backend(pid) ${waiting}`);
  await database.query(`select pg_advisory_unlock(${LOCK})`);
  await database.query(`drop trigger wait_here on ${table}`);
  registry = await processes.start();
}

test('killed before a publication is in the log, nothing of it exists, and sending it again succeeds', async () => {
  await eventually(
    async () => follower.current()?.number,
    (number) => number === 1,
  );
  const served = follower.current();
  await killDuring(publish, 'publication', 'create trigger wait_here after insert on publication for each row');
  expect(await state()).toEqual({ supergraph: { number: 1 }, publication: null });
  expect(follower.current()).toBe(served);
  // The registry does not know the approvals here, so everything takes a second person.
  expect((await publish()).data).toEqual({
    publishSubgraph: { publication: { number: NEXT, state: 'PENDING' }, supergraph: null },
  });
}, 120_000);

test('killed after it is in the log, it is completed as a whole, followers get it, and it is not done twice', async () => {
  await killDuring(
    approve,
    'supergraph',
    'create constraint trigger wait_here after insert on supergraph deferrable initially deferred for each row',
  );
  expect(await state()).toEqual({ supergraph: { number: 2 }, publication: { state: 'IN_SERVICE' } });
  const followed = await eventually(
    async () => follower.current(),
    (served) => served?.number === 2,
  );
  expect(followed?.sdl).toContain('energyPage');
  expect((await approve()).codes).toEqual(['CONFLICT']);
  expect(await state()).toMatchObject({ supergraph: { number: 2 } });
}, 120_000);
