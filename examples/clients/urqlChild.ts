import { Client, fetchExchange, makeOperation, mapExchange } from '@urql/core';
import type { ChildQuery, ChildQueryVariables } from './graph.ts';

export interface UrqlOptions {
  readonly endpoint: string;
  readonly token: string;
  readonly purpose: string;
  /** Name under which the documents are published. */
  readonly client: string;
  /** Hash of each published document by the name of its operation, from the manifest. */
  readonly hashes: ReadonlyMap<string, string>;
}

export function createUrqlClient({ endpoint, token, purpose, client, hashes }: UrqlOptions): Client {
  return new Client({
    url: endpoint,
    exchanges: [sendHashes(hashes), fetchExchange],
    // Every response is a recorded disclosure: nothing is read twice, and nothing is kept.
    requestPolicy: 'network-only',
    preferGetMethod: false,
    fetchOptions: {
      headers: {
        authorization: `Bearer ${token}`,
        'purpose-of-use': purpose,
        'apollographql-client-name': client,
      },
    },
  });
}

/** With `persistedQuery`, urql sends the hash and leaves the text out. */
function sendHashes(hashes: UrqlOptions['hashes']) {
  return mapExchange({
    onOperation(operation) {
      const [definition] = operation.query.definitions;
      const name = definition !== undefined && 'name' in definition ? definition.name?.value : undefined;
      const sha256Hash = hashes.get(name ?? '');
      if (sha256Hash === undefined) throw new Error(`The operation ${name} is not in the manifest.`);
      const extensions = { ...operation.extensions, persistedQuery: { version: 1 as const, sha256Hash } };
      return makeOperation(operation.kind, { ...operation, extensions }, operation.context);
    },
  });
}

/** Asks for a child. A closed field is null, and `reasons` says why, by its path. */
export async function askForChild(client: Client, document: string, variables: ChildQueryVariables) {
  const { data, error } = await client.query<ChildQuery, ChildQueryVariables>(document, variables).toPromise();
  if (data === undefined) throw error ?? new Error('The response is empty.');
  const reasons = new Map(
    (error?.graphQLErrors ?? []).map(({ path = [], extensions }) => [
      path.join('.'),
      String(extensions.reason ?? extensions.code),
    ]),
  );
  return { data, reasons };
}
