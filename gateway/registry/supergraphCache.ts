import { createPublicKey, type JsonWebKey, type KeyObject, randomUUID, sign, verify } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { createFeedVerifier } from '../../feed/feedVerifier.ts';
import type { RegistrySupergraph } from '../../schema/publishing/registryFeed.ts';
import type { RegistryVersion } from './followRegistry.ts';
import { readRegistryEvent } from './registryVersion.ts';

const CacheFile = z.strictObject({
  /** The registry's event, as it was signed. */
  jws: z.string(),
  /** The key that verified it. */
  key: z.record(z.string(), z.unknown()),
  /** Signature of this gateway over both. */
  seal: z.string(),
});

/** What the file held. `refused`: it was changed by somebody else, or it cannot be read. */
export type CachedSupergraph =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly event: RegistrySupergraph; readonly proof: RegistryVersion['proof'] }
  | { readonly kind: 'refused'; readonly reason: string };

/** The last supergraph that was served, on disk, for a start without the registry. */
export interface SupergraphCache {
  read(): Promise<CachedSupergraph>;
  /** Replaces the file at once. Workers share it: one that holds a later supergraph stays. */
  write(jws: string, key: JsonWebKey, number: number): Promise<void>;
}

/**
 * The registry's signature is verified again whenever the file is read. Its keys are unavailable together with the
 * registry, so the key is in the file too, and the gateway's own signature proves that nobody has put another key there.
 *
 * @param ownKey the key that signs grants: an EC P-256 private key
 */
export function createSupergraphCache(file: string, ownKey: KeyObject): SupergraphCache {
  const ownPublicKey = createPublicKey(ownKey);

  async function read(): Promise<CachedSupergraph> {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (text === undefined) return { kind: 'none' };
    const { jws, key, seal } = CacheFile.parse(JSON.parse(text));
    if (!verify('sha256', sealedText(jws, key), ownPublicKey, Buffer.from(seal, 'base64url')))
      throw new Error('it is not sealed with the key of this gateway');
    const verifyEvent = createFeedVerifier({
      find: () => ({ kind: 'found', key: createPublicKey({ key, format: 'jwk' }) }),
    });
    const event = readRegistryEvent(await verifyEvent(jws));
    if (event.kind !== 'supergraph') throw new Error('it holds no supergraph');
    return { kind: 'found', event, proof: { jws, key } };
  }

  const readOrRefuse = (): Promise<CachedSupergraph> =>
    read().catch((error: unknown) => ({
      kind: 'refused',
      reason: error instanceof z.ZodError || error instanceof SyntaxError ? 'it is malformed' : reasonOf(error),
    }));

  return {
    read: readOrRefuse,
    async write(jws, key, number) {
      const before = await readOrRefuse();
      if (before.kind === 'found' && before.event.supergraph.number >= number) return;
      const seal = sign('sha256', sealedText(jws, key), ownKey).toString('base64url');
      const temporary = `${file}.${randomUUID()}`;
      try {
        await writeFile(temporary, JSON.stringify({ jws, key, seal }), { mode: 0o600, flush: true });
        await rename(temporary, file);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
  };
}

/** A JWS has no line breaks, so the two cannot be mixed up. */
function sealedText(jws: string, key: object): Buffer {
  return Buffer.from(`${jws}\n${JSON.stringify(key)}`);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
