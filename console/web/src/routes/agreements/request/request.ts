import type { OneRequestQuery } from '../generated/graphql.ts';

/** A request as its page shows it. */
export type FullRequest = NonNullable<OneRequestQuery['accessRequest']>;
export type FieldTerms = NonNullable<FullRequest['fields']>[number];
export type Event = NonNullable<FullRequest['history']>[number];
/** A line of the history. */
export type EventLine = Omit<Event, 'role'>;
