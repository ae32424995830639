import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type SubgraphName, subgraphNames } from '../schema/files.ts';
import { type PersonReferenceKey, parsePersonReferenceKeys } from '../schema/personReference.ts';
import type { FactSourceUrls } from './identity/personFacts.ts';

/** What one system's process is told, in production. */
export interface SubgraphConfig {
  readonly name: SubgraphName;
  readonly databaseUrl: string;
  readonly port: number;
  readonly host: string;
  readonly grantJwksUrl: string;
  /** The person index's fact door. Undefined for emou and audit, which hold no agency's data of persons. */
  readonly factsUrl: string | undefined;
  /** Read only for identity. */
  readonly factSources: FactSourceUrls;
  /** Read only for emou. Throws when the file cannot be read. */
  readonly feedPrivateKeyPem: () => string;
  /** Where emou sends its notices: a file's text (YAML or JSON); undefined: nowhere. Throws when it cannot be read. */
  readonly webhookTargets: () => string | undefined;
  /** How emou sends them as e-mail; undefined: not. `targets` is a file's text (YAML or JSON). Throws when it cannot be read. */
  readonly mail: MailConfig | undefined;
  /** Read only for audit. Throws when the file cannot be read. */
  readonly personReferenceKeys: () => readonly PersonReferenceKey[];
}

export interface MailConfig {
  readonly smtpUrl: string;
  readonly from: string;
  readonly targets: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const Port = z.coerce.number().int().min(0).max(65_535);
const DatabaseUrl = z.url({ protocol: /^postgres(ql)?$/ });
const HttpUrl = z.url({ protocol: /^https?$/ });
const SmtpUrl = z.url({ protocol: /^smtps?$/ });
const File = z.string().min(1);

/**
 * Reads `<SYSTEM>_DATABASE_URL`, `PORT`, `HOST`, `PERSON360_GRANT_JWKS_URL`; for all but emou and audit
 * `PERSON360_FACTS_URL`; for identity `CHILDWELFARE_FACTS_URL` and `EMOU_FACTS_URL`; for emou
 * `PERSON360_FEED_PRIVATE_KEY_FILE` and, if notices are to be sent, `PERSON360_WEBHOOK_TARGETS_FILE`, or `SMTP_URL` with
 * `PERSON360_MAIL_FROM` and `PERSON360_MAIL_TARGETS_FILE`; for audit `PERSON360_PERSON_REFERENCE_KEYS_FILE`. Throws,
 * naming the setting, never its value.
 */
export function readSubgraphConfig(name: string | undefined, environment: Environment): SubgraphConfig {
  const known = subgraphNames.find((candidate) => candidate === name);
  if (known === undefined) throw new Error(`Name one system to start: ${subgraphNames.join(', ')}.`);
  const keyFile =
    known === 'emou' ? setting(environment, 'PERSON360_FEED_PRIVATE_KEY_FILE', File, 'a file') : undefined;
  const referencesFile =
    known === 'audit' ? setting(environment, 'PERSON360_PERSON_REFERENCE_KEYS_FILE', File, 'a file') : undefined;
  const doorOf = (name: string, systems: readonly string[]): string | undefined =>
    systems.includes(known) ? setting(environment, name, HttpUrl, 'an http(s):// URL') : undefined;
  const [casesUrl, consentsUrl] = ['CHILDWELFARE_FACTS_URL', 'EMOU_FACTS_URL'].map((name) =>
    doorOf(name, ['identity']),
  );
  return {
    name: known,
    databaseUrl: setting(environment, `${known.toUpperCase()}_DATABASE_URL`, DatabaseUrl, 'a postgres:// URL'),
    port: setting(environment, 'PORT', Port, 'a port number'),
    host: environment.HOST ?? '127.0.0.1',
    grantJwksUrl: setting(environment, 'PERSON360_GRANT_JWKS_URL', HttpUrl, 'an http(s):// URL'),
    factsUrl: doorOf(
      'PERSON360_FACTS_URL',
      subgraphNames.filter((each) => each !== 'emou' && each !== 'audit'),
    ),
    factSources: { childwelfare: () => casesUrl, emou: () => consentsUrl },
    feedPrivateKeyPem: () => {
      if (keyFile === undefined) throw new Error('Only emou signs the approval feed.');
      return readFileSync(keyFile, 'utf8');
    },
    webhookTargets: () => {
      const file = environment.PERSON360_WEBHOOK_TARGETS_FILE;
      return known === 'emou' && file !== undefined && file !== '' ? readFileSync(file, 'utf8') : undefined;
    },
    mail: known === 'emou' ? readMailConfig(environment) : undefined,
    personReferenceKeys: () => {
      if (referencesFile === undefined) throw new Error('Only audit finds persons in the disclosure log.');
      return parsePersonReferenceKeys(readFileSync(referencesFile, 'utf8'));
    },
  };
}

/** Throws when mail is to be sent and it is not said from whom and to whom. */
function readMailConfig(environment: Environment): MailConfig | undefined {
  if (environment.SMTP_URL === undefined || environment.SMTP_URL === '') return undefined;
  const file = setting(environment, 'PERSON360_MAIL_TARGETS_FILE', File, 'a file');
  return {
    smtpUrl: setting(environment, 'SMTP_URL', SmtpUrl, 'an smtp(s):// URL'),
    from: setting(environment, 'PERSON360_MAIL_FROM', z.email(), "the sender's address"),
    targets: readFileSync(file, 'utf8'),
  };
}

function setting<Value>(environment: Environment, name: string, type: z.ZodType<Value>, expected: string): Value {
  const result = type.safeParse(environment[name]);
  if (!result.success) throw new Error(`Set ${name} to ${expected}.`);
  return result.data;
}

/** The process's own environment: read here and nowhere else among the subgraphs. */
export function processEnvironment(): Environment {
  return process.env;
}
