import type { DocumentMode, TrustedDocument } from '../../../schema/publishing/trustedDocuments.ts';

/** Documents of one client, or of several versions of it, and what happens with other texts. */
export interface ClientSettings {
  readonly client: string;
  readonly mode: DocumentMode;
  readonly documents: readonly Pick<TrustedDocument, 'hash' | 'text'>[];
}

/** What holds for one request. */
export interface ClientDocuments {
  readonly mode: DocumentMode;
  /** False: nobody published documents for this client. */
  readonly isPublished: boolean;
  /** Text by hash. */
  readonly texts: ReadonlyMap<string, string>;
  /** Hash by text. */
  readonly hashes: ReadonlyMap<string, string>;
}

export interface TrustedDocuments {
  /**
   * @param clientId OAuth client of the token. If it is the name of a client with documents, the header counts for
   *   nothing: a client's name is only a claim, and the token is not.
   */
  of(name: string | undefined, clientId: string | undefined): ClientDocuments;
}

/** Where documents come from. A client in the file has the file's documents and mode. */
export type DocumentSource = 'file' | 'registry';

export interface DocumentStore extends TrustedDocuments {
  /** Replaces all documents of a source. Requests in progress keep what they found. */
  replace(source: DocumentSource, clients: readonly ClientSettings[]): void;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** @param defaultMode for requests that name no client, and for clients without documents */
export function createDocumentStore(defaultMode: DocumentMode = 'off'): DocumentStore {
  const others: ClientDocuments = { mode: defaultMode, isPublished: false, texts: NONE, hashes: NONE };
  const sources = new Map<DocumentSource, ReadonlyMap<string, ClientDocuments>>();
  let clients: ReadonlyMap<string, ClientDocuments> = new Map();

  return {
    of(name, clientId) {
      const bound = clientId === undefined ? undefined : clients.get(clientId);
      return bound ?? (name === undefined ? undefined : clients.get(name)) ?? others;
    },
    replace(source, settings) {
      sources.set(source, new Map(settings.map((each) => [each.client, indexed(each)])));
      clients = new Map([...(sources.get('registry') ?? []), ...(sources.get('file') ?? [])]);
    },
  };
}

function indexed({ mode, documents }: ClientSettings): ClientDocuments {
  return {
    mode,
    isPublished: true,
    texts: new Map(documents.map(({ hash, text }) => [hash, text])),
    hashes: new Map(documents.map(({ hash, text }) => [text, hash])),
  };
}
