import { createHash } from 'node:crypto';
import { createFeedVerifier } from '../../feed/feedVerifier.ts';
import { type FollowedFeed, followFeed, type Outcome } from '../../feed/followFeed.ts';
import type { KeySet } from '../../keys/keySet.ts';
import { DocumentsEvent, type DocumentsPart } from '../../schema/publishing/documentsFeed.ts';
import type { ClientSettings, DocumentStore } from '../documents/trusted/trustedDocuments.ts';

/** Heartbeats come every second or two. */
const MAX_SILENCE_SECONDS = 15;

/** Position in the events of one connection. */
interface Cursor {
  signedAt: number;
  parts: DocumentsPart[];
}

/**
 * Follows the registry's trusted documents. An event that the registry did not sign, that is malformed, or whose hashes
 * are not those of its texts changes nothing. Nor does one that is older than what is known.
 */
export function followDocuments(options: {
  readonly url: string;
  readonly authorization: () => string;
  readonly keys: Pick<KeySet, 'find'>;
  readonly store: Pick<DocumentStore, 'replace'>;
  readonly log: (message: string, details: Readonly<Record<string, unknown>>) => void;
}): FollowedFeed {
  const { url, authorization, keys, store, log } = options;
  let revision = -1;

  function accept(payload: unknown, cursor: Cursor): Outcome {
    const event = DocumentsEvent.parse(payload);
    if (event.iat < cursor.signedAt) throw new Error('documents of an earlier time were replayed');
    if (event.revision < revision) throw new Error(`the registry went back to revision ${event.revision} of documents`);
    cursor.signedAt = event.iat;
    if (event.kind === 'documents-heartbeat') return event.revision > revision ? 'behind' : 'current';
    if (event.part === 1) cursor.parts = [];
    const [first = event] = cursor.parts;
    const continues = event.revision === first.revision && event.parts === first.parts;
    if (!continues || event.part !== cursor.parts.length + 1) throw new Error('a part of the documents is missing');
    requireHashes(event);
    cursor.parts.push(event);
    if (event.part < event.parts) return 'part';
    store.replace('registry', clientsOf(cursor.parts));
    cursor.parts = [];
    revision = event.revision;
    return 'current';
  }

  return followFeed<Cursor>({
    ...{ url, authorization, log },
    verify: createFeedVerifier(keys),
    name: 'feed of trusted documents',
    maxAgeSeconds: MAX_SILENCE_SECONDS,
    state: {
      get revision() {
        return Math.max(0, revision);
      },
      createCursor: () => ({ signedAt: 0, parts: [] }),
      accept,
      invalidate: () => undefined,
    },
  });
}

function requireHashes({ clients }: DocumentsPart): void {
  for (const { client, documents } of clients) {
    for (const { hash, text } of documents) {
      if (`sha256:${createHash('sha256').update(text).digest('hex')}` !== hash) {
        throw new Error(`a document of ${client} does not have the hash ${hash}`);
      }
    }
  }
}

function clientsOf(parts: readonly DocumentsPart[]): readonly ClientSettings[] {
  const found = new Map<string, ClientSettings>();
  for (const { client, mode, documents } of parts.flatMap(({ clients }) => clients)) {
    const before = found.get(client)?.documents ?? [];
    found.set(client, { client, mode, documents: [...before, ...documents] });
  }
  return [...found.values()];
}
