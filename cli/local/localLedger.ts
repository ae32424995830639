import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { createLedgerLogin, installLedger, verifierKeyOf } from '../../ledger/index.ts';
import { type PersonReferenceKey, parsePersonReferenceKeys } from '../../schema/personReference.ts';
import type { EmbeddedPostgres } from '../postgres/embeddedPostgres.ts';

/** The disclosure ledger of a local run: its database, its two logins, and what signs and hashes. */
export interface LocalLedger {
  readonly origin: string;
  readonly writerUrl: string;
  /** Reads the ledger; owns the schema `audit` beside it. */
  readonly auditUrl: string;
  readonly signingKey: string;
  readonly verifierKey: string;
  readonly personKeys: readonly [PersonReferenceKey, ...PersonReferenceKey[]];
}

/** Where a running local system can be read by `person360 audit`. */
export const localLedgerFile = 'ledger.json';

const DATABASE = 'ledger';
const ORIGIN = 'person360.local/gateway-1';

/** Installs or upgrades the ledger in a database of its own on this server. */
export async function openLocalLedger(postgres: EmbeddedPostgres, dataDirectory: string): Promise<LocalLedger> {
  await asSuperuser(postgres.superuserUrl(), async (superuser) => {
    const { rowCount } = await superuser.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await superuser.query(`CREATE DATABASE ${DATABASE}`);
    await superuser.query(`REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC`);
  });
  // Made anew at every start: nothing that was written down somewhere opens the log later.
  const passwords = { writer: randomBytes(24).toString('base64url'), audit: randomBytes(24).toString('base64url') };
  await asSuperuser(postgres.superuserUrl(DATABASE), async (superuser) => {
    await installLedger(superuser);
    await createLedgerLogin(superuser, { name: 'ledger_gateway', password: passwords.writer, access: 'writer' });
    await createLedgerLogin(superuser, { name: 'audit', password: passwords.audit, access: 'reader' });
    await superuser.query('CREATE SCHEMA IF NOT EXISTS audit AUTHORIZATION audit');
    await superuser.query(`ALTER ROLE audit IN DATABASE ${DATABASE} SET search_path = audit`);
  });
  const urlOf = (user: string, password: string) =>
    `postgres://${user}:${password}@127.0.0.1:${postgres.port}/${DATABASE}`;
  const signingKey = keptSecret(dataDirectory, 'ledger.pem', () =>
    String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })),
  );
  const personKeys = keptSecret(
    dataDirectory,
    'person-references.txt',
    () => `local ${randomBytes(32).toString('base64url')}\n`,
  );
  const ledger: LocalLedger = {
    origin: ORIGIN,
    writerUrl: urlOf('ledger_gateway', passwords.writer),
    auditUrl: urlOf('audit', passwords.audit),
    signingKey,
    verifierKey: verifierKeyOf(ORIGIN, signingKey),
    personKeys: parsePersonReferenceKeys(personKeys),
  };
  const { origin, auditUrl: databaseUrl, verifierKey } = ledger;
  writeFileSync(join(dataDirectory, localLedgerFile), `${JSON.stringify({ origin, databaseUrl, verifierKey })}\n`, {
    mode: 0o600,
  });
  return ledger;
}

/** The data directory belongs to one running system at a time, so nobody else makes the same file. */
function keptSecret(dataDirectory: string, name: string, make: () => string): string {
  const directory = join(dataDirectory, 'keys');
  const file = join(directory, name);
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (!(typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const text = make();
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  return text;
}

async function asSuperuser(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
