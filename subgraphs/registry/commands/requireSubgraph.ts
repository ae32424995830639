import type { Queries } from '../../kit/database/database.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { readSubgraphRecords, type SubgraphRecord } from '../state/publicationRecord.ts';

/** Returns the subgraph. Throws NOT_FOUND for a name under which nothing was published. */
export async function requireSubgraph(queries: Queries, name: string): Promise<SubgraphRecord> {
  const found = await findSubgraph(queries, name);
  if (found === undefined) throw new PublicError('NOT_FOUND', 'There is no subgraph of this name. See subgraphs.');
  return found;
}

/** Odd names need not reach the database. */
export async function findSubgraph(queries: Queries, name: string): Promise<SubgraphRecord | undefined> {
  if (!/^[a-z]{2,40}$/.test(name)) return undefined;
  return (await readSubgraphRecords(queries, name))[0];
}
