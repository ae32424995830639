import type DataLoader from 'dataloader';

/**
 * Resolves an entity by the number a representation carries: the stub when a record has it, else null. The stub is given
 * the record, so that what is asked of it is answered at once. The value came through `_Any` and may be anything; null
 * means that the person is not known in this system.
 */
export async function loadReference<Row, Stub>(
  loader: DataLoader<string, Row | null>,
  key: unknown,
  stubOf: (key: string, record: Row) => Stub,
): Promise<Stub | null> {
  if (typeof key !== 'string') return null;
  const record = await loader.load(key);
  return record === null ? null : stubOf(key, record);
}
