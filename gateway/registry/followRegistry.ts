import type { JsonWebKey } from 'node:crypto';
import { createFeedVerifier } from '../../feed/feedVerifier.ts';
import { type FollowedFeed, followFeed, type Outcome } from '../../feed/followFeed.ts';
import type { KeySet } from '../../keys/keySet.ts';
import type { SupergraphVersion } from '../generation/supergraphVersion.ts';
import { type AddressOverride, readRegistryEvent, versionOf } from './registryVersion.ts';

/** A supergraph of the registry, with the proof that it is the registry's. */
export interface RegistryVersion extends SupergraphVersion {
  /** The event as it was signed, and the key that verified it. */
  readonly proof: { readonly jws: string; readonly key: JsonWebKey };
}

export interface FollowRegistryOptions {
  readonly url: string;
  readonly authorization: () => string;
  readonly keys: Pick<KeySet, 'find'>;
  readonly override: AddressOverride;
  /** Called with each supergraph that the registry sends, also one that was sent before. */
  readonly onSupergraph: (version: RegistryVersion) => void;
  readonly log: (message: string, details: Readonly<Record<string, unknown>>) => void;
}

/** Heartbeats come every second or two. */
const MAX_SILENCE_SECONDS = 15;

interface Verified {
  readonly payload: unknown;
  readonly proof: RegistryVersion['proof'];
}

/** Position in the events of one connection. */
interface Cursor {
  signedAt: number;
}

/** Follows the registry's feed. An event that the registry did not sign, or that is malformed, changes nothing. */
export function followRegistry(options: FollowRegistryOptions): FollowedFeed {
  const { url, authorization, keys, override, onSupergraph, log } = options;
  const verifyEvent = createFeedVerifier(keys);
  let revision = 0;
  let number = 0;

  async function verify(jws: string): Promise<Verified> {
    const payload = await verifyEvent(jws);
    return { payload, proof: { jws, key: await keyOf(jws, keys) } };
  }

  function accept(verified: unknown, cursor: Cursor): Outcome {
    const { payload, proof } = verified as Verified; // from `verify`, as just above
    const event = readRegistryEvent(payload);
    if (event.iat < cursor.signedAt) throw new Error(`a ${event.kind} of an earlier time was replayed`);
    cursor.signedAt = event.iat;
    if (event.kind === 'heartbeat') return event.number > number ? 'behind' : 'current';
    onSupergraph({ ...versionOf(event.supergraph, override), proof });
    revision = Math.max(revision, event.revision);
    number = Math.max(number, event.supergraph.number);
    return 'current';
  }

  return followFeed<Cursor>({
    ...{ url, authorization, verify, log },
    name: 'registry feed',
    maxAgeSeconds: MAX_SILENCE_SECONDS,
    state: {
      get revision() {
        return revision;
      },
      createCursor: () => ({ signedAt: 0 }),
      accept,
      invalidate: () => undefined,
    },
  });
}

/** The key that an event was verified with a moment ago. */
async function keyOf(jws: string, keys: Pick<KeySet, 'find'>): Promise<JsonWebKey> {
  const header: { kid: string } = JSON.parse(Buffer.from(jws.slice(0, jws.indexOf('.')), 'base64url').toString());
  const found = await keys.find(header.kid);
  if (found.kind !== 'found') throw new Error('the signing keys of the registry changed while an event was read');
  return found.key.export({ format: 'jwk' });
}
