import type DataLoader from 'dataloader';

/**
 * Resolves an entity by the number in its representation: the stub if a record has that number, otherwise null (the
 * person is not known in this system). The stub receives the record, so its fields resolve without another read. The
 * value came through `_Any` and may be anything.
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
