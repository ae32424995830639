import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { DEFAULT_MAX_KEY_AGE_MS, MOST_KEY_AGE_SECONDS } from '../keys/keySet.ts';
import { SUBGRAPH_NAMES, type SubgraphName } from '../schema/files.ts';
import { type PseudonymKey, parsePseudonymKeys } from '../schema/ledger/personPseudonym.ts';
import { personListUrl } from '../schema/persons/personList.ts';
import { isEncrypted } from './encryptedTables.ts';
import type { FactSourceUrls } from './identity/personFacts.ts';
import type { AdministrationLogSettings } from './kit/administration/administrationLog.ts';
import type { KeyEncryption } from './kit/encryption/keyEncryption.ts';
import { openKeyFile } from './kit/encryption/keyFile.ts';
import { defaultLimits } from './kit/subgraphDefinition.ts';
import { type NoticeSettings, readNoticeSettings } from './noticeSettings.ts';
import { setting } from './setting.ts';

/** Settings of one system's process, in production. */
export interface SubgraphConfig {
  readonly name: SubgraphName;
  readonly databaseUrl: string;
  readonly port: number;
  readonly host: string;
  readonly grantJwksUrl: string;
  readonly maxKeyAgeMs: number;
  /** Objects and bytes of one response. */
  readonly maxObjects: number;
  readonly maxResponseBytes: number;
  /** The person index's facts endpoint. */
  readonly factsUrl: string | undefined;
  /** Read only for audit: the person index's list of persons, next to its facts endpoint. */
  readonly personListUrl: () => string | undefined;
  /** Read only for systems with encrypted data; undefined for all others. Throws when the file cannot be used. */
  readonly keyEncryption: () => KeyEncryption | undefined;
  /** Read only for identity. */
  readonly factSources: FactSourceUrls;
  /** Read only for emou and the registry. Throws when the file cannot be read. */
  readonly feedPrivateKeyPem: () => string;
  /** Read only for emou: where it records what decides access. Throws when a file cannot be read. */
  readonly emouLog: () => AdministrationLogSettings;
  /** Read only for audit: where it records suspensions and unmaskings. Throws when a file cannot be read. */
  readonly auditLog: () => AdministrationLogSettings;
  /** Read only for identity: where it records links of persons. Throws when a file cannot be read. */
  readonly identityLog: () => AdministrationLogSettings;
  /** Read only for audit, emou and identity: the registry's feed; undefined: only what the product comes with is known. */
  readonly registryFeedUrl: string | undefined;
  /** Read only for the registry: emou's feed; undefined: every publication takes a second person. */
  readonly approvalFeedUrl: () => string | undefined;
  /** Only for audit: origin of identity's log. Undefined: accountings do not follow merged persons. */
  readonly identityLogOrigin: () => string | undefined;
  /** Read only for the registry: where it records publications. Throws when a file cannot be read. */
  readonly registryLog: () => AdministrationLogSettings;
  /** Read only for emou: persons for whom one requester may declare emergencies within an hour. Undefined: the default. */
  readonly emergencyPersonsPerHour: number | undefined;
  /** Read only for emou: where it sends its notices. */
  readonly notices: NoticeSettings | undefined;
  /** Read only for emou: text of its file of settings. */
  readonly agreement: string | undefined;
  /** Read only for audit and identity. Throws when the file cannot be read. */
  readonly pseudonymKeys: () => readonly PseudonymKey[];
}

type Environment = Readonly<Record<string, string | undefined>>;

const Port = z.coerce.number().int().min(0).max(65_535);
const DatabaseUrl = z.url({ protocol: /^postgres(ql)?$/ });
const HttpUrl = z.url({ protocol: /^https?$/ });
const KeyAge = z.coerce
  .number()
  .int()
  .min(60)
  .max(MOST_KEY_AGE_SECONDS)
  .default(DEFAULT_MAX_KEY_AGE_MS / 1_000);
const Count = z.coerce.number().int().min(1);
const File = z.string().min(1);
const Name = z.string().min(1);
const PersonsPerHour = z.coerce.number().int().min(1).max(1_000);

const ENCRYPTION_KEY_FILE = 'PERSON360_ENCRYPTION_KEY_FILE';
const COUNT = 'a whole number of at least 1';

/**
 * Reads `<SYSTEM>_DATABASE_URL`, `PORT`, `HOST`, `PERSON360_GRANT_JWKS_URL`, `PERSON360_KEYS_MAX_AGE_SECONDS`,
 * `PERSON360_MAX_OBJECTS`, `PERSON360_MAX_RESPONSE_BYTES`,
 * `PERSON360_FACTS_URL`; for identity and the programs `PERSON360_ENCRYPTION_KEY_FILE`; for identity
 * `CHILDWELFARE_FACTS_URL`, `EMOU_FACTS_URL` and what audit needs; for emou
 * `PERSON360_FEED_PRIVATE_KEY_FILE`, `PERSON360_EMERGENCY_PERSONS_PER_HOUR`, `PERSON360_LEDGER_DATABASE_URL`, `PERSON360_LEDGER_ORIGIN`,
 * `PERSON360_LEDGER_SIGNING_KEY_FILE`, `PERSON360_LEDGER_FORMER_KEYS_FILE` and, if notices are to be sent, `PERSON360_WEBHOOK_TARGETS_FILE`, or `SMTP_URL` with
 * `PERSON360_MAIL_FROM` and `PERSON360_MAIL_TARGETS_FILE`; for audit `PERSON360_PERSON_REFERENCE_KEYS_FILE` and the same `PERSON360_LEDGER_*`; for the registry `PERSON360_FEED_PRIVATE_KEY_FILE` and
 * the same `PERSON360_LEDGER_*`. Throws,
 * naming the setting, never its value.
 */
export function readSubgraphConfig(name: string | undefined, environment: Environment): SubgraphConfig {
  const systemName = SUBGRAPH_NAMES.find((candidate) => candidate === name);
  if (systemName === undefined) throw new Error(`Name the system to start: ${SUBGRAPH_NAMES.join(', ')}.`);
  const databaseUrl = setting(
    environment,
    `${systemName.toUpperCase()}_DATABASE_URL`,
    DatabaseUrl,
    'a postgres:// URL',
  );
  const keyFile =
    systemName === 'emou' || systemName === 'registry'
      ? setting(environment, 'PERSON360_FEED_PRIVATE_KEY_FILE', File, 'a file')
      : undefined;
  const endpointOf = (name: string, systems: readonly string[]): string | undefined =>
    systems.includes(systemName) ? setting(environment, name, HttpUrl, 'an http(s):// URL') : undefined;
  const [casesUrl, consentsUrl] = ['CHILDWELFARE_FACTS_URL', 'EMOU_FACTS_URL'].map((name) =>
    endpointOf(name, ['identity']),
  );
  const pseudonymKeysFile =
    systemName === 'audit' || systemName === 'identity'
      ? setting(environment, 'PERSON360_PERSON_REFERENCE_KEYS_FILE', File, 'a file')
      : undefined;
  const encryptionKeyFile = isEncrypted(systemName)
    ? setting(environment, ENCRYPTION_KEY_FILE, File, 'a file')
    : undefined;
  const factsUrl = endpointOf('PERSON360_FACTS_URL', SUBGRAPH_NAMES);
  const approvalFeedUrl =
    systemName === 'registry' && environment.PERSON360_FEED_URL !== undefined
      ? setting(environment, 'PERSON360_FEED_URL', HttpUrl, 'an http(s):// URL')
      : undefined;
  const identityLogOrigin = systemName === 'audit' ? environment.PERSON360_IDENTITY_LEDGER_ORIGIN : undefined;
  return {
    name: systemName,
    databaseUrl,
    port: setting(environment, 'PORT', Port, 'a port number'),
    host: environment.HOST ?? '127.0.0.1',
    grantJwksUrl: setting(environment, 'PERSON360_GRANT_JWKS_URL', HttpUrl, 'an http(s):// URL'),
    maxKeyAgeMs:
      1_000 *
      setting(environment, 'PERSON360_KEYS_MAX_AGE_SECONDS', KeyAge, `a number from 60 to ${MOST_KEY_AGE_SECONDS}`),
    maxObjects: setting(environment, 'PERSON360_MAX_OBJECTS', Count.default(defaultLimits.maxObjects), COUNT),
    maxResponseBytes: setting(
      environment,
      'PERSON360_MAX_RESPONSE_BYTES',
      Count.default(defaultLimits.maxResponseBytes),
      COUNT,
    ),
    factsUrl,
    personListUrl: () => personListUrl(factsUrl),
    keyEncryption: () => (encryptionKeyFile === undefined ? undefined : openKeyFile(encryptionKeyFile)),
    factSources: { childwelfare: () => casesUrl, emou: () => consentsUrl },
    feedPrivateKeyPem: () => {
      if (keyFile === undefined) throw new Error('Only emou and the registry sign a feed.');
      return readFileSync(keyFile, 'utf8');
    },
    emouLog: readLogSettings(systemName === 'emou', environment),
    auditLog: readLogSettings(systemName === 'audit', environment),
    identityLog: readLogSettings(systemName === 'identity', environment),
    registryLog: readLogSettings(systemName === 'registry', environment),
    identityLogOrigin: () => identityLogOrigin,
    approvalFeedUrl: () => approvalFeedUrl,
    registryFeedUrl:
      ['audit', 'emou', 'identity'].includes(systemName) && environment.PERSON360_REGISTRY_FEED_URL !== undefined
        ? setting(environment, 'PERSON360_REGISTRY_FEED_URL', HttpUrl, 'an http(s):// URL')
        : undefined,
    emergencyPersonsPerHour:
      systemName === 'emou' && environment.PERSON360_EMERGENCY_PERSONS_PER_HOUR !== undefined
        ? setting(environment, 'PERSON360_EMERGENCY_PERSONS_PER_HOUR', PersonsPerHour, 'a number from 1 to 1000')
        : undefined,
    notices: systemName === 'emou' ? readNoticeSettings(environment) : undefined,
    agreement: systemName === 'emou' ? readAgreementText(environment) : undefined,
    pseudonymKeys: () => {
      if (pseudonymKeysFile === undefined)
        throw new Error('Only audit and identity name persons as the disclosure log does.');
      return parsePseudonymKeys(readFileSync(pseudonymKeysFile, 'utf8'));
    },
  };
}

/** Where a system that decides access records what it decides. */
function readLogSettings(isNeeded: boolean, environment: Environment): () => AdministrationLogSettings {
  if (!isNeeded) {
    return () => {
      throw new Error('This system records no decisions.');
    };
  }
  const connectionString = setting(environment, 'PERSON360_LEDGER_DATABASE_URL', DatabaseUrl, 'a postgres:// URL');
  const origin = setting(environment, 'PERSON360_LEDGER_ORIGIN', Name, "the name of this system's log");
  const keyFile = setting(environment, 'PERSON360_LEDGER_SIGNING_KEY_FILE', File, 'a file');
  const formerKeysFile = environment.PERSON360_LEDGER_FORMER_KEYS_FILE;
  return () => ({
    connectionString,
    origin,
    signingKey: readFileSync(keyFile, 'utf8'),
    formerKeys: formerKeysFile === undefined ? [] : linesOf(readFileSync(formerKeysFile, 'utf8')),
  });
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What a program needs that works on emou's register beside it: where the register and its log are. Throws, naming the setting. */
export function readRegisterSettings(environment: Environment): {
  readonly databaseUrl: string;
  readonly administration: AdministrationLogSettings;
  readonly agreement: string | undefined;
} {
  return {
    databaseUrl: setting(environment, 'EMOU_DATABASE_URL', DatabaseUrl, 'a postgres:// URL'),
    administration: readLogSettings(true, environment)(),
    agreement: readAgreementText(environment),
  };
}

/** Where a system's encrypted data and its key file are, for the commands. Throws, naming the setting. */
export function readEncryptionSettings(system: string, environment: Environment) {
  return {
    databaseUrl: setting(environment, `${system.toUpperCase()}_DATABASE_URL`, DatabaseUrl, 'a postgres:// URL'),
    keyFile: setting(environment, ENCRYPTION_KEY_FILE, File, 'a file'),
  };
}

/** Text of the file that PERSON360_AGREEMENT_FILE names; undefined when it is not set. */
export function readAgreementText(environment: Environment): string | undefined {
  const file = environment.PERSON360_AGREEMENT_FILE;
  return file === undefined || file === '' ? undefined : readFileSync(file, 'utf8');
}

/** The process's own environment: read here and nowhere else among the subgraphs. */
export function processEnvironment(): Environment {
  return process.env;
}
