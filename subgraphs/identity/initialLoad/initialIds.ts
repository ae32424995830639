import { createHmac } from 'node:crypto';

/** Ids of the first load: the same for the same key and name. UUIDs of version 8 (RFC 9562), frozen once they are stored. */
export type InitialIds = (kind: 'person' | 'household' | 'review', name: string) => string;

/** @param key keeps names, which contain numbers of systems, from being guessed from the ids */
export function createInitialIds(key: Buffer): InitialIds {
  return (kind, name) => {
    const bytes = createHmac('sha256', key).update(`${kind}|${name}`).digest().subarray(0, 16);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  };
}
