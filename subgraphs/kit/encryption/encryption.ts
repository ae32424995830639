import { createSecretKey, type KeyObject } from 'node:crypto';
import pg from 'pg';
import type { Log } from '../log.ts';
import { decryptText, encryptText, generationOf, tokenOf } from './cipher.ts';
import { EncryptionKeyError, type KeyEncryption } from './keyEncryption.ts';
import { insertKeys, readKeys, type StoredKeys, unwrapKeys } from './keyTable.ts';

/** Values of one column. `row` is the row's id; a value opens only in its own row and column. */
export interface EncryptedColumn {
  /** Encrypts with the newest key in use. */
  encrypt(row: string, text: string): Buffer;
  /** Throws if the value was changed, moved, or needs a key that this process does not know (`knows`). */
  decrypt(row: string, ciphertext: Buffer): string;
}

/** Encryption of a system's data at rest, with the keys in its database. */
export interface Encryption {
  /** Generation of the newest key in use, for the column `key_generation` of rows that are written. */
  generation(): number;
  column(table: string, column: string): EncryptedColumn;
  /** Token to store, by the newest key in use. */
  token(kind: string, value: string): Buffer;
  /** Tokens to search for: one for each generation, as rows may still have that of a former one. */
  searchTokens(kind: string, value: string): readonly Buffer[];
  /** Whether this process has the key of a value. If not, `refresh` first: the key may be new. */
  knows(ciphertext: Buffer): boolean;
  /** Reads the keys again. */
  refresh(): Promise<void>;
  stop(): void;
}

export interface EncryptionOptions {
  readonly system: string;
  readonly databaseUrl: string;
  readonly keys: KeyEncryption;
  /** Tables with encrypted rows. If one has some, missing keys are lost, and no new ones are made. */
  readonly tables: readonly string[];
  readonly log: Log;
  /** How often a running process looks for new keys. Default: REFRESH_MS. */
  readonly refreshMs?: number;
  /** Lends a connection to look for new keys. Default: a new one each time. */
  readonly withClient?: WithClient;
}
type WithClient = <Result>(work: (client: pg.ClientBase) => Promise<Result>) => Promise<Result>;

/** Every process knows a new key after this time, and after twice this time writes with it. */
export const REFRESH_MS = 10_000;

/** Lock of changes to the keys. Any number will do if every process uses the same one; locks are per database. */
const LOCK_KEY = 7_360_361;

interface Generation {
  readonly generation: number;
  readonly data: KeyObject;
  readonly tokens: KeyObject;
}

/**
 * Opens the keys of a system's database, whose migrations have run. Makes the first ones if the database has neither keys
 * nor encrypted rows. Rejects with EncryptionKeyError, and changes nothing, if keys are missing or cannot be unwrapped.
 */
export async function openEncryption(options: EncryptionOptions): Promise<Encryption> {
  const { system, databaseUrl, keys, log, refreshMs = REFRESH_MS } = options;
  let generations = new Map<number, Generation>();
  /** As of one read before: a request in flight may still have rows of a generation that was just removed. */
  let former = generations;
  let current: Generation;

  async function load(stored: readonly StoredKeys[]): Promise<void> {
    const next = new Map<number, Generation>();
    let newest: Generation | undefined;
    for (const each of stored) {
      const generation = generations.get(each.generation) ?? (await unwrap(keys, system, each));
      next.set(each.generation, generation);
      // The oldest one if all of them are for later: a first key is in use at once.
      if (each.writes || newest === undefined) newest = generation;
    }
    if (newest === undefined) {
      throw new EncryptionKeyError(`The database of ${system} has lost its keys. Restore it from a backup.`);
    }
    former = generations;
    generations = next;
    current = newest;
  }

  const read = async (client: pg.ClientBase) => load(await readKeys(client));
  // A pool that is busy must not keep a process from learning a key: others write with it soon.
  const { withClient } = options;
  const refresh = () =>
    withClient === undefined
      ? withKeyClient(databaseUrl, read)
      : withClient(read).catch(() => withKeyClient(databaseUrl, read));
  await withKeyClient(databaseUrl, async (client) => load(await readOrCreate(client, options)));
  let timer: NodeJS.Timeout;
  let stopped = false;
  /** One read at a time, however slow the database is. */
  function refreshLater(): void {
    timer = setTimeout(() => {
      refresh()
        // The keys that are known stay in use.
        .catch(() => log({ level: 'warn', system, event: 'The keys of the database could not be read again.' }))
        .finally(() => stopped || refreshLater());
    }, refreshMs);
    timer.unref();
  }
  refreshLater();

  return {
    generation: () => current.generation,
    column(table, column) {
      const place = `${system}\0${table}\0${column}\0`;
      return {
        encrypt: (row, text) => encryptText(current.data, current.generation, place + row, text),
        decrypt(row, ciphertext) {
          const generation = generationOf(ciphertext);
          const key = generations.get(generation) ?? former.get(generation);
          if (key === undefined) {
            // A process that was suspended for long has not heard of the key. The next attempt succeeds.
            refresh().catch(() => undefined);
            throw new Error('The key of this value is not known.');
          }
          return decryptText(key.data, place + row, ciphertext);
        },
      };
    },
    token: (kind, value) => tokenOf(current.tokens, kind, value),
    searchTokens: (kind, value) => [...generations.values()].map(({ tokens }) => tokenOf(tokens, kind, value)),
    knows(ciphertext) {
      const generation = generationOf(ciphertext);
      return generations.has(generation) || former.has(generation);
    },
    refresh,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** Whether the database has keys, which only their own key encryption service opens. */
export function hasKeys(databaseUrl: string): Promise<boolean> {
  return withKeyClient(databaseUrl, async (client) => (await readKeys(client)).length > 0);
}

async function unwrap(keys: KeyEncryption, system: string, stored: StoredKeys): Promise<Generation> {
  const { data, tokens } = await unwrapKeys(keys, system, stored);
  return { generation: stored.generation, data: createSecretKey(data), tokens: createSecretKey(tokens) };
}

async function readOrCreate(
  client: pg.ClientBase,
  { system, keys, tables }: EncryptionOptions,
): Promise<readonly StoredKeys[]> {
  const existing = await readKeys(client);
  if (existing.length > 0) return existing;
  await withKeyLock(client, async () => {
    if ((await readKeys(client)).length > 0) return;
    for (const table of tables) {
      const { rowCount } = await client.query(
        `select from ${client.escapeIdentifier(table)} where key_generation is not null limit 1`,
      );
      if (rowCount === 0) continue;
      throw new EncryptionKeyError(
        `The database of ${system} contains encrypted rows (${table}) and none of their keys. Nothing was changed. ` +
          'Restore the table encryption_key from a backup of the database.',
      );
    }
    await insertKeys(client, keys, system, 1, 0);
  });
  return readKeys(client);
}

/** Runs `work` in a transaction in which nobody else changes the keys. */
export async function withKeyLock<Result>(client: pg.ClientBase, work: () => Promise<Result>): Promise<Result> {
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK_KEY]);
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** A connection of its own: at the start, which waits for it longer than a request would, and for commands. */
export async function withKeyClient<Result>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  // A connection that is lost between statements: the next one rejects.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
