import { createSecretKey, randomBytes } from 'node:crypto';
import pg from 'pg';
import type { AdministrationEntry } from '../../../schema/ledger/administration.ts';
import type { PseudonymKey } from '../../../schema/ledger/personPseudonym.ts';
import type { GrantClaims } from '../../../schema/tokens/grant.ts';
import { auditMigrationsDirectory, createAuditSubgraph } from '../../../subgraphs/audit/subgraph.ts';
import { suspensionTable } from '../../../subgraphs/audit/suspensions/suspensionTable.ts';
import { unmaskingDecisionTable, unmaskingTable } from '../../../subgraphs/audit/unmasking/unmaskingTables.ts';
import { type EmouTestBed, startEmouTestBed } from '../../../subgraphs/emou/testing/emouTestBed.ts';
import { createAdministrationLog } from '../../../subgraphs/kit/administration/administrationLog.ts';
import { runMigrations } from '../../../subgraphs/kit/database/migrations.ts';
import { type RunningSubgraph, startSubgraph } from '../../../subgraphs/kit/startSubgraph.ts';
import { askSubgraph, type SubgraphAnswer } from '../../../subgraphs/kit/testing/askSubgraph.ts';

const tables = [suspensionTable, unmaskingTable, unmaskingDecisionTable];
const names = tables.map(({ name }) => `audit.${name}`);

export type AuditOptions = Partial<Parameters<typeof createAuditSubgraph>[0]>;
export type GrantHolder = Partial<Omit<GrantClaims, 'sub'>> & { readonly sub?: string | undefined };

/** Audit systems by themselves, on a real database, with a gateway's keys. */
export interface AuditBed {
  readonly emou: EmouTestBed;
  readonly admin: pg.Client;
  readonly pseudonymKey: PseudonymKey;
  start(options?: AuditOptions): Promise<RunningSubgraph>;
  /** Runs `work` with an audit system, which is stopped then. */
  with<Result>(work: (url: string) => Promise<Result>, options?: AuditOptions): Promise<Result>;
  /** Queries as an auditor of DOIT by default. */
  ask(url: string, query: string, variables?: object, asker?: GrantHolder, headers?: object): Promise<SubgraphAnswer>;
  /** Every entry of the tree. */
  entries(): Promise<readonly AdministrationEntry[]>;
  rows(table: string): Promise<readonly object[]>;
  /** Runs statements as an administrator who switches the triggers off for it. */
  tamper(...statements: readonly string[]): Promise<void>;
  /** The next tree is a new one; the tables stay as they are. */
  beginTree(): void;
  /** A new tree and empty tables. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

export async function startAuditBed(): Promise<AuditBed> {
  const emou = await startEmouTestBed();
  const pseudonymKey = { epoch: 'test', secret: createSecretKey(randomBytes(32)) };
  await runMigrations(emou.testLog.auditUrl, auditMigrationsDirectory);
  const admin = new pg.Client({ connectionString: emou.testLog.adminUrl });
  await admin.connect();
  let trees = 0;
  const administration = () => ({ ...emou.testLog.settings, origin: `test.example/audit-${trees}` });

  const bed: AuditBed = {
    emou,
    admin,
    pseudonymKey,
    start: (options = {}) =>
      startSubgraph(
        createAuditSubgraph({
          ...{ catalogue: emou.catalogue, pseudonymKeys: [pseudonymKey], administration: administration() },
          personListUrl: () => undefined,
          // Only a test of it wants the comparison in the background.
          checkEveryMs: 600_000,
          ...options,
        }),
        {
          databaseUrl: emou.testLog.auditUrl,
          port: 0,
          grantJwksUrl: emou.grantJwksUrl,
          clock: emou.clock,
          log: (entry) => emou.log.push(entry),
        },
      ),
    async with(work, options) {
      const audit = await bed.start(options);
      return await work(audit.url).finally(() => audit.stop());
    },
    ask(url, query, variables = {}, asker = {}, headers = {}) {
      const claims = { aud: 'audit', agency: 'DOIT', roles: ['AUDITOR'], purpose: 'AUDIT' };
      const grant = emou.grant({ ...claims, datasets: ['audit.unmasking'], ...asker });
      return askSubgraph(url, grant, query, { ...variables }, { ...headers });
    },
    async entries() {
      const log = createAdministrationLog(administration(), tables);
      return await log.readAll().finally(() => log.close());
    },
    rows: async (table) => (await admin.query<object>(`select * from audit.${table} order by 1`)).rows,
    async tamper(...statements) {
      for (const name of names) await admin.query(`alter table ${name} disable trigger all`);
      for (const text of statements) await admin.query(text);
      for (const name of names) await admin.query(`alter table ${name} enable trigger all`);
    },
    beginTree() {
      trees += 1;
    },
    async clear() {
      bed.beginTree();
      await bed.tamper(`truncate ${names.join(', ')} restart identity`, 'update audit.register_log set size = 0');
    },
    async stop() {
      await admin.end();
      await emou.stop();
    },
  };
  return bed;
}
