import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, removeEmbeddedPostgres } from '../../../cli/postgres/embeddedPostgres.ts';
import { makeDataDirectory, startTestPostgres } from '../../../cli/postgres/testing/testPostgres.ts';
import { runMigrations } from '../database/migrations.ts';
import type { KeyEncryption } from '../encryption/keyEncryption.ts';
import { createKeyFile, openKeyFile } from '../encryption/keyFile.ts';
import type { LogEntry } from '../log.ts';
import { startSubgraph } from '../startSubgraph.ts';
import type { RunningSubgraph, SubgraphDefinition, SubgraphOptions } from '../subgraphDefinition.ts';
import { askSubgraph, type SubgraphAnswer } from './askSubgraph.ts';
import { type GrantIssuer, grantClaims, startGrantIssuer } from './grantIssuer.ts';

/** A real database server, a real issuer of grants, and the systems started on them, for one test file. */
export interface TestSystems {
  readonly postgres: EmbeddedPostgres;
  readonly issuer: GrantIssuer;
  /** The current time of every system. Tests move it. */
  now: Date;
  readonly log: LogEntry[];
  readonly statements: string[];
  /** Wraps the keys of systems with encrypted tables. */
  readonly keyEncryption: KeyEncryption;
  readonly keyFile: string;
  /** Migrates the system's own database, inserts rows by SQL or by `rows`, and serves the system. */
  start(
    definition: SubgraphDefinition,
    rows?: string | ((databaseUrl: string) => Promise<void>),
    options?: Partial<SubgraphOptions>,
  ): Promise<TestSystem>;
  stop(): Promise<void>;
}

export interface TestSystem {
  readonly running: RunningSubgraph;
  readonly databaseUrl: string;
  /** Sends a request with a valid grant for the datasets. */
  ask(
    datasets: readonly string[],
    query: string,
    variables?: Readonly<Record<string, unknown>>,
  ): Promise<SubgraphAnswer>;
}

/** @param database `durable` for tests of the ledger, which refuses a database that may lose what it confirmed */
export async function startTestSystems(database: 'fast' | 'durable' = 'fast'): Promise<TestSystems> {
  const directory = await makeDataDirectory('p360-subgraphs-');
  const settings = database === 'fast' ? { fsync: 'off', synchronous_commit: 'off' } : {};
  const postgres = await startTestPostgres({ dataDirectory: directory, settings });
  const issuer = await startGrantIssuer();
  const keyFile = join(directory, 'encryption.json');
  createKeyFile(keyFile);
  const keyEncryption = openKeyFile(keyFile);
  const started: RunningSubgraph[] = [];
  const systems: TestSystems = {
    postgres,
    issuer,
    keyEncryption,
    keyFile,
    now: new Date('2026-11-02T12:00:00Z'),
    log: [],
    statements: [],
    async start(definition, rows, options) {
      const databaseUrl = await postgres.ensureSystem(definition.name);
      await runMigrations(databaseUrl, definition.migrationsDirectory);
      if (typeof rows === 'string') await execute(databaseUrl, rows);
      else await rows?.(databaseUrl);
      const running = await startSubgraph(definition, {
        databaseUrl,
        port: 0,
        grantJwksUrl: issuer.jwksUrl,
        clock: () => systems.now,
        log: (entry) => systems.log.push(entry),
        keyEncryption,
        onQuery: ({ statement }) => systems.statements.push(statement),
        ...options,
      });
      started.push(running);
      return {
        running,
        databaseUrl,
        ask: (datasets, query, variables) =>
          askSubgraph(running.url, issuer.sign(grantClaims(definition.name, datasets, systems.now)), query, variables),
      };
    },
    async stop() {
      await Promise.all(started.map((running) => running.stop()));
      await issuer.stop();
      await postgres.stop();
      await removeEmbeddedPostgres(directory);
      await rm(directory, { recursive: true, force: true });
    },
  };
  return systems;
}

export async function execute(databaseUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
