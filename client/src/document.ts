/**
 * A GraphQL document with the types of its data and variables. The string mode of graphql-codegen's client preset writes
 * such documents; with `persistedDocuments` they carry their hash.
 */
export interface TypedDocument<TData, TVariables> {
  /** Never called: it carries the types. */
  readonly __apiType?: ((variables: TVariables) => TData) | undefined;
  readonly __meta__?: Readonly<Record<string, unknown>> | undefined;
  toString(): string;
}

const STRINGS_AND_COMMENTS = /"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|#[^\n]*/g;

/** Whether sending the document again could change something twice. */
export function isMutation(document: Pick<TypedDocument<unknown, unknown>, 'toString'>): boolean {
  return /(^|[\s}])mutation\b/.test(document.toString().replace(STRINGS_AND_COMMENTS, ''));
}

/** Hash of a trusted document, as the manifest names it. Throws for a document that was built without one. */
export function documentIdOf(document: Pick<TypedDocument<unknown, unknown>, '__meta__'>): string {
  const hash = document.__meta__?.hash;
  if (typeof hash !== 'string' || hash === '') {
    throw new TypeError("The document has no hash. Set `persistedDocuments: true` in the client preset's options.");
  }
  return hash.includes(':') ? hash : `sha256:${hash}`;
}
