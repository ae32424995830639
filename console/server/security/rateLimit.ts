import { isIPv6 } from 'node:net';

export interface RateLimitOptions {
  readonly perMinute: number;
  readonly clock: () => number;
}

/** Whether one more request from this address is within the limit. */
export type RateLimit = (address: string | undefined) => boolean;

const WINDOW_MS = 60_000;
/** Beyond it, new addresses wait for the next minute: the table must not grow with the number of visitors. */
const MOST_ADDRESSES = 50_000;

/** Requests of each address, counted by the minute. All of an IPv6 network of 64 bits count as one address. */
export function createRateLimit({ perMinute, clock }: RateLimitOptions): RateLimit {
  const counts = new Map<string, number>();
  let endsAt = 0;
  return (address = '') => {
    const now = clock();
    if (now >= endsAt) {
      counts.clear();
      endsAt = now + WINDOW_MS;
    }
    const network = networkOf(address);
    const count = counts.get(network) ?? 0;
    if (count >= perMinute || (count === 0 && counts.size >= MOST_ADDRESSES)) return false;
    counts.set(network, count + 1);
    return true;
  };
}

function networkOf(address: string): string {
  // IPv4 in IPv6, as a server that listens on both gives it.
  if (!isIPv6(address) || address.includes('.')) return address;
  const [left = '', right] = address.toLowerCase().split('::');
  const before = left === '' ? [] : left.split(':');
  const after = right === undefined || right === '' ? [] : right.split(':');
  const zeros = right === undefined ? [] : Array<string>(8 - before.length - after.length).fill('0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}
