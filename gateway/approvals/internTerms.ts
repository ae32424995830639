import type { FeedApproval } from '../../schema/approvals/approvalFeed.ts';

type Fields = NonNullable<FeedApproval['fields']>;

/** Returns one shared list for equal lists, so that comparing approvals costs nothing. */
export type InternTerms = (fields: Fields) => Fields;

/** Maximum number of distinct terms that are shared. More are kept, but not shared. */
const MOST_TERMS = 10_000;

/** Gives approvals with equal fields one list of fields, so that what follows from it is computed once. */
export function internTerms(): InternTerms {
  const known = new Map<string, Fields>();
  const given = new Set<Fields>();
  return (fields) => {
    if (given.has(fields)) return fields;
    const text = JSON.stringify(fields);
    const first = known.get(text);
    if (first !== undefined) return first;
    if (known.size >= MOST_TERMS) {
      known.clear();
      given.clear();
    }
    known.set(text, fields);
    given.add(fields);
    return fields;
  };
}
