import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { webFolder } from './builtWeb.ts';

/** Settings of one console server, in production. */
export interface ConsoleConfig {
  readonly host: string;
  readonly port: number;
  /** Of the console in the browser, such as `https://console.person360.example`. */
  readonly origin: string;
  readonly gatewayUrl: string;
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly resource: string | undefined;
  readonly databaseUrl: string;
  readonly secret: string;
  readonly explorerRoles: readonly string[];
  /** Proxies before the console whose X-Forwarded-For counts. */
  readonly proxies: number;
  /** Folder with the built pages (`dist`) and their trusted documents (`documents.json`). */
  readonly web: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** 256 bits in base64url have 43 characters. */
const SECRET_LENGTH = 43;
const LOCAL_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Over http only on this machine: sessions, codes, and tokens must not cross a network in the clear. */
export function isSecureOrLocal({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && LOCAL_HOSTS.has(hostname));
}

function urlOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

const error = (name: string, expected: string) => ({ error: `Set ${name} to ${expected}.` });

/** Text of a variable; one that is set to nothing, as Compose sets it, is not set. */
const optionalText = z
  .string()
  .optional()
  .transform((text) => (text === '' ? undefined : text));

const CONSOLE_URL = error(
  'PERSON360_CONSOLE_URL',
  'the address of the console in the browser, without a path: https://..., or http://localhost:<port>',
);
const ISSUER = error('PERSON360_OIDC_ISSUER', 'the https:// URL of the identity provider (http:// only on localhost)');
const GATEWAY_URL = error('PERSON360_GATEWAY_URL', "the http(s):// URL of the gateway's /graphql");
const CLIENT_ID = error('PERSON360_OIDC_CLIENT_ID', "the console's client id at the identity provider");
const DATABASE_URL = error('PERSON360_CONSOLE_DATABASE_URL', 'the postgres:// URL of the database of the sessions');
const PORT = error('PORT', 'a port number');
const PROXIES = error('PERSON360_CONSOLE_PROXIES', 'the number of proxies before the console, from 0 to 10');
const ROLES = error('PERSON360_EXPLORER_ROLES', 'roles separated by commas, such as AUDITOR,SUPERVISOR');

const Variables = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number(PORT).int(PORT).min(0, PORT).max(65_535, PORT).default(4100),
  PERSON360_CONSOLE_URL: z.string(CONSOLE_URL).refine((text) => {
    const url = urlOf(text);
    return url !== undefined && isSecureOrLocal(url) && `${url.origin}/` === url.href;
  }, CONSOLE_URL),
  PERSON360_GATEWAY_URL: z.url({ protocol: /^https?$/, ...GATEWAY_URL }),
  PERSON360_OIDC_ISSUER: z.string(ISSUER).refine((text) => {
    const url = urlOf(text);
    return url !== undefined && isSecureOrLocal(url);
  }, ISSUER),
  PERSON360_OIDC_CLIENT_ID: z.string(CLIENT_ID).min(1, CLIENT_ID),
  PERSON360_OIDC_RESOURCE: optionalText,
  PERSON360_CONSOLE_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, ...DATABASE_URL }),
  PERSON360_EXPLORER_ROLES: z
    .string()
    .regex(/^([A-Z_]+(,[A-Z_]+)*)?$/, ROLES)
    .default('SUPERVISOR,DATA_OFFICER,DATA_STEWARD,AUDITOR'),
  PERSON360_CONSOLE_PROXIES: z.coerce.number(PROXIES).int(PROXIES).min(0, PROXIES).max(10, PROXIES).default(0),
  PERSON360_CONSOLE_WEB: z.string().min(1).default(webFolder),
});

/** The environment of the process, which the console reads only here. */
export function processEnvironment(): Environment {
  return process.env;
}

/**
 * The console's configuration from the environment: see docs/configuration.md. Throws an Error that names every wrong
 * variable and what to set it to, never a value.
 */
export function readConsoleConfig(environment: Environment): ConsoleConfig {
  const problems: string[] = [];
  const result = Variables.safeParse(environment);
  if (!result.success) problems.push(...result.error.issues.map(({ message }) => message));
  const clientSecret = readSecret('PERSON360_OIDC_CLIENT_SECRET', environment, 1, problems);
  const secret = readSecret('PERSON360_CONSOLE_SECRET', environment, SECRET_LENGTH, problems);
  if (!result.success || problems.length > 0) {
    const lines = [...new Set(problems)].map((problem) => `  ${problem}`);
    throw new Error(`The console's configuration is invalid:\n${lines.join('\n')}`);
  }
  const values = result.data;
  return {
    host: values.HOST,
    port: values.PORT,
    origin: new URL(values.PERSON360_CONSOLE_URL).origin,
    gatewayUrl: values.PERSON360_GATEWAY_URL,
    issuer: new URL(values.PERSON360_OIDC_ISSUER),
    clientId: values.PERSON360_OIDC_CLIENT_ID,
    clientSecret,
    resource: values.PERSON360_OIDC_RESOURCE,
    databaseUrl: values.PERSON360_CONSOLE_DATABASE_URL,
    secret,
    explorerRoles: values.PERSON360_EXPLORER_ROLES.split(',').filter((role) => role !== ''),
    proxies: values.PERSON360_CONSOLE_PROXIES,
    web: values.PERSON360_CONSOLE_WEB,
  };
}

/** A secret in the variable, or in the file that `<name>_FILE` names. Adds to the problems, and then returns ''. */
function readSecret(name: string, environment: Environment, minLength: number, problems: string[]): string {
  const file = environment[`${name}_FILE`] || undefined;
  let value = environment[name] || undefined;
  if (value !== undefined && file !== undefined) {
    problems.push(`Set ${name} or ${name}_FILE, not both.`);
    return '';
  }
  if (file !== undefined) {
    try {
      value = readFileSync(file, 'utf8').trim();
    } catch {
      problems.push(`Set ${name}_FILE to a file that the console can read.`);
      return '';
    }
  }
  if (value !== undefined && value.length >= minLength) return value;
  const length = minLength > 1 ? ` of at least ${minLength} characters (openssl rand -base64 32)` : '';
  problems.push(`Set ${name}, or ${name}_FILE with the name of a file, to a secret${length}.`);
  return '';
}
