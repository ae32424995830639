import { setTimeout as sleep } from 'node:timers/promises';
import type { TreeHead } from '../merkle/verifyProof.ts';
import type { TreeSession } from '../postgres/treeSession.ts';
import type { SentBatch } from './sentBatch.ts';

/** State of the tree in the database. `committed`: the durable batches, from the first one on. */
export type Recovery =
  | { readonly kind: 'found'; readonly committed: number }
  | { readonly kind: 'lost'; readonly error: unknown }
  | { readonly kind: 'stopped' };

const FIRST_RETRY_MS = 20;
const LONGEST_RETRY_MS = 250;

/**
 * Reads the tree's head behind a fence: before the batches sent, or after some or all of them. Retries until the
 * database responds or the caller gives up.
 *
 * @param head the tree's head before the batches that were sent
 */
export async function recoverHead(
  session: TreeSession,
  head: TreeHead,
  sent: readonly SentBatch[],
  isWanted: () => boolean,
): Promise<Recovery> {
  for (let pause = FIRST_RETRY_MS; isWanted(); pause = Math.min(pause * 2, LONGEST_RETRY_MS)) {
    const found = await session.recover();
    switch (found.kind) {
      case 'head': {
        const stages = [head, ...sent.map(({ batch }) => batch.after)];
        const committed = stages.findLastIndex((stage) => sameHead(stage, found.head));
        if (committed >= 0) return { kind: 'found', committed };
        return { kind: 'lost', error: new Error(`the tree was left at ${head.size}, found at ${found.head.size}`) };
      }
      case 'lost':
        return found;
      case 'unreachable':
        await sleep(pause);
    }
  }
  return { kind: 'stopped' };
}

function sameHead(one: TreeHead, other: TreeHead): boolean {
  return one.size === other.size && one.root.equals(other.root);
}
