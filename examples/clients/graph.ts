/** As graphql-codegen writes it from child.graphql; see docs/clients.md. */
export interface ChildQueryVariables {
  readonly [name: string]: unknown;
  readonly id: string;
}

export interface ChildQuery {
  readonly person: {
    readonly id: string;
    readonly birthDate: string | null;
    readonly snap: { readonly status: string | null } | null;
  } | null;
}
