import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../log.ts';
import type { EncryptedRow, EncryptedTable } from './encryptedTable.ts';
import { type Encryption, openEncryption, REFRESH_MS, withKeyClient, withKeyLock } from './encryption.ts';
import type { KeyEncryption } from './keyEncryption.ts';
import { insertKeys, readKeys, rewrapKeys, unwrapKeys } from './keyTable.ts';

export interface RotationOptions {
  readonly system: string;
  readonly databaseUrl: string;
  readonly keys: KeyEncryption;
  readonly tables: readonly EncryptedTable[];
  readonly log: Log;
  /** Called with the number of rows that have the new key. */
  readonly onProgress: (done: number, total: number) => void;
  /** Called while nothing can be rewritten yet. */
  readonly onWait?: (ms: number) => void;
  /** How often running processes look for new keys. Default: REFRESH_MS. */
  readonly refreshMs?: number;
  /** Ends the rotation, after the batch that is being written. */
  readonly signal?: AbortSignal;
}

export interface Rotation {
  readonly generation: number;
  readonly rows: number;
  /** True: an earlier rotation had not ended, and this one completed it. */
  readonly resumed: boolean;
}

const ROWS_A_BATCH = 500;
const FOREIGN_KEY_VIOLATION = '23503';

/**
 * Gives a system new keys for encryption and tokens, rewrites every row with them while the system runs, and removes the
 * former keys. Running processes learn a new key before anybody writes with it, and find rows by the tokens of both. If
 * the rotation is interrupted, repeat it: it continues where it stopped.
 */
export async function rotateKeys(options: RotationOptions): Promise<Rotation> {
  const { system, databaseUrl, keys, tables, log, refreshMs = REFRESH_MS } = options;
  return withKeyClient(databaseUrl, async (client) => {
    const names = tables.map(({ name }) => name);
    // Unwraps every key there is before anything changes: a rotation with the wrong key file ends here.
    const encryption = await openEncryption({ system, databaseUrl, keys, tables: names, log, refreshMs });
    try {
      const resumed = await beginGeneration(client, keys, system, 2 * refreshMs);
      await untilWritten(client, options);
      await encryption.refresh();
      const generation = encryption.generation();
      const total = await sum(tables, (table) => countRows(client, table));
      let done = total - (await sum(tables, (table) => countRows(client, table, generation)));
      options.onProgress(done, total);
      do {
        for (const table of tables) {
          for await (const rows of batches(client, table, encryption)) {
            done += rows;
            options.onProgress(Math.min(done, total), total);
            options.signal?.throwIfAborted();
          }
        }
      } while (!(await removeFormer(client, generation)));
      options.onProgress(total, total);
      return { generation, rows: total, resumed };
    } finally {
      encryption.stop();
    }
  });
}

/** Rejects with EncryptionKeyError unless the service opens every key of the system. Changes nothing. */
export async function requireKeys(databaseUrl: string, keys: KeyEncryption, system: string): Promise<void> {
  await withKeyClient(databaseUrl, async (client) => {
    for (const each of await readKeys(client)) await unwrapKeys(keys, system, each);
  });
}

/** Wraps the keys of a system again, by the current key of the service. Rows are not touched. Returns their number. */
export async function rewrapSystem(databaseUrl: string, keys: KeyEncryption, system: string): Promise<number> {
  return withKeyClient(databaseUrl, (client) =>
    withKeyLock(client, async () => {
      const stored = await readKeys(client);
      for (const each of stored) await rewrapKeys(client, keys, system, each);
      return stored.length;
    }),
  );
}

export interface EncryptionStatus {
  readonly generations: readonly {
    readonly generation: number;
    readonly wrappedBy: string;
    /** Rows by table. */
    readonly rows: Readonly<Record<string, number>>;
  }[];
}

/** Which keys a system has, and how many rows each of them encrypts. */
export async function readEncryptionStatus(
  databaseUrl: string,
  tables: readonly EncryptedTable[],
): Promise<EncryptionStatus> {
  return withKeyClient(databaseUrl, async (client) => {
    const generations = (await readKeys(client)).map(({ generation, data }) => ({
      generation,
      wrappedBy: data.wrappedBy,
      rows: {} as Record<string, number>,
    }));
    for (const { name } of tables) {
      const { rows } = await client.query<{ generation: number; rows: number }>(
        `select key_generation as generation, count(*)::float8 as rows from ${name} group by 1`,
      );
      for (const each of generations) {
        each.rows[name] = rows.find(({ generation }) => generation === each.generation)?.rows ?? 0;
      }
    }
    return { generations };
  });
}

/** Adds the next generation, unless an earlier rotation has not ended. Returns whether that is so. */
async function beginGeneration(
  client: pg.Client,
  keys: KeyEncryption,
  system: string,
  delayMs: number,
): Promise<boolean> {
  return withKeyLock(client, async () => {
    const stored = await readKeys(client);
    if (stored.length > 1) return true;
    await insertKeys(client, keys, system, (stored.at(-1)?.generation ?? 0) + 1, delayMs);
    return false;
  });
}

/** Waits until processes write with the newest generation. */
async function untilWritten(client: pg.Client, { onWait, signal }: RotationOptions): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ ms: number | null }>(
      'select ceil(extract(epoch from max(writes_from) - clock_timestamp()) * 1000)::float8 as ms from encryption_key',
    );
    const ms = rows[0]?.ms ?? 0;
    if (ms <= 0) return;
    onWait?.(ms);
    await setTimeout(ms, undefined, signal === undefined ? {} : { signal }).catch((error: unknown) => {
      signal?.throwIfAborted();
      throw error;
    });
  }
}

/** Removes the former keys. False: a process has just written a row with one of them, so none was removed. */
async function removeFormer(client: pg.Client, generation: number): Promise<boolean> {
  try {
    await client.query('delete from encryption_key where generation < $1', [generation]);
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === FOREIGN_KEY_VIOLATION) return false;
    throw error;
  }
}

async function sum(tables: readonly EncryptedTable[], of: (table: EncryptedTable) => Promise<number>): Promise<number> {
  let total = 0;
  for (const table of tables) total += await of(table);
  return total;
}

/** Number of encrypted rows, or of those that need another key than the given generation's. */
async function countRows(client: pg.Client, { name }: EncryptedTable, without?: number): Promise<number> {
  const { rows } = await client.query<{ rows: number }>(
    `select count(key_generation)::float8 as rows from ${name}
     ${without === undefined ? '' : 'where key_generation <> $1'}`,
    without === undefined ? [] : [without],
  );
  return rows[0]?.rows ?? 0;
}

/**
 * Rewrites a table in the order of its primary key, a transaction for each batch, and yields how many rows of it were
 * rewritten. Starts over at the beginning until a walk finds nothing, because rows may have been added behind it.
 */
async function* batches(client: pg.Client, table: EncryptedTable, encryption: Encryption): AsyncGenerator<number> {
  for (;;) {
    let after: readonly unknown[] | undefined;
    let rewritten = 0;
    for (;;) {
      const rows = await rewriteBatch(client, table, encryption, after);
      if (rows.length === 0) break;
      rewritten += rows.length;
      const last = rows.at(-1) ?? {};
      after = Object.keys(table.key).map((column) => last[column]);
      yield rows.length;
    }
    if (rewritten === 0) return;
  }
}

async function rewriteBatch(
  client: pg.Client,
  table: EncryptedTable,
  encryption: Encryption,
  after: readonly unknown[] | undefined,
): Promise<readonly EncryptedRow[]> {
  const { name, key, columns, rewritten } = table;
  const keys = Object.keys(key);
  const generation = encryption.generation();
  const behind =
    after === undefined
      ? ''
      : `and (${keys.join(', ')}) > (${keys.map((column, at) => `$${at + 2}::${key[column]}`).join(', ')})`;
  await client.query('begin');
  try {
    const { rows } = await client.query<EncryptedRow>(
      `select ${[...new Set([...keys, ...columns])].join(', ')} from ${name} where key_generation <> $1 ${behind}
       order by ${keys.join(', ')} limit ${ROWS_A_BATCH} for update`,
      [generation, ...(after ?? [])],
    );
    if (rows.length > 0) {
      const next = rows.map((row) => table.rewrite(row, encryption));
      const named = { ...prefixed(key, 'former_'), ...prefixed(rewritten, 'new_') };
      await client.query(
        `update ${name} set key_generation = $1, ${Object.keys(rewritten)
          .map((column) => `${column} = v.new_${column}`)
          .join(', ')}
         from unnest(${Object.values(named)
           .map((type, at) => `$${at + 2}::${type}[]`)
           .join(', ')}) as v (${Object.keys(named).join(', ')})
         where ${keys.map((column) => `${name}.${column} = v.former_${column}`).join(' and ')}`,
        [
          generation,
          ...keys.map((column) => rows.map((row) => row[column])),
          ...Object.keys(rewritten).map((column) => next.map((row) => row[column])),
        ],
      );
      await table.afterBatch?.(client, rows, encryption);
    }
    await client.query('commit');
    return rows;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

function prefixed(columns: Readonly<Record<string, string>>, prefix: string): Record<string, string> {
  return Object.fromEntries(Object.entries(columns).map(([column, type]) => [prefix + column, type]));
}
