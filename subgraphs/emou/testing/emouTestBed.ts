import { rm } from 'node:fs/promises';
import pg from 'pg';
import { type EmbeddedPostgres, removeEmbeddedPostgres } from '../../../cli/postgres/embeddedPostgres.ts';
import { makeDataDirectory, startTestPostgres } from '../../../cli/postgres/testing/testPostgres.ts';
import type { DatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import { shippedCatalogue } from '../../../schema/catalog/shippedCatalogue.ts';
import type { GrantClaims } from '../../../schema/tokens/grant.ts';
import { runMigrations } from '../../kit/database/migrations.ts';
import type { LogEntry } from '../../kit/log.ts';
import { type RunningSubgraph, startSubgraph } from '../../kit/startSubgraph.ts';
import { type GrantIssuer, grantClaims, newSigningKey, startGrantIssuer } from '../../kit/testing/grantIssuer.ts';
import { allLoggedTables } from '../register/log/loggedTables.ts';
import { createEmouSubgraph, emouMigrationsDirectory } from '../subgraph.ts';
import { startTestLog, type TestLog } from './testLog.ts';

/** A real database, a gateway's keys and any number of emou servers, on a clock that tests move. */
export interface EmouTestBed {
  readonly postgres: EmbeddedPostgres;
  readonly databaseUrl: string;
  readonly grantJwksUrl: string;
  /** Directory for files of the test; removed with the rest. */
  readonly directory: string;
  readonly catalogue: DatasetCatalogue;
  readonly feedPrivateKeyPem: string;
  readonly log: LogEntry[];
  /** Ledger in which emou records what decides access. */
  readonly testLog: TestLog;
  /** Real time plus what `passTime` added. */
  readonly clock: () => Date;
  passTime(milliseconds: number): void;
  /** Starts on any free port by default. */
  startEmou(
    options?: Partial<Parameters<typeof createEmouSubgraph>[0]>,
    port?: number,
    factsUrl?: () => string,
  ): Promise<RunningSubgraph>;
  /** Names of the statements sent since the test last cleared it. */
  readonly statements: string[];
  grant(claims?: Partial<Omit<GrantClaims, 'sub'>> & { readonly sub?: string | undefined }): string;
  /** Signs any token of the gateway. */
  readonly sign: GrantIssuer['sign'];
  /** Grant of the gateway itself, with no person behind it. */
  gatewayGrant(): string;
  sql<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Stops every emou started here, so that none from an earlier test reads the register of the next. */
  stopEmous(): Promise<void>;
  /** Resets to an empty register of revision 0. */
  clearRegister(): Promise<void>;
  stop(): Promise<void>;
}

export async function startEmouTestBed(): Promise<EmouTestBed> {
  const dataDirectory = await makeDataDirectory('person360-emou-');
  const postgres = await startTestPostgres({ dataDirectory });
  const testLog = await startTestLog(postgres);
  const databaseUrl = await postgres.ensureSystem('emou');
  await runMigrations(databaseUrl, emouMigrationsDirectory);
  const catalogue = shippedCatalogue();
  const issuer = await startGrantIssuer();
  const feedPrivateKeyPem = newPrivateKeyPem();
  const log: LogEntry[] = [];
  const statements: string[] = [];
  const running: RunningSubgraph[] = [];
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  // A test cut the connection; the next statement opens another.
  pool.on('error', () => undefined);
  let passed = 0;
  const clock = (): Date => new Date(Date.now() + passed);

  async function stopEmous(): Promise<void> {
    await Promise.all(running.splice(0).map((emou) => emou.stop()));
  }

  return {
    postgres,
    databaseUrl,
    grantJwksUrl: issuer.jwksUrl,
    directory: dataDirectory,
    catalogue,
    feedPrivateKeyPem,
    log,
    testLog,
    statements,
    clock,
    passTime: (milliseconds) => {
      passed += milliseconds;
    },
    async startEmou(options = {}, port = 0, factsUrl) {
      const definition = createEmouSubgraph({ catalogue, feedPrivateKeyPem, log: testLog.open(), ...options });
      const emou = await startSubgraph(definition, {
        databaseUrl,
        port,
        grantJwksUrl: issuer.jwksUrl,
        clock,
        factsUrl,
        log: (entry) => log.push(entry),
        onQuery: ({ statement }) => statements.push(statement),
      });
      running.push(emou);
      return emou;
    },
    grant(claims = {}) {
      const { agency = 'DCFS' } = claims;
      const officer = { agency, roles: ['DATA_OFFICER'], sub: `officer@${agency.toLowerCase()}.example` };
      return issuer.sign({ ...grantClaims('emou', [], clock()), purpose: 'DATA_GOVERNANCE', ...officer, ...claims });
    },
    sign: issuer.sign,
    gatewayGrant() {
      return issuer.sign({
        ...grantClaims('emou', [], clock()),
        agency: 'DOIT',
        purpose: 'DATA_GOVERNANCE',
        roles: ['GATEWAY'],
      });
    },
    async sql<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) {
      return (await pool.query<Row>(text, [...values])).rows;
    },
    stopEmous,
    async clearRegister() {
      const tables = allLoggedTables.map(({ name }) => name);
      const client = await pool.connect();
      try {
        await client.query('begin');
        for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
        await client.query(`truncate ${tables.join(', ')}, agreement, notice cascade`);
        for (const table of tables) await client.query(`alter table ${table} enable trigger user`);
        await client.query(
          "update register set revision = 0, rebuilt_with = 0, settled_at = '-infinity', log_size = 0",
        );
        // Done while the tables are locked: no process may compare the old register with the new log, or the reverse.
        testLog.restart();
        await client.query('commit');
      } finally {
        client.release();
      }
    },
    async stop() {
      await stopEmous();
      await issuer.stop();
      await pool.end();
      await postgres.stop();
      await removeEmbeddedPostgres(dataDirectory);
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

export function newPrivateKeyPem(): string {
  return newSigningKey().privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
