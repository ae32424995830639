import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { namesOf } from './encryptedTables.ts';
import { MigrationRefused, runMigrations } from './kit/database/migrations.ts';
import { execute, startTestSystems, type TestSystems } from './kit/testing/testSystems.ts';

/** A row of a version in which names were in clear text. Constraints on other tables are not what is tested. */
const clearRow = (table: string) => `
  set session_replication_role = replica;
  insert into ${table} select * from jsonb_populate_record(null::${table}, (
    select jsonb_object_agg(column_name, case
        when column_name = 'given_name' then to_jsonb('Ana'::text)
        when data_type = 'boolean' then to_jsonb(true)
        when data_type = 'date' then to_jsonb('1990-02-28'::text)
        when data_type = 'integer' then to_jsonb(1)
        when data_type = 'ARRAY' then '[]'::jsonb
        else to_jsonb('text'::text) end)
    from information_schema.columns where table_name = '${table}' and is_nullable = 'NO'))`;

describe('a database with names in clear text, of an earlier version,', () => {
  const directory = mkdtempSync(join(tmpdir(), 'p360-clear-names-'));
  let systems: TestSystems;
  beforeAll(async () => {
    systems = await startTestSystems();
  }, 60_000);
  afterAll(async () => {
    await systems.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  test.each(Object.entries(namesOf))('of %s is refused with what to do, and not changed', async (system, { name }) => {
    const databaseUrl = await systems.postgres.ensureSystem(system);
    const all = fileURLToPath(new URL(`./${system}/migrations/`, import.meta.url));
    const former = join(directory, system);
    cpSync(all, former, { recursive: true });
    for (const file of readdirSync(former)) if (file >= '003') rmSync(join(former, file));
    await runMigrations(databaseUrl, former);
    await execute(systems.postgres.superuserUrl(system), clearRow(name));
    const before = await rowsOf(databaseUrl, name);
    expect(before).toMatchObject([{ given_name: 'Ana' }]);
    const attempt = runMigrations(databaseUrl, all);
    await expect(attempt).rejects.toThrow(MigrationRefused);
    await expect(attempt).rejects.toThrow(
      new RegExp(`The database of ${system} contains names in clear text.*Nothing was changed.*--fresh`),
    );
    expect(await rowsOf(databaseUrl, name)).toEqual(before);
  });
});

async function rowsOf(databaseUrl: string, table: string): Promise<readonly object[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(`select * from ${table}`);
  await client.end();
  return rows;
}
