import type { ChildQuery, ChildQueryVariables } from './graph.ts';

/** What a fetch needs, without a library: the hash of a published document, its variables, and who asks. */
export interface FetchRecipeOptions {
  readonly endpoint: string;
  readonly token: string;
  readonly purpose: string;
  /** Name under which the documents are published. */
  readonly client: string;
}

export interface FetchedChild {
  readonly data: ChildQuery | null;
  /** Reason for each field that is closed, by its path. */
  readonly closed: ReadonlyMap<string, string>;
}

interface GraphqlResponse {
  readonly data?: ChildQuery | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly reason?: string };
  }[];
}

/** Asks for a child by the hash of the document. Rejects if there is no data at all. */
export async function fetchChild(
  { endpoint, token, purpose, client }: FetchRecipeOptions,
  documentId: string,
  variables: ChildQueryVariables,
): Promise<FetchedChild> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      'purpose-of-use': purpose,
      'apollographql-client-name': client,
    },
    body: JSON.stringify({ documentId, variables }),
  });
  const { data, errors = [] } = (await response.json()) as GraphqlResponse; // the shape of every response
  if (!response.ok || data === undefined) {
    throw new Error(`${errors[0]?.extensions.code}: ${errors[0]?.message} (${response.headers.get('x-request-id')})`);
  }
  const closed = errors.map(({ path = [], extensions }) => [path.join('.'), extensions.reason ?? extensions.code]);
  return { data, closed: new Map(closed.map(([path = '', reason = '']) => [path, reason])) };
}
