import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { NO_TRAITS, type RecordContent } from '../../../schema/persons/sourceRecord.ts';
import { runMigrations } from '../../kit/database/migrations.ts';
import { openEncryption } from '../../kit/encryption/encryption.ts';
import { rotateKeys } from '../../kit/encryption/rotate.ts';
import { startTestSystems, type TestSystems } from '../../kit/testing/testSystems.ts';
import { blockingKeys } from '../linkage/blocking/blockingRules.ts';
import { normalize, todayDigits } from '../linkage/normalize/normalize.ts';
import { identityMigrationsDirectory } from '../subgraph.ts';
import { addPersons } from '../testing/addPersons.ts';
import { person, testPersons } from '../testing/testPersons.ts';
import { encryptedTables } from './encryptedTables.ts';
import { createPersonalData } from './personalData.ts';

const content: RecordContent = {
  ...{ ...NO_TRAITS, given: 'Leonhard', family: 'Gonzalez', birthDate: '2016-02-29', ssn: '907-30-1188' },
  ...{ street: '12 Elm St', city: 'Peoria', zip: '61602', primaryLanguage: 'es', living: true },
};
const at = new Date('2026-11-02T12:00:00Z');
const record = {
  ...{ recordId: '41', system: 'snap', number: 'S2', content, registeredAt: at, personSince: at },
};

let systems: TestSystems;
let databaseUrl: string;
beforeAll(async () => {
  systems = await startTestSystems();
  databaseUrl = await systems.postgres.ensureSystem('identity');
  await runMigrations(databaseUrl, identityMigrationsDirectory);
  await addPersons(databaseUrl, systems.keyEncryption, { ...testPersons, records: [record] });
}, 60_000);
afterAll(() => systems.stop());

const options = () => ({
  ...{ system: 'identity', databaseUrl, keys: systems.keyEncryption, log: () => undefined, refreshMs: 1 },
});

/** The record as a process reads it now: found by each of its keys, and by its person. */
async function read() {
  const encryption = await openEncryption({ ...options(), tables: encryptedTables.map(({ name }) => name) });
  const data = createPersonalData(encryption);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const keys = blockingKeys(normalize(content, todayDigits()));
    const tokens = keys.flatMap((key) => data.blockingTokens(key)).map(String);
    const { rows } = await client.query(
      `select r.record_id::text as id, r.content, r.compared, r.content_token, n.person_id as person, count(*) over ()::int as keys
       from record_key k join source_record r using (record_id) join system_number n on n.system = r.system and n.token = r.number_token
       where k.token = any($1)`,
      [tokens],
    );
    const [row] = rows;
    return {
      keys: { sought: tokens.length, found: row.keys },
      person: row.person,
      content: data.openRecord(row.id, row.content),
      compared: data.openCompared(row.id, row.compared),
      sameContent: data.contentTokens(content).some((token) => token.equals(row.content_token)),
    };
  } finally {
    await client.end();
    encryption.stop();
  }
}

test('a record is found by all of its keys, before and after its encryption keys change', async () => {
  const sought = blockingKeys(normalize(content, todayDigits())).length;
  const expected = {
    ...{ keys: { sought, found: sought }, person: person(3), content, sameContent: true },
    compared: normalize(content, todayDigits()),
  };
  expect(sought).toBeGreaterThan(10);
  expect(await read()).toEqual(expected);
  await rotateKeys({ ...options(), tables: encryptedTables, onProgress: () => undefined });
  expect(await read()).toEqual(expected);
});
