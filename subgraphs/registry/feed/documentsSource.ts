import { createChangeLog } from '../../../feed/changeLog.ts';
import type { FeedFrames } from '../../../feed/feedFrames.ts';
import type { FeedKey } from '../../../feed/feedKey.ts';
import type { FeedSource } from '../../../feed/feedSource.ts';
import { feedFrame, signFeedEvent } from '../../../feed/signFeedEvent.ts';
import {
  type DocumentsEvent,
  type DocumentsPart,
  MOST_CHARACTERS_IN_PART,
  MOST_IN_PART,
} from '../../../schema/publishing/documentsFeed.ts';
import { TablesDiffer } from '../../kit/administration/logErrors.ts';
import { useUtc } from '../../kit/administration/transactionSettings.ts';
import type { RegisterSystem, Registry } from '../registry.ts';
import { readDocumentModes, readDocuments, readManifestsInForce } from '../state/documentRecord.ts';
import { manifestTable } from '../tables.ts';

type Client = DocumentsPart['clients'][number];

interface InForce {
  readonly revision: number;
  readonly clients: readonly Client[];
}

/** The trusted documents in force as the feed's state. Nothing is signed that is not in the log. */
export function openDocumentsSource(
  { register, contents }: Pick<Registry, 'register' | 'contents'>,
  { database, clock }: RegisterSystem,
  key: FeedKey,
): FeedSource {
  const log = createChangeLog();
  let current: InForce | undefined;
  /** Signed once for all readers that begin with it. */
  let events: string | undefined;

  async function readInForce(): Promise<InForce> {
    await register.follow();
    const { manifests, modes } = await database.transaction(async (queries) => {
      await queries.rows(useUtc, []);
      return { manifests: await readManifestsInForce(queries), modes: await readDocumentModes(queries) };
    });
    const revision = Math.max(0, ...manifests.map(({ number }) => number));
    // Rows never change, so a number stands for one state.
    if (current?.revision === revision) return current;
    // The entries may be newer than what was read of the log.
    await register.follow();
    for (const { row } of [...manifests, ...modes]) {
      if (!register.isRecorded(manifestTable, row)) {
        throw new TablesDiffer('of the registry', 'documents are not as the log recorded them');
      }
    }
    const texts = new Map<string, Map<string, string>>(modes.map(({ client }) => [client, new Map()]));
    for (const { client, digest } of manifests) {
      const ofClient = texts.get(client);
      for (const { hash, text } of await readDocuments(database, contents, digest)) ofClient?.set(hash, text);
    }
    const clients = modes.map(({ client, mode }) => ({
      ...{ client, mode },
      documents: [...(texts.get(client) ?? [])].map(([hash, text]) => ({ hash, text })),
    }));
    return { revision, clients };
  }

  return {
    log,
    async read() {
      const iat = Math.floor(clock().getTime() / 1000);
      const before = current;
      current = await readInForce();
      if (current !== before) events = undefined;
      return { frames: framesOf(current, iat), restarted: false, changesInMs: Number.POSITIVE_INFINITY };
    },
    close: () => Promise.resolve(),
  };

  function framesOf({ revision, clients }: InForce, iat: number): FeedFrames {
    const common = { iss: 'person360-registry', iat, revision } as const;
    let heartbeat: string | undefined;
    const frame = (made: DocumentsEvent): string =>
      feedFrame(made.kind, log.eventId(revision), signFeedEvent(key, made));
    function since(base: number | undefined): string | undefined {
      if (base !== revision) return undefined;
      heartbeat ??= frame({ ...common, kind: 'documents-heartbeat' });
      return heartbeat;
    }
    return {
      revision,
      since,
      snapshot() {
        const parts = partsOf(clients);
        events ??= parts
          .map((part, index) =>
            frame({ ...common, kind: 'documents', part: index + 1, parts: parts.length, clients: [...part] }),
          )
          .join('');
        // The heartbeat says how recent they are.
        return Promise.resolve(events + (since(revision) ?? ''));
      },
    };
  }
}

/** Parts that a reader accepts; one part, even if there is nothing in it. */
function partsOf(clients: readonly Client[]): readonly (readonly Client[])[] {
  const parts: Client[][] = [[]];
  let documents = 0;
  let characters = 0;
  for (const { client, mode, documents: all } of clients) {
    let open: Client = { client, mode, documents: [] };
    parts.at(-1)?.push(open);
    for (const document of all) {
      if (documents === MOST_IN_PART || characters > MOST_CHARACTERS_IN_PART) {
        open = { client, mode, documents: [] };
        parts.push([open]);
        documents = 0;
        characters = 0;
      }
      open.documents.push(document);
      documents++;
      characters += document.text.length;
    }
  }
  return parts;
}
