import { type AllowedOrigins, parseAllowedOrigins } from '../gateway/http/headers/cors.ts';
import { SUBGRAPH_NAMES, type SubgraphName } from '../schema/files.ts';
import { SettingError } from '../schema/settingError.ts';

/** Tells a process that `person360 start` began that it is one of its gateways, and how it is to run. */
export const LOCAL_GATEWAY_VARIABLE = 'PERSON360_LOCAL_GATEWAY';

/** What the commands take from the environment; everything else comes from their options. */
export interface CliConfig {
  readonly production: boolean;
  /** Databases that are run elsewhere, from `<SYSTEM>_DATABASE_URL`; the others are embedded. */
  readonly databaseUrls: ReadonlyMap<SubgraphName, string>;
  /** Administrator's URL of the ledger's database, from LEDGER_ADMIN_URL; undefined: embedded. */
  readonly ledgerAdminUrl: string | undefined;
  /** The identity provider, from PERSON360_JWKS_URL, _ISSUER and _AUDIENCE; undefined: the local development issuer. */
  readonly callers: { readonly jwksUrl: string; readonly issuer: string; readonly audience: string } | undefined;
  /** Origins of web pages that may call the gateway, from PERSON360_ALLOWED_ORIGINS; default: loopback. */
  readonly allowedOrigins: AllowedOrigins;
  /** Set in the processes that `person360 start --workers` begins. */
  readonly localGateway: string | undefined;
}

/** Throws an Error that names what is missing. */
export function readCliConfig(environment: Readonly<Record<string, string | undefined>>): CliConfig {
  const databaseUrls = new Map<SubgraphName, string>();
  for (const name of SUBGRAPH_NAMES) {
    const url = environment[`${name.toUpperCase()}_DATABASE_URL`];
    if (url !== undefined && url !== '') databaseUrls.set(name, url);
  }
  const jwksUrl = environment.PERSON360_JWKS_URL;
  const issuer = environment.PERSON360_ISSUER;
  if (jwksUrl !== undefined && issuer === undefined) {
    throw new SettingError('PERSON360_JWKS_URL is set: set PERSON360_ISSUER to the issuer whose tokens it verifies.');
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

/** The process's own environment: read here and nowhere else among the commands. */
export function processEnvironment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}

/**
 * Removes the variables that PostgreSQL's clients read (PGSSLMODE, PGOPTIONS, ...) from this process and those that it
 * starts. They are meant for the servers that the user of the shell works with, and would break the embedded one.
 */
export function clearPostgresVariables(): void {
  for (const name of Object.keys(process.env)) if (/^PG[A-Z]+$/.test(name)) delete process.env[name];
}
