import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readCliConfig, readLedgerInstallation } from '../../cli/config.ts';
import { readConsoleConfig } from '../../console/server/config.ts';
import { readGatewayConfig, readWorkers } from '../../gateway/config.ts';
import { SUBGRAPH_NAMES, type SubgraphName } from '../../schema/files.ts';
import { numberedSystems } from '../../schema/persons/personKeys.ts';
import { readRegisterSettings, readSubgraphConfig } from '../../subgraphs/config.ts';
import { readPage, tableRows } from './pages.ts';

type Environment = Record<string, string | undefined>;

const directory = mkdtempSync(join(tmpdir(), 'person360-configuration-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

const pemOf = (pair: { readonly privateKey: ReturnType<typeof generateKeyPairSync>['privateKey'] }): string =>
  String(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));

/** Values of required variables, and of those that make a program read others. */
const examples: Environment = {
  PERSON360_JWKS_URL: 'https://idp.example.gov/keys',
  PERSON360_ISSUER: 'https://idp.example.gov',
  PERSON360_GRANT_PRIVATE_KEY_FILE: file('grants.pem', pemOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }))),
  PERSON360_LEDGER_DATABASE_URL: 'postgres://u:p@h/ledger',
  PERSON360_LEDGER_ORIGIN: 'ledger.test/one',
  PERSON360_LEDGER_SIGNING_KEY_FILE: file('ledger.pem', pemOf(generateKeyPairSync('ed25519'))),
  PERSON360_PERSON_REFERENCE_KEYS_FILE: file('references.txt', `test ${randomBytes(32).toString('base64url')}`),
  PERSON360_ENCRYPTION_KEY_FILE: 'encryption.json',
  PERSON360_GRANT_JWKS_URL: 'https://gateway.example.gov/keys',
  PERSON360_FACTS_URL: 'https://identity.example.gov/facts',
  CHILDWELFARE_FACTS_URL: 'https://childwelfare.example.gov/facts',
  EMOU_FACTS_URL: 'https://emou.example.gov/facts',
  PERSON360_FEED_PRIVATE_KEY_FILE: 'feed.pem',
  PERSON360_CONSOLE_URL: 'https://console.example.gov',
  PERSON360_GATEWAY_URL: 'https://gateway.example.gov/graphql',
  PERSON360_OIDC_ISSUER: 'https://idp.example.gov',
  PERSON360_OIDC_CLIENT_ID: 'console',
  PERSON360_OIDC_CLIENT_SECRET: 'secret',
  PERSON360_CONSOLE_DATABASE_URL: 'postgres://u:p@h/console',
  PERSON360_CONSOLE_SECRET: randomBytes(32).toString('base64url'),
  PORT: '4001',
  LEDGER_ADMIN_URL: 'postgres://admin:p@h/ledger',
  LEDGER_WRITER_PASSWORD: 'writer',
  LEDGER_AUDIT_PASSWORD: 'audit',
  LEDGER_REGISTER_PASSWORD: 'register',
  SMTP_URL: 'smtp://relay.example.gov',
  PERSON360_MAIL_FROM: 'notices@example.gov',
  PERSON360_MAIL_TARGETS_FILE: file('mail.yaml', '[]'),
};

interface Variable {
  readonly name: string;
  readonly required: string;
  /** Undefined unless the cell is one value. */
  readonly byDefault: string | undefined;
}

/** The variables in the table under a heading of the page. */
function variablesUnder(heading: string, system?: SubgraphName): readonly Variable[] {
  const section = readPage('docs/configuration.md')
    .split(/^## /m)
    .find((text) => text.startsWith(`${heading}\n`));
  return tableRows(section ?? '')
    .slice(1)
    .map(([name = '', required = '', byDefault = '']) => ({
      name: name.replaceAll('`', '').replace('<SYSTEM>', system?.toUpperCase() ?? '<SYSTEM>'),
      required,
      byDefault: /^`([^`]*)`$/.exec(byDefault)?.[1],
    }));
}

/** Names that a program reads from an environment with these values. */
function namesRead(read: (environment: Environment) => unknown, values: Environment): ReadonlySet<string> {
  const names = new Set<string>();
  const environment = new Proxy(values, {
    get(target, name) {
      if (typeof name === 'string') names.add(name);
      return Reflect.get(target, name);
    },
  });
  read(environment);
  return names;
}

/** Every system's variable as the page names it. */
const pageName = (name: string): string => {
  const system = SUBGRAPH_NAMES.find((each) => name.startsWith(`${each.toUpperCase()}_`));
  return system !== undefined && /_(?:DATABASE_)?URL$/.test(name) && !name.endsWith('_FACTS_URL')
    ? name.replace(system.toUpperCase(), '<SYSTEM>')
    : name;
};

const only = (variables: readonly Variable[], keep: (variable: Variable) => boolean): Environment =>
  Object.fromEntries(variables.filter(keep).map(({ name }) => [name, examples[name]]));

/** The page lists exactly the variables that are read, says which of them are required, and states their defaults. */
function comparePage(variables: readonly Variable[], read: (environment: Environment) => unknown): void {
  const everything = only(variables, ({ name }) => examples[name] !== undefined);
  const required = only(variables, (variable) => variable.required === 'yes');
  const seen = JSON.stringify(read(required));

  const documented = new Set(variables.map(({ name }) => pageName(name)));
  const names = new Set([...namesRead(read, everything)].map(pageName));
  expect([...names].sort()).toEqual([...documented].sort());

  for (const name of Object.keys(required)) {
    expect(() => read({ ...required, [name]: undefined })).toThrow(name);
  }
  const defaults = variables.flatMap(({ name, byDefault }) => (byDefault === undefined ? [] : [[name, byDefault]]));
  expect(JSON.stringify(read({ ...required, ...Object.fromEntries(defaults) }))).toBe(seen);
}

describe('docs/configuration.md', () => {
  test('has every variable of the gateway', () => {
    comparePage(variablesUnder('Gateway'), (environment) => {
      const workers = readWorkers(environment, undefined);
      const { source: _, ...config } = readGatewayConfig(environment);
      return { ...config, workers };
    });
  });

  test('has every variable of the console', () => {
    comparePage(variablesUnder('Console'), readConsoleConfig);
  });

  test.each(SUBGRAPH_NAMES)('has every variable of %s', (system) => {
    examples[`${system.toUpperCase()}_DATABASE_URL`] = 'postgres://u:p@h/system';
    const heading = numberedSystems.some(([program]) => program === system) ? 'Systems of the programs' : system;
    comparePage([...variablesUnder('Every system', system), ...variablesUnder(heading, system)], (environment) =>
      readSubgraphConfig(system, environment),
    );
  });

  test('has every variable of person360 start', () => {
    comparePage(variablesUnder('person360 start'), readCliConfig);
  });

  test('has every variable of person360 ledger install', () => {
    comparePage(variablesUnder('person360 ledger install'), readLedgerInstallation);
  });

  test('has every variable of person360 emou rebuild', () => {
    examples.EMOU_DATABASE_URL = 'postgres://u:p@h/emou';
    comparePage(variablesUnder('person360 emou rebuild'), readRegisterSettings);
  });
});

test('docker-compose.yml configures the console', () => {
  const { services, secrets, configs } = parse(readPage('docker-compose.yml'), { merge: true });
  const { environment, build } = services.console;
  // Every reference is set to its default, or else to an example.
  const values = Object.entries<string>(environment).map(([name, value]): [string, string] => [
    name,
    value.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, variable, kind, text) =>
      kind === '-' ? text : (examples[variable] ?? 'example'),
    ),
  ]);
  const mounted = Object.fromEntries(
    values.map(([name, value]) => [
      name,
      value.replace(/^\/run\/secrets\/(.*)$/, (_: string, secret: string) => {
        expect([services.console.secrets, Object.keys(secrets)]).toEqual([
          expect.arrayContaining([secret]),
          expect.arrayContaining([secret]),
        ]);
        return file(secret, randomBytes(32).toString('base64'));
      }),
    ]),
  );
  expect(readConsoleConfig(mounted)).toMatchObject({
    origin: 'https://console.example.gov',
    gatewayUrl: 'http://proxy:8080/graphql',
    issuer: new URL('https://idp.example.gov'),
    proxies: 1,
  });
  const { username, pathname } = new URL(readConsoleConfig(mounted).databaseUrl);
  expect([username, pathname]).toEqual(['console', '/console']);
  expect(configs['systems-sh'].content).toMatch(/for system in [a-z ]* console;/);
  expect(readPage('Dockerfile')).toContain(` AS ${build.target}\n`);
});
