/** Element types by their PostgreSQL OID (pg_type.dat, which never changes for built-in types). */
const BYTEA = 17;
const BIGINT = 20;
const TEXT = 25;
const TIMESTAMPTZ = 1184;

const HEADER_BYTES = 20;
/** Size of the length prefix of each element. */
export const LENGTH_BYTES = 4;
/** PostgreSQL's epoch is 2000-01-01; it counts in microseconds. */
const POSTGRES_EPOCH_MS = Date.UTC(2000, 0, 1);

/**
 * One-dimensional array in PostgreSQL's binary format (array_recv): a batch has one parameter per column, with nothing
 * to quote here or parse there. `pg` sends a Buffer in binary format.
 */
export function byteaArray(elements: readonly (Buffer | undefined)[]): Buffer {
  return arrayOfBytes(BYTEA, elements);
}

/** Array of `count` elements that already have length prefixes, in pieces of several elements each. */
export function byteaArrayOf(count: number, pieces: readonly Buffer[]): Buffer {
  let bytes = 0;
  for (const piece of pieces) bytes += piece.length;
  const array = startArray(BYTEA, count, bytes - count * LENGTH_BYTES);
  let at = HEADER_BYTES;
  for (const piece of pieces) at += piece.copy(array, at);
  return array;
}

/** Array of bigints, each given as its 8 bytes. */
export function bigintArray(elements: readonly Buffer[]): Buffer {
  return arrayOfBytes(BIGINT, elements);
}

/** Empty array of any type, in text format. */
export const EMPTY_ARRAY = '{}';

function arrayOfBytes(type: number, elements: readonly (Buffer | undefined)[]): Buffer {
  let bytes = 0;
  for (const element of elements) bytes += element?.length ?? 0;
  const array = startArray(type, elements.length, bytes);
  let at = HEADER_BYTES;
  for (const element of elements) {
    at = array.writeInt32BE(element?.length ?? -1, at);
    if (element) at += element.copy(array, at);
  }
  return array;
}

export function textArray(elements: readonly (string | undefined)[]): Buffer {
  let bytes = 0;
  for (const element of elements) bytes += element === undefined ? 0 : Buffer.byteLength(element);
  const array = startArray(TEXT, elements.length, bytes);
  let at = HEADER_BYTES;
  for (const element of elements) {
    const written = element === undefined ? -1 : array.write(element, at + LENGTH_BYTES);
    array.writeInt32BE(written, at);
    at += LENGTH_BYTES + Math.max(written, 0);
  }
  return array;
}

/** Array of timestamps, given in milliseconds since 1970. */
export function timestampArray(times: readonly number[]): Buffer {
  const array = startArray(TIMESTAMPTZ, times.length, times.length * 8);
  let at = HEADER_BYTES;
  for (const time of times) {
    const micros = (time - POSTGRES_EPOCH_MS) * 1000;
    const high = Math.floor(micros / 2 ** 32);
    at = array.writeInt32BE(8, at);
    at = array.writeInt32BE(high, at);
    at = array.writeUInt32BE(micros - high * 2 ** 32, at);
  }
  return array;
}

/** Allocates the array and writes its header: dimensions, null flag, type, size, base. */
function startArray(type: number, count: number, elementBytes: number): Buffer {
  const array = Buffer.allocUnsafe(HEADER_BYTES + count * LENGTH_BYTES + elementBytes);
  array.writeInt32BE(1, 0);
  array.writeInt32BE(1, 4);
  array.writeInt32BE(type, 8);
  array.writeInt32BE(count, 12);
  array.writeInt32BE(1, 16);
  return array;
}
