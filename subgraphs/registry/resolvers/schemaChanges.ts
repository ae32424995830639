import type { SchemaChange } from '../../../schema/generated/registry.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import type { RegisterSystem, Registry } from '../registry.ts';
import { readSupergraphRecord } from '../state/supergraphRecord.ts';

/** What changes for clients between two supergraphs. Throws NOT_FOUND if one of them does not exist. */
export async function schemaChanges(
  { contents, checks }: Registry,
  { database }: RegisterSystem,
  from: number,
  to: number,
): Promise<readonly SchemaChange[]> {
  const [before, after] = await Promise.all([from, to].map(textOf));
  if (before === undefined || after === undefined || before === after) return [];
  const changes = await checks.compare(before, after);
  return changes.map(({ coordinate, ...change }) => ({ ...change, coordinate: coordinate ?? null }));

  async function textOf(number: number): Promise<string> {
    const record = await readSupergraphRecord(database, number);
    if (record === undefined) throw new PublicError('NOT_FOUND', `There is no supergraph ${number}.`);
    return await contents.read(database, record.digest);
  }
}
