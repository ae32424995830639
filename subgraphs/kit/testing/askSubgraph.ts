/** A response, with GraphQL's parts extracted. */
export interface SubgraphAnswer {
  readonly status: number;
  readonly text: string;
  readonly data: unknown;
  readonly codes: readonly unknown[];
}

/** Sends one GraphQL request over real HTTP. */
export async function askSubgraph(
  url: string,
  grant: string | undefined,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<SubgraphAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(grant === undefined ? {} : { authorization: `Bearer ${grant}` }),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  // Every endpoint of a subgraph responds with a GraphQL response object.
  const answer = JSON.parse(text) as { data?: unknown; errors?: { extensions?: { code?: unknown } }[] };
  return {
    status: response.status,
    text,
    data: answer.data,
    codes: (answer.errors ?? []).map((error) => error.extensions?.code),
  };
}
