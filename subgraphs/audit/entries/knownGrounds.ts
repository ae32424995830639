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

/** Grounds that records name, by their names. One statement for all that were not asked for lately. */
export type KnownGrounds = (
  database: Queries,
  named: Iterable<NamedGrounds>,
) => Promise<ReadonlyMap<string, DisclosureGrounds>>;

/** Some 10 kilobytes each. */
const MAX_CACHED = 2_000;

const findGrounds = statement<GroundsRow>('audit.grounds', FIND_GROUNDS);

/** What a hash stands for never changes. */
export function createKnownGrounds(): KnownGrounds {
  const cached = new LRUCache<string, DisclosureGrounds>({ max: MAX_CACHED });
  return async (database, named) => {
    const found = new Map<string, DisclosureGrounds>();
    // Any of the months that name it will do.
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
