import { LRUCache } from 'lru-cache';
import {
  type DisclosureGrounds,
  FIND_GROUNDS,
  type GroundsRow,
  groundsWanted,
  type NamedGrounds,
  readGrounds,
} from '../../../schema/disclosureGrounds.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';

/** Loads grounds by their names, as referenced by records. One statement loads all that are not cached. */
export type KnownGrounds = (
  database: Queries,
  named: Iterable<NamedGrounds>,
) => Promise<ReadonlyMap<string, DisclosureGrounds>>;

/** About 10 KB each. */
const MAX_CACHED = 2_000;

const findGrounds = statement<GroundsRow>('audit.grounds', FIND_GROUNDS);

/** Caches grounds without expiry: the content behind a hash never changes. */
export function createKnownGrounds(): KnownGrounds {
  const cached = new LRUCache<string, DisclosureGrounds>({ max: MAX_CACHED });
  return async (database, named) => {
    const found = new Map<string, DisclosureGrounds>();
    // Any month in which the grounds are referenced will do.
    const missing = new Map<string, NamedGrounds>();
    for (const wanted of named) {
      const grounds = cached.get(wanted.name);
      if (grounds === undefined) missing.set(wanted.name, wanted);
      else found.set(wanted.name, grounds);
    }
    if (missing.size === 0) return found;
    const rows = await database.rows(findGrounds, groundsWanted([...missing.values()]));
    for (const [name, grounds] of readGrounds(rows)) {
      cached.set(name, grounds);
      found.set(name, grounds);
    }
    return found;
  };
}
