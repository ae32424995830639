import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { execute, startTestSystems, type TestSystems } from '../testing/testSystems.ts';
import { runMigrations } from './migrations.ts';

describe('migrations', () => {
  let systems: TestSystems;
  let databaseUrl: string;
  let directory: string;
  let count = 0;
  beforeAll(async () => {
    systems = await startTestSystems();
  }, 60_000);
  afterAll(() => systems.stop());
  beforeEach(async () => {
    count += 1;
    databaseUrl = await systems.postgres.ensureSystem(`migrated${count}`);
    directory = await mkdtemp(join(tmpdir(), 'p360-migrations-'));
    await write('002-second.sql', 'insert into t values (2); insert into t values (3);');
    await write('001-first.sql', 'create table t (n int primary key);');
  });
  afterEach(() => rm(directory, { recursive: true }));
  const write = (name: string, sql: string) => writeFile(join(directory, name), sql);

  test('run in order, once', async () => {
    expect(await runMigrations(databaseUrl, directory)).toEqual(['001-first.sql', '002-second.sql']);
    expect(await runMigrations(databaseUrl, directory)).toEqual([]);
    await write('010-tenth.sql', 'alter table t add column m int;');
    expect(await runMigrations(databaseUrl, directory)).toEqual(['010-tenth.sql']);
  });

  test('started by several at once, each file is applied by one of them', async () => {
    const runs = await Promise.all(Array.from({ length: 6 }, () => runMigrations(databaseUrl, directory)));
    expect(runs.flat().sort()).toEqual(['001-first.sql', '002-second.sql']);
  });

  test('one that fails leaves nothing behind, and later goes on from there', async () => {
    await write('003-third.sql', 'create table u (n int); insert into t values (2);');
    await expect(runMigrations(databaseUrl, directory)).rejects.toThrow('Migration 003-third.sql failed');
    await write('003-third.sql', 'create table u (n int);');
    expect(await runMigrations(databaseUrl, directory)).toEqual(['003-third.sql']);
    await execute(databaseUrl, 'insert into u values (1)');
  });

  test('an applied file that changed, is gone, or comes before an applied one is refused', async () => {
    await runMigrations(databaseUrl, directory);
    await write('001-first.sql', 'create table t (n bigint primary key);');
    await expect(runMigrations(databaseUrl, directory)).rejects.toThrow('001-first.sql was changed');
    await rm(join(directory, '001-first.sql'));
    await expect(runMigrations(databaseUrl, directory)).rejects.toThrow('001-first.sql was applied');
    await write('001-first.sql', 'create table t (n int primary key);');
    await write('001-zero.sql', 'select 1;');
    await expect(runMigrations(databaseUrl, directory)).rejects.toThrow('001-zero.sql stands before');
  });
});
