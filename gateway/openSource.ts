import { setTimeout as sleep } from 'node:timers/promises';
import type { DocumentStore } from './documents/trusted/trustedDocuments.ts';
import { createUsageCounts, type UsageCounts } from './documents/usage/usageCounts.ts';
import type { GatewayOptions } from './gatewayOptions.ts';
import { fixedSource, type SupergraphSource } from './generation/supergraphSource.ts';
import type { SupergraphVersion } from './generation/supergraphVersion.ts';
import type { GrantSigner } from './grants/grantSigner.ts';
import { followDocuments } from './registry/followDocuments.ts';
import { startRegistrySource } from './registry/registrySource.ts';
import { startUsageReports } from './registry/usageReports.ts';
import { createPublishedKeys } from './runtime/publishedKeys.ts';
import type { StopPart } from './runtime/startTogether.ts';

/** Opens the source of supergraphs. Rejects if it has none to start with. */
export async function openSource(
  source: GatewayOptions['source'],
  deps: Pick<GatewayOptions, 'grantKey' | 'limits' | 'clock' | 'log'> & {
    readonly grants: GrantSigner;
    readonly started: (stop: StopPart) => void;
  },
): Promise<SupergraphSource<SupergraphVersion>> {
  return source.kind === 'fixed'
    ? fixedSource(source.version)
    : await startRegistrySource({ ...deps, registry: source });
}

/** Counts what clients use and reports it to the registry. Undefined without one. */
export function startUsage(
  source: GatewayOptions['source'],
  {
    grants,
    clock,
    log,
    started,
  }: Pick<GatewayOptions, 'clock' | 'log'> & {
    readonly grants: GrantSigner;
    readonly started: (stop: StopPart) => void;
  },
): UsageCounts | undefined {
  if (source.kind === 'fixed') return undefined;
  const usage = createUsageCounts();
  const authorization = (): string => grants.authorizationFor('registry');
  started(startUsageReports({ url: new URL('/usage', source.feedUrl), usage, authorization, clock, log }).stop);
  return usage;
}

/** How long a start waits for the documents; without them, texts have the default mode and hashes are unknown. */
const DOCUMENTS_MS = 2_000;

/** Follows the registry's trusted documents. Without a registry, there are only those of a file. */
export async function startDocuments(
  source: GatewayOptions['source'],
  store: DocumentStore,
  deps: Pick<GatewayOptions, 'limits' | 'clock' | 'log'> & {
    readonly grants: GrantSigner;
    readonly started: (stop: StopPart) => void;
  },
): Promise<void> {
  if (source.kind === 'fixed') return;
  const { grants, limits, clock, log, started } = deps;
  const keys = createPublishedKeys({
    ...{ publisher: 'registry', url: source.jwksUrl, clock, log },
    algorithms: ['ES256'],
    maxKeyAgeMs: limits.maxKeyAgeMs,
  });
  started(keys.stop);
  const url = new URL('/documents/feed', source.feedUrl).href;
  const feed = followDocuments({ url, keys, store, log, authorization: () => grants.authorizationFor('registry') });
  started(feed.stop);
  await Promise.race([feed.ready, sleep(DOCUMENTS_MS, undefined, { ref: false })]);
}

/** Addresses of the approval feed: those that are configured, else those of emou in the first supergraph. */
export function approvalFeedOf(
  { url, jwksUrl, maxAgeSeconds }: GatewayOptions['feed'],
  { first }: Pick<SupergraphSource<SupergraphVersion>, 'first'>,
) {
  const origin = new URL(first[0]?.subgraphUrls.get('emou') ?? 'http://127.0.0.1').origin;
  return { url: url ?? `${origin}/feed`, jwksUrl: jwksUrl ?? `${origin}/.well-known/jwks.json`, maxAgeSeconds };
}
