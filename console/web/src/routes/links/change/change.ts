import type { ChangeQuery } from '../generated/graphql.ts';

/** A change as its page shows it. */
export type Change = NonNullable<ChangeQuery['linkChange']>;
