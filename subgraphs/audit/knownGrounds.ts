import { LRUCache } from 'lru-cache';
import { type DisclosureGrounds, FIND_GROUNDS, type GroundsRow, readGrounds } from '../../schema/disclosureGrounds.ts';
import type { Queries } from '../kit/database.ts';
import { statement } from '../kit/statement.ts';

/** Grounds that records name, by their names. One statement for all that were not asked for lately. */
export type KnownGrounds = (
  database: Queries,
  names: Iterable<string>,
) => Promise<ReadonlyMap<string, DisclosureGrounds>>;

/** Some 10 kilobytes each. */
const MAX_KEPT = 2_000;

const findGrounds = statement<GroundsRow>('audit.grounds', FIND_GROUNDS);

/** What a hash stands for never changes. */
export function createKnownGrounds(): KnownGrounds {
  const kept = new LRUCache<string, DisclosureGrounds>({ max: MAX_KEPT });
  return async (database, names) => {
    const found = new Map<string, DisclosureGrounds>();
    const missing: Buffer[] = [];
    for (const name of new Set(names)) {
      const grounds = kept.get(name);
      if (grounds === undefined) missing.push(Buffer.from(name, 'base64url'));
      else found.set(name, grounds);
    }
    if (missing.length === 0) return found;
    for (const [name, grounds] of readGrounds(await database.rows(findGrounds, [missing]))) {
      kept.set(name, grounds);
      found.set(name, grounds);
    }
    return found;
  };
}
