import type { OnePublicationQuery } from '../generated/graphql.ts';

export type FullPublication = NonNullable<OnePublicationQuery['publication']>;
