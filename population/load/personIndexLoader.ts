import type { IdentityInput } from '../../schema/persons/identityInput.ts';

/** Rows of one table in the text format of COPY. */
export interface TableText {
  readonly table: string;
  readonly columns: readonly string[];
  readonly text: string;
}

/** How the person index takes what the systems send: it links the records, and encrypts what it stores. */
export interface PersonIndexLoader {
  /** Tables that it fills, in the order of loading. */
  readonly tables: readonly string[];
  /** Called before the first record, so that what is slow to start does so meanwhile. */
  prepare(): void;
  /** Rows of everything that was sent, in the order of the tables. */
  load(input: IdentityInput): AsyncIterable<TableText>;
}
