/** The rights with which subgraphs are asked. */
export interface SubgraphCredentials {
  /** Only requests whose keys for a subgraph are equal may ever share a call to it. */
  readonly keyFor: (subgraph: string) => string;
  /**
   * Headers for one call to the named subgraph, the signed grant among them. `body` is the call's JSON text: under a
   * grant with conditions a second token names the persons that it is about (schema/tokens/factsToken.ts).
   */
  readonly headersFor: (subgraph: string, body: string) => Readonly<Record<string, string>>;
}
