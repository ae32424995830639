/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type SearchPersonsQueryVariables = Exact<{
  name?: string | null | undefined;
  birthDate?: string | null | undefined;
  first: number;
}>;


export type SearchPersonsQuery = { readonly searchPersons: ReadonlyArray<{ readonly id: string, readonly birthDate: string | null, readonly name: { readonly given: string | null, readonly middle: string | null, readonly family: string | null, readonly suffix: string | null } | null, readonly household: { readonly id: string, readonly address: { readonly city: string | null, readonly county: string | null } | null } | null }> | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const SearchPersonsDocument = new TypedDocumentString(`
    query SearchPersons($name: String, $birthDate: Date, $first: Int!) {
  searchPersons(name: $name, birthDate: $birthDate, first: $first) {
    id
    name {
      given
      middle
      family
      suffix
    }
    birthDate
    household {
      id
      address {
        city
        county
      }
    }
  }
}
    `, {"hash":"sha256:f7a67bbb5745bf3108318ecbdd25dd91b2afa0c71a57ebad487c5a78c648f421"}) as unknown as TypedDocumentString<SearchPersonsQuery, SearchPersonsQueryVariables>;