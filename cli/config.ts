import { type AllowedOrigins, parseAllowedOrigins } from '../gateway/http/headers/cors.ts';
import { SUBGRAPH_NAMES, type SubgraphName } from '../schema/files.ts';
import { SettingError } from '../schema/values/settingError.ts';
import type { LedgerLogins } from './installLedgerAt.ts';

/** Tells a process started by `person360 start` that it is one of its gateways, and contains its settings. */
export const LOCAL_GATEWAY_VARIABLE = 'PERSON360_LOCAL_GATEWAY';

/** Settings that the commands read from the environment; everything else comes from options. */
export interface CliConfig {
  readonly production: boolean;
  /** Databases run elsewhere, from `<SYSTEM>_DATABASE_URL`; the others are embedded. */
  readonly databaseUrls: ReadonlyMap<SubgraphName, string>;
  /** Administrator URL of the ledger's database, from LEDGER_ADMIN_URL; undefined: embedded. */
  readonly ledgerAdminUrl: string | undefined;
  /** The identity provider, from PERSON360_JWKS_URL, _ISSUER and _AUDIENCE; undefined: the local development issuer. */
  readonly callers: { readonly jwksUrl: string; readonly issuer: string; readonly audience: string } | undefined;
  /** Origins of web pages that may call the gateway, from PERSON360_ALLOWED_ORIGINS; default: loopback. */
  readonly allowedOrigins: AllowedOrigins;
  /** Set in processes started by `person360 start --workers`. */
  readonly localGateway: string | undefined;
}

/** Throws an Error that names the missing variable. */
export function readCliConfig(environment: Readonly<Record<string, string | undefined>>): CliConfig {
  const databaseUrls = new Map<SubgraphName, string>();
  for (const name of SUBGRAPH_NAMES) {
    const url = environment[`${name.toUpperCase()}_DATABASE_URL`];
    if (url !== undefined && url !== '') databaseUrls.set(name, url);
  }
  const jwksUrl = environment.PERSON360_JWKS_URL;
  const issuer = environment.PERSON360_ISSUER;
  if (jwksUrl !== undefined && issuer === undefined) {
    throw new SettingError('PERSON360_JWKS_URL is set. Also set PERSON360_ISSUER to the issuer of the tokens.');
  }
  return {
    production: environment.NODE_ENV === 'production',
    databaseUrls,
    ledgerAdminUrl: environment.LEDGER_ADMIN_URL || undefined,
    localGateway: environment[LOCAL_GATEWAY_VARIABLE],
    allowedOrigins: parseAllowedOrigins(environment.PERSON360_ALLOWED_ORIGINS || 'loopback'),
    callers:
      jwksUrl === undefined || issuer === undefined
        ? undefined
        : { jwksUrl, issuer, audience: environment.PERSON360_AUDIENCE ?? 'person360' },
  };
}

/** The ledger's database and its logins, for `person360 ledger install`. Throws an error that names a missing variable. */
export function readLedgerInstallation(environment: Readonly<Record<string, string | undefined>>): {
  readonly adminUrl: string;
  readonly logins: LedgerLogins;
} {
  const required = (name: string): string => {
    const value = environment[name];
    if (value === undefined || value === '') {
      throw new SettingError(`${name} is not set. Set it; see person360 ledger install --help.`);
    }
    return value;
  };
  return {
    adminUrl: required('LEDGER_ADMIN_URL'),
    logins: {
      writer: { name: 'ledger_gateway', password: required('LEDGER_WRITER_PASSWORD') },
      audit: { name: 'audit', password: required('LEDGER_AUDIT_PASSWORD') },
      register: { name: 'ledger_register', password: required('LEDGER_REGISTER_PASSWORD') },
    },
  };
}

/** Returns the process's environment. No other part of the commands reads it. */
export function processEnvironment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}

/**
 * Removes the variables that PostgreSQL's clients read (PGSSLMODE, PGOPTIONS, ...) from this process and its children.
 * They are meant for the user's own servers and would break the embedded one.
 */
export function clearPostgresVariables(): void {
  for (const name of Object.keys(process.env)) if (/^PG[A-Z]+$/.test(name)) delete process.env[name];
}
