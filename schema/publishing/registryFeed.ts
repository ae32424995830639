import { z } from 'zod';
import { ServedSupergraph } from './servedSupergraph.ts';

/**
 * The registry's feed, pushed over SSE at `GET /feed`. Each event's data is one compact JWS (ES256) signed by the
 * registry. `supergraph`: the current one as a whole, sent on connecting and at every change. `heartbeat`: nothing has
 * changed; sent every few seconds. A reader never goes back to a lower number: a rollback is a new number with old
 * content.
 */
const common = {
  iss: z.literal('person360-registry'),
  /** Time of signing in seconds since 1970. */
  iat: z.number().int(),
  /** Counts every change that the feed publishes. */
  revision: z.number().int().nonnegative(),
};

export const RegistrySupergraph = z.strictObject({
  ...common,
  kind: z.literal('supergraph'),
  supergraph: ServedSupergraph,
  /** SHA-256 of the supergraph's SDL, in hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type RegistrySupergraph = z.infer<typeof RegistrySupergraph>;

export const RegistryHeartbeat = z.strictObject({
  ...common,
  kind: z.literal('heartbeat'),
  /** Number of the current supergraph. */
  number: z.number().int().min(1),
});

export const RegistryEvent = z.discriminatedUnion('kind', [RegistrySupergraph, RegistryHeartbeat]);
export type RegistryEvent = z.infer<typeof RegistryEvent>;
