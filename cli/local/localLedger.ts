import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { verifierKeyOf } from '../../ledger/index.ts';
import { type PseudonymKey, parsePseudonymKeys } from '../../schema/ledger/personPseudonym.ts';
import type { AdministrationLogSettings } from '../../subgraphs/kit/administration/administrationLog.ts';
import { installLedgerAt } from '../installLedgerAt.ts';
import type { EmbeddedPostgres } from '../postgres/embeddedPostgres.ts';

/** The disclosure ledger of a local run: its database, its logins, and its keys for signing and hashing. */
export interface LocalLedger {
  /** Name of its log, or of the first one if there are several. */
  readonly origin: string;
  /** One per gateway process. */
  readonly origins: readonly string[];
  readonly writerUrl: string;
  /** URL of the reader that also owns the schema `audit`. */
  readonly auditUrl: string;
  /** Administrator URL. Kept in memory only. */
  readonly adminUrl: string;
  /** URL of the login that appends what decides access. */
  readonly registerUrl: string;
  /** emou's log of what decides access. */
  readonly emouOrigin: string;
  /** The audit system's log of suspensions and unmaskings. */
  readonly auditOrigin: string;
  /** The person index's log of links. */
  readonly identityOrigin: string;
  /** The registry's log of publications. */
  readonly registryOrigin: string;
  readonly signingKey: string;
  readonly verifierKey: string;
  readonly pseudonymKeys: readonly [PseudonymKey, ...PseudonymKey[]];
}

/** File that tells `person360 audit` how to read a running local system. */
export const LOCAL_LEDGER_FILE = 'ledger.json';

const DATABASE = 'ledger';
const ORIGIN = 'person360.local/gateway-1';
const EMOU_ORIGIN = 'person360.local/emou';
const AUDIT_ORIGIN = 'person360.local/audit';
const IDENTITY_ORIGIN = 'person360.local/identity';
const REGISTRY_ORIGIN = 'person360.local/registry';

/** Creates a database for the ledger on the embedded server and returns its administrator URL. */
export async function ensureLedgerDatabase(postgres: EmbeddedPostgres): Promise<string> {
  const client = new pg.Client({ connectionString: postgres.superuserUrl() });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
  return postgres.superuserUrl(DATABASE);
}

/** Keys of a local run for signing its log and for the pseudonyms in it. Created on first use. */
export function localLedgerKeys(dataDirectory: string): Pick<LocalLedger, 'signingKey' | 'pseudonymKeys'> {
  const signingKey = keptSecret(dataDirectory, 'ledger.pem', () =>
    String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })),
  );
  const personKeys = keptSecret(
    dataDirectory,
    'person-references.txt',
    () => `local ${randomBytes(32).toString('base64url')}\n`,
  );
  return { signingKey, pseudonymKeys: parsePseudonymKeys(personKeys) };
}

/**
 * Installs or upgrades the ledger in the database at the administrator's URL.
 *
 * @param workers number of gateway processes; if there are several, each writes its own log
 */
export async function openLocalLedger(adminUrl: string, dataDirectory: string, workers: number): Promise<LocalLedger> {
  // Generated again at every start, so that a password written down somewhere opens nothing later.
  const password = () => randomBytes(24).toString('base64url');
  const passwords = { writer: password(), audit: password(), register: password() };
  await installLedgerAt(adminUrl, {
    writer: { name: 'ledger_gateway', password: passwords.writer },
    audit: { name: 'audit', password: passwords.audit },
    register: { name: 'ledger_register', password: passwords.register },
  });
  const urlOf = (user: string, password: string): string => {
    const url = new URL(adminUrl);
    url.username = user;
    url.password = password;
    return url.href;
  };
  const { signingKey, pseudonymKeys } = localLedgerKeys(dataDirectory);
  const ofWorker = (number: number): string => `${ORIGIN}/worker-${number}`;
  const origin = workers === 1 ? ORIGIN : ofWorker(1);
  const origins = [origin, ...Array.from({ length: workers - 1 }, (_, index) => ofWorker(index + 2))];
  const ledger: LocalLedger = {
    origin,
    origins,
    writerUrl: urlOf('ledger_gateway', passwords.writer),
    auditUrl: urlOf('audit', passwords.audit),
    adminUrl,
    registerUrl: urlOf('ledger_register', passwords.register),
    emouOrigin: EMOU_ORIGIN,
    auditOrigin: AUDIT_ORIGIN,
    identityOrigin: IDENTITY_ORIGIN,
    registryOrigin: REGISTRY_ORIGIN,
    signingKey,
    verifierKey: verifierKeyOf(origin, signingKey),
    pseudonymKeys,
  };
  const logOf = (name: string, holds: 'disclosures' | 'administration') => ({
    ...{ origin: name, verifierKey: verifierKeyOf(name, signingKey), holds },
  });
  const logs = [
    ...origins.map((name) => logOf(name, 'disclosures')),
    ...[EMOU_ORIGIN, AUDIT_ORIGIN, IDENTITY_ORIGIN, REGISTRY_ORIGIN].map((name) => logOf(name, 'administration')),
  ];
  writeFileSync(join(dataDirectory, LOCAL_LEDGER_FILE), `${JSON.stringify({ databaseUrl: ledger.auditUrl, logs })}\n`, {
    mode: 0o600,
  });
  return ledger;
}

/** Log in which a local run's emou records what decides access. */
export function localEmouLog({ registerUrl, emouOrigin, signingKey }: LocalLedger): AdministrationLogSettings {
  return { connectionString: registerUrl, origin: emouOrigin, signingKey };
}

/** Log in which a local run's audit system records suspensions and unmaskings. */
export function localAuditLog({ registerUrl, auditOrigin, signingKey }: LocalLedger): AdministrationLogSettings {
  return { connectionString: registerUrl, origin: auditOrigin, signingKey };
}

/** Log in which a local run's person index records links of persons. */
export function localIdentityLog({ registerUrl, identityOrigin, signingKey }: LocalLedger): AdministrationLogSettings {
  return { connectionString: registerUrl, origin: identityOrigin, signingKey };
}

/** Log in which a local run's registry records publications. */
export function localRegistryLog({ registerUrl, registryOrigin, signingKey }: LocalLedger): AdministrationLogSettings {
  return { connectionString: registerUrl, origin: registryOrigin, signingKey };
}

/** Only one running system uses the data directory at a time, so no other process creates the same file. */
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
