import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import type { FactsByKey } from '../../../schema/personFacts.ts';
import { PublicError } from '../errors/publicError.ts';
import type { VerifiedGrant } from '../grants/grantVerifier.ts';
import { askFacts } from './askFacts.ts';

/** Facts about persons, by this system's own numbers, for one call. */
export interface FactsOfPersons {
  /** Rejects with FACTS_UNAVAILABLE when they cannot be learned. */
  of(personKey: string): Promise<readonly string[]>;
}

/** What a call brings besides its grant. */
export interface FactsOfCall {
  /** The header `facts-authorization` (schema/factsToken.ts). */
  readonly authorization: string | undefined;
  /** The persons that the call names; undefined: it is for the person index to find them. */
  readonly persons: readonly string[] | undefined;
}

export interface PersonFactsOptions {
  /** The person index's facts endpoint; undefined: no fact can be learned, and what asks for one stays closed. */
  readonly url: () => string | undefined;
  readonly timeoutMs: number;
  /** How old a fact may be, at most. */
  readonly maxAgeMs: number;
  readonly clock: () => Date;
  /** Under grants without conditions too: for a system that asks about persons whom callers name. */
  readonly always?: boolean;
}

interface CachedFacts {
  readonly facts: Promise<readonly string[]>;
  readonly at: number;
}

const MAX_PERSONS = 10_000;
/** Facts stored under all grants together, some 300 bytes each. */
const MAX_STORED = 100_000;
const NOTHING: readonly string[] = [];

/**
 * What the second check of conditions rests on: learned from the person index, not from the gateway, in one question for
 * all persons of a call, and kept for seconds with the grant. Undefined for a grant that asks for nothing.
 */
export function createPersonFacts(
  options: PersonFactsOptions,
): (grant: VerifiedGrant, call: () => FactsOfCall) => FactsOfPersons | undefined {
  let byGrant = new WeakMap<VerifiedGrant, LRUCache<string, CachedFacts>>();
  let stored = 0;
  function onStored(): void {
    if (++stored < MAX_STORED) return;
    // Thousands of grants with thousands of persons each would not fit. Facts are good for seconds: all may go at once.
    byGrant = new WeakMap();
    stored = 0;
  }
  return (grant, call) => {
    if (grant.claims.conditions === undefined && options.always !== true) return undefined;
    const cache = byGrant.get(grant) ?? emptyCache();
    byGrant.set(grant, cache);
    return factsOfCall(cache, call(), options, onStored);
  };
}

/** Without the library's `max`, for which it would allocate the whole table for each grant at once. */
function emptyCache(): LRUCache<string, CachedFacts> {
  return new LRUCache({ maxSize: MAX_PERSONS, sizeCalculation: () => 1 });
}

function factsOfCall(
  cache: LRUCache<string, CachedFacts>,
  { authorization, persons }: FactsOfCall,
  { url, timeoutMs, maxAgeMs, clock }: PersonFactsOptions,
  onStored: () => void,
): FactsOfPersons {
  async function ask(keys: readonly string[]): Promise<FactsByKey> {
    const endpoint = url();
    if (endpoint === undefined || authorization === undefined) throw unavailable();
    return await askFacts({ url: endpoint, timeoutMs }, authorization, keys).catch(() => {
      throw unavailable();
    });
  }

  /** The index asks about whom it has found, all of a turn at once. */
  const loader = new DataLoader<string, readonly string[]>(
    async (keys) => {
      const found = await ask(keys);
      return keys.map((key) => found.get(key) ?? NOTHING);
    },
    { cache: false, maxBatchSize: 1_000 },
  );
  /** Others ask about the persons of the call, all of them: the token names no part of them. */
  let ofAll: Promise<FactsByKey> | undefined;
  const named = persons === undefined ? undefined : new Set(persons);

  async function learn(personKey: string): Promise<readonly string[]> {
    if (persons === undefined) return await loader.load(personKey);
    ofAll ??= ask(persons);
    return (await ofAll).get(personKey) ?? NOTHING;
  }

  return {
    of(personKey) {
      const at = clock().getTime();
      const cached = cache.get(personKey);
      // A clock that was set back must not make a fact young again.
      if (cached !== undefined && Math.abs(at - cached.at) < maxAgeMs) return cached.facts;
      // Not cached: another call under the grant may name this person.
      if (named?.has(personKey) === false) return Promise.reject(unavailable());
      const facts = learn(personKey);
      const entry = { facts, at };
      cache.set(personKey, entry);
      onStored();
      facts.catch(() => {
        if (cache.peek(personKey) === entry) cache.delete(personKey);
      });
      return facts;
    },
  };
}

function unavailable(): PublicError {
  return new PublicError('FACTS_UNAVAILABLE', 'Whether the person meets the approval cannot be learned now.');
}
