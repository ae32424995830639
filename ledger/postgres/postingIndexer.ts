import { type ConnectionOptions, connectLedger, type LedgerConnection } from './ledgerConnection.ts';

/**
 * Entries per block: lookup data by requester and facets is written one block at a time (migrations/009-postings.sql).
 */
const BLOCK_ENTRIES = 4_096;

/** Writes a tree's postings in parallel with appending, on a separate connection, so that no batch waits for them. */
export interface PostingIndexer {
  /** Must be called as the tree grows. */
  reached(size: number): void;
  close(): Promise<void>;
}

/**
 * Creates an indexer. Blocks that fail or are missed are written when the next block is full; until then, lookups read
 * the entries themselves, so nothing is missed.
 */
export function createPostingIndexer(treeId: number, options: ConnectionOptions): PostingIndexer {
  let connection: LedgerConnection | undefined;
  let working: Promise<void> | undefined;
  let fullBlocks = 0;
  let closed = false;

  const post = async (): Promise<void> => {
    if (connection === undefined || connection.broken) connection = await connectLedger(options);
    while (!closed) {
      const [row] = await connection.query<{ posted: boolean }>({
        name: 'ledger_post_block',
        text: 'select ledger.post_block($1) as posted',
        values: [treeId],
      });
      if (row?.posted !== true) return;
    }
  };

  return {
    reached: (size) => {
      const full = Math.floor(size / BLOCK_ENTRIES);
      if (full <= fullBlocks) return;
      fullBlocks = full;
      working ??= post()
        .catch(() => connection?.destroy())
        .finally(() => {
          working = undefined;
        });
    },
    close: async () => {
      closed = true;
      await working;
      if (connection !== undefined && !connection.broken) await connection.end();
    },
  };
}
