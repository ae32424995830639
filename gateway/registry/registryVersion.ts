import { createHash } from 'node:crypto';
import { RegistryEvent, type RegistrySupergraph } from '../../schema/publishing/registryFeed.ts';
import { catalogueOfServed, type ServedSupergraph } from '../../schema/publishing/servedSupergraph.ts';
import type { SupergraphVersion } from '../generation/supergraphVersion.ts';

/** Address that the operator sets for a subgraph in place of the published one; undefined: none. */
export type AddressOverride = (subgraph: string) => string | undefined;

/** Throws Error if the datasets are not those of a catalog. */
export function versionOf(served: ServedSupergraph, override: AddressOverride): SupergraphVersion {
  return {
    number: served.number,
    sdl: served.sdl,
    catalogue: catalogueOfServed(served),
    subgraphUrls: new Map(Object.entries(served.routingUrls).map(([name, url]) => [name, override(name) ?? url])),
  };
}

/** Reads the payload of a verified event. Throws if it is malformed or its hash is not that of its SDL. */
export function readRegistryEvent(payload: unknown): RegistryEvent {
  const event = RegistryEvent.parse(payload);
  if (event.kind === 'supergraph') requireHash(event);
  return event;
}

function requireHash({ supergraph, sha256 }: RegistrySupergraph): void {
  if (createHash('sha256').update(supergraph.sdl).digest('hex') !== sha256)
    throw new Error(`Supergraph ${supergraph.number} does not have the hash that the event names.`);
}
