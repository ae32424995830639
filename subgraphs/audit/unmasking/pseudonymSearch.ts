import { LRUCache } from 'lru-cache';
import { PERSONS_A_PAGE } from '../../../schema/personList.ts';
import { type PersonReferenceKey, personReference } from '../../../schema/personReference.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { listPersonIds } from './listPersonIds.ts';
import type { Unmasking } from './unmasking.ts';

export interface PseudonymSearch {
  /**
   * Person.id by pseudonym; a pseudonym that is nobody's is missing. Rejects with UNMASKING_IN_PROGRESS when the person
   * index is not searched to its end: the next call goes on where this one stopped. Rejects with FACTS_UNAVAILABLE when
   * the person index cannot be asked.
   *
   * @param authorization the header with the person list token of this call
   */
  find(
    unmasking: Pick<Unmasking, 'id' | 'pseudonyms'>,
    authorization: string | undefined,
  ): Promise<ReadonlyMap<string, string>>;
}

export interface PseudonymSearchOptions {
  /** Every epoch's: an old entry names a person by an old key. */
  readonly personKeys: readonly PersonReferenceKey[];
  /** The person index's `/person-list`. */
  readonly url: () => string | undefined;
  /** How long one call searches: shorter than the gateway waits. */
  readonly stepMs?: number;
}

interface Progress {
  readonly found: Map<string, string>;
  searched: number;
  after: string | undefined;
}

const STEP_MS = 2_500;
const PAGE_TIMEOUT_MS = 2_000;
/** A search that nobody continues is forgotten after this time. */
const FORGET_AFTER_MS = 60_000;

/**
 * Finds persons by computing the pseudonyms of everybody in the person index, in memory: a table from pseudonym to person
 * would undo the pseudonyms of the whole log. One search runs at a time, since each one uses a processor. Some 100,000
 * persons are searched in a second, under one key.
 */
export function createPseudonymSearch({ personKeys, url, stepMs = STEP_MS }: PseudonymSearchOptions): PseudonymSearch {
  const unfinished = new LRUCache<string, Progress>({ max: 20, ttl: FORGET_AFTER_MS, ttlAutopurge: true });
  let isBusy = false;

  async function step(
    { id, pseudonyms }: Pick<Unmasking, 'id' | 'pseudonyms'>,
    nextPage: (after: string | undefined) => Promise<readonly string[]>,
  ): Promise<ReadonlyMap<string, string>> {
    const wanted = new Set(pseudonyms);
    const progress = unfinished.get(id) ?? { found: new Map(), searched: 0, after: undefined };
    const { found } = progress;
    const end = performance.now() + stepMs;
    while (found.size < wanted.size) {
      const ids = await nextPage(progress.after);
      for (const personId of ids) {
        for (const key of personKeys) {
          const pseudonym = personReference(key, personId).toString('base64url');
          if (wanted.has(pseudonym)) found.set(pseudonym, personId);
        }
      }
      progress.searched += ids.length;
      progress.after = ids.at(-1);
      if (ids.length < PERSONS_A_PAGE) break;
      if (performance.now() < end) continue;
      unfinished.set(id, progress);
      throw new PublicError(
        'UNMASKING_IN_PROGRESS',
        `${progress.searched} persons of the person index are searched so far. Ask again to continue.`,
      );
    }
    unfinished.delete(id);
    return found;
  }

  return {
    async find(unmasking, authorization) {
      const list = url();
      if (list === undefined || authorization === undefined) throw unavailable();
      if (isBusy) {
        throw new PublicError('UNMASKING_IN_PROGRESS', 'Another unmasking is being searched. Ask again in a moment.');
      }
      isBusy = true;
      try {
        const address = { url: list, authorization, timeoutMs: PAGE_TIMEOUT_MS };
        return await step(unmasking, (after) =>
          listPersonIds(address, after).catch(() => {
            throw unavailable();
          }),
        );
      } finally {
        isBusy = false;
      }
    },
  };
}

function unavailable(): PublicError {
  return new PublicError('FACTS_UNAVAILABLE', 'The person index cannot be asked at the moment. Try again.');
}
