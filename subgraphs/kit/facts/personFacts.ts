import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import type { FactsByKey } from '../../../schema/persons/personFacts.ts';
import { PublicError } from '../errors/publicError.ts';
import type { VerifiedGrant } from '../grants/grantVerifier.ts';
import { askFacts } from './askFacts.ts';

/** Facts about persons, by this system's own numbers, for one call. */
export interface FactsOfPersons {
  /** Rejects with FACTS_UNAVAILABLE if the facts cannot be loaded. */
  of(personKey: string): Promise<readonly string[]>;
}

/** Headers and persons of a call that facts are loaded for. */
export interface FactsOfCall {
  /** The header `facts-authorization` (schema/tokens/factsToken.ts). */
  readonly authorization: string | undefined;
  /** Persons that the call names. Undefined: the person index has yet to find them. */
  readonly persons: readonly string[] | undefined;
}

export interface PersonFactsOptions {
  /** The person index's facts endpoint. Undefined: no facts can be loaded, so fields that require one stay closed. */
  readonly url: () => string | undefined;
  readonly timeoutMs: number;
  /** Maximum age of a fact. */
  readonly maxAgeMs: number;
  readonly clock: () => Date;
  /** Loads facts under grants without conditions too, for a system whose resolvers check persons named by callers. */
  readonly always?: boolean;
}

interface CachedFacts {
  readonly facts: Promise<readonly string[]>;
  readonly at: number;
}

const MAX_PERSONS = 10_000;
/** Maximum number of facts cached under all grants together, about 300 bytes each. */
const MAX_STORED = 100_000;
const NOTHING: readonly string[] = [];

/**
 * Facts for the second check of conditions: loaded from the person index and not from the gateway, in one request for
 * all persons of a call, and cached for seconds with the grant. Undefined for a grant that requires no facts.
 */
export function createPersonFacts(
  options: PersonFactsOptions,
): (grant: VerifiedGrant, call: () => FactsOfCall) => FactsOfPersons | undefined {
  let byGrant = new WeakMap<VerifiedGrant, LRUCache<string, CachedFacts>>();
  let stored = 0;
  function onStored(): void {
    if (++stored < MAX_STORED) return;
    // Thousands of grants with thousands of persons each would not fit. Facts are valid for seconds, so clear them all.
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

/** Omits the library's `max`, which would allocate the whole table up front for each grant. */
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

  /** The index asks about the persons it has found, all of one turn in one batch. */
  const loader = new DataLoader<string, readonly string[]>(
    async (keys) => {
      const found = await ask(keys);
      return keys.map((key) => found.get(key) ?? NOTHING);
    },
    { cache: false, maxBatchSize: 1_000 },
  );
  /** Other systems ask about all persons of the call, because the token does not name subsets. */
  let ofAll: Promise<FactsByKey> | undefined;
  const named = persons === undefined ? undefined : new Set(persons);

  async function load(personKey: string): Promise<readonly string[]> {
    if (persons === undefined) return await loader.load(personKey);
    ofAll ??= ask(persons);
    return (await ofAll).get(personKey) ?? NOTHING;
  }

  return {
    of(personKey) {
      const at = clock().getTime();
      const cached = cache.get(personKey);
      // Absolute value: a clock that was set back must not make a fact look fresh.
      if (cached !== undefined && Math.abs(at - cached.at) < maxAgeMs) return cached.facts;
      // Not cached: another call under the grant may name this person.
      if (named?.has(personKey) === false) return Promise.reject(unavailable());
      const facts = load(personKey);
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
  return new PublicError(
    'FACTS_UNAVAILABLE',
    'The system cannot determine now whether the person meets the condition of the approval. Try again.',
  );
}
