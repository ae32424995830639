import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { MOST_KEY_AGE_SECONDS } from '../keys/keySet.ts';
import { readDatasetCatalogue } from '../schema/catalog/datasetCatalogue.ts';
import { datasetsDirectory, supergraphFile } from '../schema/files.ts';
import { parsePseudonymKeys } from '../schema/ledger/personPseudonym.ts';
import { DocumentMode } from '../schema/publishing/trustedDocuments.ts';
import { readRoutingUrls } from '../supergraph/read/routingUrls.ts';
import { readProposedApprovals } from './approvals/proposedApprovals.ts';
import { introspectionSettings } from './documents/introspection.ts';
import { engineNames } from './execution/engineNames.ts';
import { fixedSupergraph, type GatewayOptions, type SupergraphSource } from './gatewayOptions.ts';
import { parseAllowedOrigins } from './http/headers/cors.ts';
import { defaultLimits, limitSettings, readLimits } from './limits.ts';

const Url = z.url({ protocol: /^https?$/ });

const Environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  PERSON360_JWKS_URL: Url,
  PERSON360_ISSUER: z.string().min(1),
  PERSON360_AUDIENCE: z.string().min(1).default('person360'),
  PERSON360_KEYS_MAX_AGE_SECONDS: z.coerce.number().int().min(60).max(MOST_KEY_AGE_SECONDS).default(86_400),
  PERSON360_CACHE_MB: z.coerce.number().int().min(8).max(65_536).optional(),
  PERSON360_GRANT_PRIVATE_KEY_FILE: z.string().min(1),
  PERSON360_FEED_URL: Url.optional(),
  PERSON360_FEED_JWKS_URL: Url.optional(),
  PERSON360_FEED_MAX_AGE_SECONDS: z.coerce.number().int().min(2).max(3_600).default(15),
  PERSON360_SUPERGRAPH: z.string().default(supergraphFile),
  PERSON360_REGISTRY_FEED_URL: Url.optional(),
  PERSON360_REGISTRY_JWKS_URL: Url.optional(),
  PERSON360_SUPERGRAPH_CACHE_FILE: z.string().min(1).optional(),
  PERSON360_ENGINE: z.enum(engineNames).default('compiled'),
  PERSON360_BATCHING: z.enum(['on', 'off']).default('on'),
  PERSON360_LEDGER_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  PERSON360_LEDGER_ORIGIN: z.string().min(1),
  PERSON360_LEDGER_HOLDER: z.string().min(1).optional(),
  PERSON360_LEDGER_SIGNING_KEY_FILE: z.string().min(1),
  PERSON360_LEDGER_FORMER_KEYS_FILE: z.string().min(1).optional(),
  PERSON360_LEDGER_KNOWN_CHECKPOINT_FILES: z.string().min(1).optional(),
  PERSON360_PERSON_REFERENCE_KEYS_FILE: z.string().min(1),
  PERSON360_INTROSPECTION: z.enum(introspectionSettings).default('authenticated'),
  PERSON360_ALLOWED_ORIGINS: z.string().default(''),
  PERSON360_DRAIN_MS: z.coerce.number().int().min(0).max(60_000).default(1_000),
  PERSON360_PROPOSED_APPROVALS: z.string().min(1).optional(),
  PERSON360_DATASETS: z.string().default(datasetsDirectory),
  PERSON360_TRUSTED_DOCUMENTS: z.string().min(1).optional(),
  PERSON360_TRUSTED_DOCUMENTS_DEFAULT: DocumentMode.default('off'),
  ...limitSettings,
});

export interface Workers {
  readonly count: number;
  readonly environmentOf: (number: number) => Readonly<Record<string, string>>;
}

/**
 * Number of processes that share the port: `--workers`, else PERSON360_WORKERS, by default one for each core in
 * production and one otherwise. Each worker writes a ledger tree of its own, so each has an origin and a holder of its
 * own. Throws for an invalid number.
 */
export function readWorkers(
  environment: Readonly<Record<string, string | undefined>>,
  flag: string | undefined,
): Workers {
  const byDefault = environment.NODE_ENV === 'production' ? availableParallelism() : 1;
  const count = z.coerce
    .number()
    .int()
    .min(1)
    .max(256)
    .safeParse(flag ?? environment.PERSON360_WORKERS ?? byDefault);
  if (!count.success) throw new Error('--workers (or PERSON360_WORKERS) must be a whole number from 1 to 256.');
  const origin = environment.PERSON360_LEDGER_ORIGIN ?? '';
  const holder = environment.PERSON360_LEDGER_HOLDER ?? origin;
  return {
    count: count.data,
    environmentOf: (number) => ({
      PERSON360_LEDGER_ORIGIN: `${origin}/worker-${number}`,
      PERSON360_LEDGER_HOLDER: `${holder}/worker-${number}`,
    }),
  };
}

/** The environment of the process, which the gateway reads only here. */
export function processEnvironment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}

export type GatewayConfig = Omit<GatewayOptions, 'clock' | 'log'>;

/**
 * The gateway's configuration from the environment: see docs/configuration.md. Addresses of subgraphs are those that
 * the supergraph was composed with, unless `<SYSTEM>_URL` names another. Throws an Error that names every wrong
 * variable.
 */
export function readGatewayConfig(environment: Readonly<Record<string, string | undefined>>): GatewayConfig {
  const result = Environment.safeParse(environment);
  if (!result.success) throw new Error(`The gateway's configuration is invalid:\n${z.prettifyError(result.error)}`);
  const values = result.data;
  const source = sourceOf(values, environment);
  return {
    host: values.HOST,
    port: values.PORT,
    source,
    callers: {
      jwksUrl: values.PERSON360_JWKS_URL,
      issuer: values.PERSON360_ISSUER,
      audience: values.PERSON360_AUDIENCE,
    },
    grantKey: createPrivateKey(readFileSync(values.PERSON360_GRANT_PRIVATE_KEY_FILE)),
    feed: {
      ...(values.PERSON360_FEED_URL === undefined ? {} : { url: values.PERSON360_FEED_URL }),
      ...(values.PERSON360_FEED_JWKS_URL === undefined ? {} : { jwksUrl: values.PERSON360_FEED_JWKS_URL }),
      maxAgeSeconds: values.PERSON360_FEED_MAX_AGE_SECONDS,
    },
    introspection: values.PERSON360_INTROSPECTION,
    ...proposedApprovals(values.PERSON360_PROPOSED_APPROVALS, source),
    engine: { engine: values.PERSON360_ENGINE, batching: values.PERSON360_BATCHING === 'on' },
    ledger: {
      kind: 'on',
      connectionString: values.PERSON360_LEDGER_DATABASE_URL,
      origin: values.PERSON360_LEDGER_ORIGIN,
      // A restarted gateway gets its tree back at once. Two with one name would take it from each other.
      holder: values.PERSON360_LEDGER_HOLDER ?? values.PERSON360_LEDGER_ORIGIN,
      signingKey: readFileSync(values.PERSON360_LEDGER_SIGNING_KEY_FILE, 'utf8'),
      ...knownOfLedger(values),
      pseudonymKey: parsePseudonymKeys(readFileSync(values.PERSON360_PERSON_REFERENCE_KEYS_FILE, 'utf8'))[0],
    },
    trustedDocuments: {
      file: values.PERSON360_TRUSTED_DOCUMENTS,
      defaultMode: values.PERSON360_TRUSTED_DOCUMENTS_DEFAULT,
    },
    allowedOrigins: parseAllowedOrigins(values.PERSON360_ALLOWED_ORIGINS),
    drainMs: values.PERSON360_DRAIN_MS,
    limits: {
      ...defaultLimits,
      ...readLimits(values),
      maxKeyAgeMs: 1_000 * values.PERSON360_KEYS_MAX_AGE_SECONDS,
      ...(values.PERSON360_CACHE_MB === undefined ? {} : { maxCacheBytes: values.PERSON360_CACHE_MB * 2 ** 20 }),
    },
  };
}

/** What is known about a gateway's tree: keys that signed it before, and a checkpoint that it must not be behind. */
function knownOfLedger(values: z.infer<typeof Environment>) {
  const { PERSON360_LEDGER_FORMER_KEYS_FILE: keys, PERSON360_LEDGER_KNOWN_CHECKPOINT_FILES: kept } = values;
  const origin = values.PERSON360_LEDGER_ORIGIN;
  const notes = kept?.split(',').map((name) => readFileSync(name.trim(), 'utf8'));
  const note = notes?.find((text) => text.startsWith(`${origin}\n`));
  return {
    // One file may serve all gateways: a line for each tree and key.
    ...(keys === undefined ? {} : { formerKeys: linesOf(keys).filter((key) => key.startsWith(`${origin}+`)) }),
    ...(note === undefined ? {} : { lastKnownNote: note }),
  };
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function proposedApprovals(
  file: string | undefined,
  source: SupergraphSource,
): Pick<GatewayOptions, 'proposedApprovals'> {
  if (file === undefined) return {};
  // The datasets of the registry's supergraph are not known yet.
  const datasets = source.kind === 'fixed' ? new Set(source.version.catalogue.datasets.keys()) : undefined;
  return { proposedApprovals: readProposedApprovals(readFileSync(file, 'utf8'), datasets) };
}

/** Name of a system, as publications may have it: nothing else selects a variable of the environment. */
const SYSTEM = /^[a-z]{2,40}$/;

/** The registry if its feed is configured, else the supergraph and the datasets in files. */
function sourceOf(
  values: z.infer<typeof Environment>,
  environment: Readonly<Record<string, string | undefined>>,
): SupergraphSource {
  const override = (system: string): string | undefined =>
    SYSTEM.test(system) ? environment[`${system.toUpperCase()}_URL`] : undefined;
  const feedUrl = values.PERSON360_REGISTRY_FEED_URL;
  if (feedUrl !== undefined) {
    return {
      kind: 'registry',
      feedUrl,
      jwksUrl: values.PERSON360_REGISTRY_JWKS_URL ?? new URL('/.well-known/jwks.json', feedUrl).href,
      cacheFile: values.PERSON360_SUPERGRAPH_CACHE_FILE,
      override,
      name: values.PERSON360_LEDGER_ORIGIN,
    };
  }
  const sdl = readFileSync(values.PERSON360_SUPERGRAPH, 'utf8');
  return fixedSupergraph({
    sdl,
    catalogue: readDatasetCatalogue(values.PERSON360_DATASETS),
    subgraphUrls: new Map([...readRoutingUrls(sdl)].map(([name, url]) => [name, override(name) ?? url])),
  });
}
