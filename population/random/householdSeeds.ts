import { createCipheriv, createHash } from 'node:crypto';
import { MAXIMUM_MEMBERS } from '../household/maximumMembers.ts';
import type { StreamState } from './randomStream.ts';

/** Starting values of household number `index`. */
export interface HouseholdSeed {
  readonly stream: StreamState;
  readonly householdId: string;
  /** State-wide ids of the members, by their place in the household. */
  readonly personIds: readonly string[];
}

const BLOCK_SIZE = 16;

/**
 * Ids and random streams of households, from the seed and the household's index alone. Each is one AES block of
 * (index, place): AES is a permutation, so blocks differ, and without the key nothing shows which ids belong together.
 */
export function createHouseholdSeeds(seed: string): (index: number) => HouseholdSeed {
  const key = createHash('sha256').update(`households of ${seed}`).digest().subarray(0, 16);
  const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
  const blocks = Buffer.alloc(BLOCK_SIZE * (MAXIMUM_MEMBERS + 2));

  return (index) => {
    for (let place = 0; place < MAXIMUM_MEMBERS + 2; place++) {
      blocks.writeUInt32LE(index, place * BLOCK_SIZE);
      blocks.writeUInt32LE(place, place * BLOCK_SIZE + 4);
    }
    const secret = cipher.update(blocks);
    const personIds: string[] = [];
    for (let member = 0; member < MAXIMUM_MEMBERS; member++) personIds.push(uuid(secret, (member + 2) * BLOCK_SIZE));
    return {
      stream: [secret.readInt32LE(0), secret.readInt32LE(4), secret.readInt32LE(8), secret.readInt32LE(12)],
      householdId: uuid(secret, BLOCK_SIZE),
      personIds,
    };
  };
}

/** Formats a block as a UUID of version 4 (RFC 9562 section 5.4). */
function uuid(bytes: Buffer, offset: number): string {
  bytes[offset + 6] = ((bytes[offset + 6] ?? 0) & 0x0f) | 0x40;
  bytes[offset + 8] = ((bytes[offset + 8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex', offset, offset + BLOCK_SIZE);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
