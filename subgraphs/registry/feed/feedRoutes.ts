import type { FeedKey } from '../../../feed/feedKey.ts';
import { type FeedPublisher, startFeedPublisher } from '../../../feed/feedPublisher.ts';
import { createFeedRouter } from '../../../feed/feedRouter.ts';
import { LogTampered, TablesDiffer } from '../../kit/administration/logErrors.ts';
import type { SubgraphSystem } from '../../kit/subgraphDefinition.ts';
import { ContentLost } from '../content/contentStore.ts';
import { gatewayAdmission } from '../gatewayAdmission.ts';
import type { Registry } from '../registry.ts';
import { openDocumentsSource } from './documentsSource.ts';
import { openSupergraphSource } from './supergraphSource.ts';

/** A change that another process of the registry made arrives with the next heartbeat. */
const HEARTBEAT_MS = 1_000;
const DRAIN_MS = 10_000;
const MOST_READERS = 400;

export interface RegistryFeedOptions {
  readonly registry: Pick<Registry, 'register' | 'contents'>;
  readonly key: FeedKey;
}

/** Publishes the trusted documents in force. */
export function startDocumentsFeed(system: SubgraphSystem, { registry, key }: RegistryFeedOptions): FeedPublisher {
  const { log, name } = system;
  return startFeedPublisher({
    openSource: () => openDocumentsSource(registry, system, key),
    heartbeatMs: HEARTBEAT_MS,
    onLost: (error) => {
      const code = error instanceof Error ? error.constructor.name : 'UNKNOWN';
      log({ level: 'error', system: name, event: 'The registry sends no trusted documents.', code });
    },
    onRecovered: () => log({ level: 'info', system: name, event: 'The registry sends trusted documents again.' }),
  });
}

/** `GET /documents/feed`, for gateways. */
export function documentsFeedRouter(system: SubgraphSystem, publisher: FeedPublisher, key: FeedKey) {
  return createFeedRouter({
    ...{ publisher, key, limits: { drainMs: DRAIN_MS, maxReaders: MOST_READERS } },
    admit: ({ headers: { authorization } }) => gatewayAdmission(system, authorization),
  });
}

/** Publishes the supergraph in service. */
export function startRegistryFeed(system: SubgraphSystem, { registry, key }: RegistryFeedOptions): FeedPublisher {
  const { log, name } = system;
  return startFeedPublisher({
    openSource: () => openSupergraphSource(registry, system, key),
    heartbeatMs: HEARTBEAT_MS,
    onLost: (error) => {
      const isKnown = error instanceof TablesDiffer || error instanceof LogTampered || error instanceof ContentLost;
      const why = isKnown ? error.message : 'Its database or its log cannot be read.';
      const code = error instanceof Error ? error.constructor.name : 'UNKNOWN';
      log({ level: 'error', system: name, event: `The registry sends no supergraph. ${why}`, code });
    },
    onRecovered: () => log({ level: 'info', system: name, event: 'The registry sends the supergraph again.' }),
  });
}

/**
 * `GET /feed` and `GET /.well-known/jwks.json`. Gateways prove who they are; the other systems, which have no key of
 * their own, read it without a credential: it holds what agencies publish and names no persons. A credential that is not
 * valid is refused.
 */
export function registryFeedRouter(system: SubgraphSystem, publisher: FeedPublisher, key: FeedKey) {
  return createFeedRouter({
    ...{ publisher, key, limits: { drainMs: DRAIN_MS, maxReaders: MOST_READERS } },
    async admit({ headers: { authorization } }) {
      // Half of the places stay free for gateways.
      if (authorization !== undefined) return await gatewayAdmission(system, authorization);
      if (publisher.readers < MOST_READERS / 2) return { kind: 'admitted' };
      return { kind: 'unavailable', retryAfterSeconds: 5 };
    },
  });
}
