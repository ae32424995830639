import type { FeedApproval } from '../../schema/approvals/approvalFeed.ts';

type Fields = NonNullable<FeedApproval['fields']>;

/** The list to say the same with: approvals that come with it cost nothing to compare. */
export type InternTerms = (fields: Fields) => Fields;

/** Distinct terms that are remembered at most; beyond it they are only not shared any more. */
const MOST_TERMS = 10_000;

/** Approvals that say the same of their fields get one list of fields: what follows from it is worked out once. */
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
