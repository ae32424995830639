import { factName, factSince } from '../../schema/persons/personFacts.ts';
import type { Queries } from '../kit/database/database.ts';
import { statement } from '../kit/database/statement.ts';

const EMERGENCY = 'EMERGENCY';

const lastMerges = statement<{ readonly personId: string; readonly mergedAt: Date }>(
  'identity.lastMerges',
  `select replaced_by::text as "personId", max(replaced_at) as "mergedAt" from person_replacement
   where replaced_by = any($1::uuid[]) and restored_at is null group by replaced_by`,
);

/**
 * Facts of emou by Person.id, without the emergencies that were declared before the person was merged with another one: they
 * would open more than when they were declared. The requester can declare the emergency again.
 */
export async function withoutEarlierEmergencies(
  queries: Queries,
  facts: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = [...facts].flatMap(([id, of]) => (of.includes(EMERGENCY) ? [id] : []));
  if (ids.length === 0) return facts;
  const merges = new Map((await queries.rows(lastMerges, [ids])).map((row) => [row.personId, row.mergedAt]));
  return new Map(
    [...facts].map(([id, of]) => {
      const [since, mergedAt] = [factSince(of, EMERGENCY), merges.get(id)];
      // Without a time it cannot be told, so it stays closed.
      const isEarlier = mergedAt !== undefined && (since === undefined || since < mergedAt);
      return [id, of.filter((fact) => factName(fact) === fact && !(isEarlier && fact === EMERGENCY))];
    }),
  );
}
