import type { KeyObject } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SupergraphSource } from '../generation/supergraphSource.ts';
import type { GrantSigner } from '../grants/grantSigner.ts';
import { createPublishedKeys } from '../runtime/publishedKeys.ts';
import type { StopPart } from '../runtime/startTogether.ts';
import { followRegistry, type RegistryVersion } from './followRegistry.ts';
import { type AddressOverride, versionOf } from './registryVersion.ts';
import { startStatusReports } from './statusReports.ts';
import { type CachedSupergraph, createSupergraphCache, type SupergraphCache } from './supergraphCache.ts';

export interface RegistryOptions {
  readonly feedUrl: string;
  readonly jwksUrl: string;
  /** Holds the last supergraph that was served; undefined: the gateway cannot start without the registry. */
  readonly cacheFile: string | undefined;
  readonly override: AddressOverride;
  /** Name of this gateway process in its reports. */
  readonly name: string;
  /** How long a start waits for a supergraph. Default: 30 s. */
  readonly startTimeoutMs?: number;
}

/** A registry that is slow, not down, is waited for this long before the supergraph on disk is used. */
const PATIENCE_MS = 3_000;
const START_TIMEOUT_MS = 30_000;
const LOOK_AGAIN_MS = 20;
const LONGEST_REASON = 500;

/**
 * Follows the registry. What serves is kept on disk, for a start without the registry, and reported to it. Rejects if
 * there is no supergraph to start with.
 */
export async function startRegistrySource(options: {
  readonly registry: RegistryOptions;
  readonly grantKey: KeyObject;
  readonly grants: Pick<GrantSigner, 'authorizationFor'>;
  readonly limits: { readonly maxKeyAgeMs: number };
  readonly clock: () => Date;
  readonly log: (message: string, details?: Readonly<Record<string, unknown>>) => void;
  readonly started: (stop: StopPart) => void;
}): Promise<SupergraphSource<RegistryVersion>> {
  const { registry, grantKey, grants, limits, clock, log, started } = options;
  const { feedUrl, jwksUrl, cacheFile, override, name } = registry;
  const authorization = (): string => grants.authorizationFor('registry');
  const keys = createPublishedKeys({
    ...{ publisher: 'registry', url: jwksUrl, clock, log },
    algorithms: ['ES256'],
    maxKeyAgeMs: limits.maxKeyAgeMs,
  });
  started(keys.stop);
  const cache = cacheFile === undefined ? undefined : createSupergraphCache(cacheFile, grantKey);
  const cached = await readCache(cache, log);
  const reports = startStatusReports({ url: new URL('/gateways', feedUrl), authorization, log });
  started(reports.stop);
  let sent: RegistryVersion | undefined;
  let onSupergraph = (version: RegistryVersion): void => {
    sent = version;
  };
  const feed = followRegistry({
    ...{ url: feedUrl, authorization, keys, override, log },
    onSupergraph: (version) => onSupergraph(version),
  });
  started(feed.stop);

  const fromDisk = cached.kind === 'found' ? versionFrom(cached, override) : undefined;
  const deadline = performance.now() + (registry.startTimeoutMs ?? START_TIMEOUT_MS);
  const patience = performance.now() + PATIENCE_MS;
  const canDoWithout = (): boolean =>
    fromDisk !== undefined && (feed.alarm !== undefined || performance.now() > patience);
  while (sent === undefined && !canDoWithout()) {
    if (performance.now() > deadline) throw new Error(noSupergraph(feed.alarm, cached));
    await sleep(LOOK_AGAIN_MS);
  }

  let status = { gateway: name, number: 0, since: clock().toISOString() };
  let refusal: { readonly number: number; readonly reason: string } | undefined;
  let isFromDisk = false;
  return {
    first: inOrder(sent, fromDisk),
    follow(change) {
      // One that arrived during the start, or that the start did not use, is offered again.
      if (sent !== undefined) change(sent);
      onSupergraph = (version) => {
        sent = version;
        change(version);
      };
    },
    changes: true,
    checkedWith: ({ catalogue }) => catalogue.systems,
    served(version) {
      const { number, proof } = version;
      isFromDisk = version === fromDisk;
      if (isFromDisk) log('started with the supergraph on disk, because the registry does not respond', { number });
      status = { gateway: name, number, since: clock().toISOString() };
      if (refusal !== undefined && refusal.number <= number) refusal = undefined;
      reports.report({ ...status, ...(refusal === undefined ? {} : { refused: refusal }) });
      cache
        ?.write(proof.jws, proof.key, number)
        .catch((error: unknown) => log('the supergraph was not written to disk', { number, reason: String(error) }));
    },
    refused(number, reason) {
      refusal = { number, reason: reason.slice(0, LONGEST_REASON) };
      reports.report({ ...status, refused: refusal });
    },
    get alarm() {
      if (refusal !== undefined) return `supergraph ${refusal.number} was refused; see the log of the gateway`;
      if (feed.alarm === undefined && !(isFromDisk && sent === undefined)) return undefined;
      return isFromDisk && sent === undefined
        ? `supergraph ${status.number} from disk: the registry does not respond`
        : 'the registry does not respond, or its last event was rejected';
    },
  };
}

/** The one with the higher number first: a registry that was restored from a backup does not take the gateway back. */
function inOrder(sent: RegistryVersion | undefined, fromDisk: RegistryVersion | undefined): readonly RegistryVersion[] {
  const found = [sent, fromDisk].filter((version) => version !== undefined);
  return found.sort((one, other) => other.number - one.number);
}

async function readCache(
  cache: SupergraphCache | undefined,
  log: (message: string, details: Readonly<Record<string, unknown>>) => void,
): Promise<CachedSupergraph> {
  const cached = (await cache?.read()) ?? { kind: 'none' };
  if (cached.kind === 'refused') log('incident: the supergraph on disk was refused', { reason: cached.reason });
  return cached;
}

function versionFrom(
  { event, proof }: Extract<CachedSupergraph, { kind: 'found' }>,
  override: AddressOverride,
): RegistryVersion {
  return { ...versionOf(event.supergraph, override), proof };
}

function noSupergraph(alarm: string | undefined, cached: CachedSupergraph): string {
  const onDisk = cached.kind === 'refused' ? `the one on disk was refused: ${cached.reason}` : 'there is none on disk';
  return `There is no supergraph to start with: the registry sent none (${alarm ?? 'no response'}), and ${onDisk}.`;
}
