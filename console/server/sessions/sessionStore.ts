/**
 * Keeps sealed sessions by the hash of their id. A store sees neither ids nor contents: a reader can use none of
 * the sessions in it.
 */
export interface SessionStore {
  get(key: string): Promise<Buffer | undefined>;
  /** @param expiresAt milliseconds since the epoch, after which the entry may be deleted */
  set(key: string, sealed: Buffer, expiresAt: number): Promise<void>;
  delete(key: string): Promise<void>;
  /** Rejects if sessions cannot be read now. */
  check(): Promise<void>;
  close(): Promise<void>;
}

const MOST_SESSIONS = 10_000;

/** Sessions of one process, gone with it. For development. */
export function createMemoryStore(clock: () => number): SessionStore {
  const entries = new Map<string, { readonly sealed: Buffer; readonly expiresAt: number }>();
  return {
    async get(key) {
      const entry = entries.get(key);
      return entry !== undefined && clock() < entry.expiresAt ? entry.sealed : undefined;
    },
    async set(key, sealed, expiresAt) {
      entries.delete(key);
      entries.set(key, { sealed, expiresAt });
      for (const [oldest, entry] of entries) {
        if (entries.size <= MOST_SESSIONS && clock() < entry.expiresAt) break;
        entries.delete(oldest);
      }
    },
    async delete(key) {
      entries.delete(key);
    },
    check: () => Promise.resolve(),
    async close() {
      entries.clear();
    },
  };
}
