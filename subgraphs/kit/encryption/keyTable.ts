import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { KeyEncryption, WrappedKey } from './keyEncryption.ts';

/**
 * Table of a system's wrapped keys; a migration of the system creates it (docs/encryption-at-rest.md). Each generation has
 * a key for encryption and one for tokens. Rows refer to their generation, so PostgreSQL refuses to remove a key that
 * something still needs.
 */
export interface StoredKeys {
  readonly generation: number;
  readonly data: WrappedKey;
  readonly tokens: WrappedKey;
  /** Every running process has learned the generation, and writes with it. */
  readonly writes: boolean;
}

const KEY_BYTES = 32;

interface Row {
  readonly generation: number;
  readonly wrapped_by: string;
  readonly data_key: Buffer;
  readonly token_key: Buffer;
  readonly writes: boolean;
}

/** Every generation in the table, oldest first. */
export async function readKeys(client: pg.ClientBase): Promise<readonly StoredKeys[]> {
  const { rows } = await client.query<Row>(
    `select generation, wrapped_by, data_key, token_key, writes_from <= clock_timestamp() as writes
     from encryption_key order by generation`,
  );
  return rows.map(({ generation, wrapped_by: wrappedBy, data_key, token_key, writes }) => ({
    generation,
    data: { wrappedBy, wrapped: data_key },
    tokens: { wrappedBy, wrapped: token_key },
    writes,
  }));
}

export async function unwrapKeys(keys: KeyEncryption, system: string, { generation, data, tokens }: StoredKeys) {
  return {
    data: await keys.unwrap(data, contextOf(system, generation, 'data')),
    tokens: await keys.unwrap(tokens, contextOf(system, generation, 'tokens')),
  };
}

/** Adds a generation of new random keys. Processes write with it after `delayMs`, when all of them have learned it. */
export async function insertKeys(
  client: pg.ClientBase,
  keys: KeyEncryption,
  system: string,
  generation: number,
  delayMs: number,
): Promise<void> {
  const data = await keys.wrap(randomBytes(KEY_BYTES), contextOf(system, generation, 'data'));
  const tokens = await keys.wrap(randomBytes(KEY_BYTES), contextOf(system, generation, 'tokens'));
  await client.query(
    `insert into encryption_key (generation, wrapped_by, data_key, token_key, writes_from)
     values ($1, $2, $3, $4, clock_timestamp() + $5 * interval '1 millisecond')`,
    [generation, data.wrappedBy, data.wrapped, tokens.wrapped, delayMs],
  );
}

/** Wraps a generation's keys again, by the service's current key. Reads and writes go on meanwhile. */
export async function rewrapKeys(
  client: pg.ClientBase,
  keys: KeyEncryption,
  system: string,
  stored: StoredKeys,
): Promise<void> {
  const { generation } = stored;
  const plain = await unwrapKeys(keys, system, stored);
  const data = await keys.wrap(plain.data, contextOf(system, generation, 'data'));
  const tokens = await keys.wrap(plain.tokens, contextOf(system, generation, 'tokens'));
  await client.query('update encryption_key set wrapped_by = $2, data_key = $3, token_key = $4 where generation = $1', [
    generation,
    data.wrappedBy,
    data.wrapped,
    tokens.wrapped,
  ]);
}

function contextOf(system: string, generation: number, purpose: 'data' | 'tokens'): string {
  return `person360/${system}/${generation}/${purpose}`;
}
