import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jwt from 'jsonwebtoken';
import pg from 'pg';
import {
  type EmbeddedPostgres,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../cli/postgres/embeddedPostgres.ts';
import { type DatasetCatalogue, readDatasetCatalogue } from '../../../schema/datasetCatalogue.ts';
import { datasetsDirectory } from '../../../schema/files.ts';
import type { GrantClaims } from '../../../schema/grant.ts';
import type { LogEntry } from '../../kit/log.ts';
import { runMigrations } from '../../kit/migrations.ts';
import { type RunningSubgraph, startSubgraph } from '../../kit/startSubgraph.ts';
import type { FeedLimits } from '../feed/feedRoutes.ts';
import { createEmouSubgraph, emouMigrationsDirectory } from '../subgraph.ts';

/** A real database, a gateway's keys and any number of emou processes' worth of servers, on a clock that tests move. */
export interface EmouTestBed {
  readonly postgres: EmbeddedPostgres;
  readonly databaseUrl: string;
  readonly catalogue: DatasetCatalogue;
  readonly feedPrivateKeyPem: string;
  readonly log: LogEntry[];
  /** Real time plus what `passTime` added. */
  readonly clock: () => Date;
  passTime(milliseconds: number): void;
  startEmou(feedLimits?: Partial<FeedLimits>): Promise<RunningSubgraph>;
  grant(claims?: Partial<GrantClaims>): string;
  sql<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Back to an empty register of revision 0. */
  clearRegister(): Promise<void>;
  stop(): Promise<void>;
}

export async function startEmouTestBed(): Promise<EmouTestBed> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'person360-emou-'));
  const settings = { fsync: 'off', synchronous_commit: 'off' };
  const postgres = await startEmbeddedPostgres({ dataDirectory, settings });
  const databaseUrl = await postgres.ensureSystem('emou');
  await runMigrations(databaseUrl, emouMigrationsDirectory);
  const catalogue = readDatasetCatalogue(datasetsDirectory);
  const gatewayKey = newPrivateKeyPem();
  const jwks = await serveJwks(gatewayKey);
  const feedPrivateKeyPem = newPrivateKeyPem();
  const log: LogEntry[] = [];
  const running: RunningSubgraph[] = [];
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  // A connection cut by a test; the next statement opens another.
  pool.on('error', () => undefined);
  let passed = 0;
  const clock = (): Date => new Date(Date.now() + passed);

  return {
    postgres,
    databaseUrl,
    catalogue,
    feedPrivateKeyPem,
    log,
    clock,
    passTime: (milliseconds) => {
      passed += milliseconds;
    },
    async startEmou(feedLimits = {}) {
      const definition = createEmouSubgraph({ catalogue, feedPrivateKeyPem, feedLimits });
      const emou = await startSubgraph(definition, {
        databaseUrl,
        port: 0,
        grantJwksUrl: jwks.url,
        clock,
        log: (entry) => log.push(entry),
      });
      running.push(emou);
      return emou;
    },
    grant(claims = {}) {
      const now = Math.floor(clock().getTime() / 1000);
      const payload = {
        iss: 'person360-gateway',
        aud: 'emou',
        iat: now,
        exp: now + 300,
        agency: 'DCFS',
        purpose: 'DATA_GOVERNANCE',
        roles: ['DATA_OFFICER'],
        datasets: [],
        revision: 0,
        sub: 'officer@dcfs.example',
        ...claims,
      };
      return jwt.sign(payload, gatewayKey, { algorithm: 'ES256', keyid: 'gateway' });
    },
    async sql<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) {
      return (await pool.query<Row>(text, [...values])).rows;
    },
    async clearRegister() {
      await pool.query('ALTER TABLE register_event DISABLE TRIGGER USER');
      await pool.query('TRUNCATE register_event, approval, access_request');
      await pool.query('ALTER TABLE register_event ENABLE TRIGGER USER');
      await pool.query('UPDATE register SET revision = 0');
    },
    async stop() {
      await Promise.all(running.map((emou) => emou.stop()));
      await jwks.stop();
      await pool.end();
      await postgres.stop();
      await removeEmbeddedPostgres(dataDirectory);
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

export function newPrivateKeyPem(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

async function serveJwks(privateKeyPem: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const jwk = createPublicKey(createPrivateKey(privateKeyPem)).export({ format: 'jwk' });
  const body = JSON.stringify({ keys: [{ ...jwk, kid: 'gateway', alg: 'ES256', use: 'sig' }] });
  const server = createServer((_request, response) => response.end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server that listens has an AddressInfo.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
