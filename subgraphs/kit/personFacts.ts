import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import { askFacts } from './askFacts.ts';
import type { VerifiedGrant } from './grantVerifier.ts';
import { PublicError } from './publicError.ts';

/** Facts about persons, by this system's own numbers, for requests under one grant. */
export interface FactsOfPersons {
  /** Rejects with FACTS_UNAVAILABLE when they cannot be learned. */
  of(personKey: string): Promise<readonly string[]>;
}

export interface PersonFactsOptions {
  /** The person index's fact door; undefined: no fact can be learned, and what asks for one stays closed. */
  readonly url: () => string | undefined;
  readonly timeoutMs: number;
  /** How old a fact may be, at most. */
  readonly maxAgeMs: number;
  readonly clock: () => Date;
}

const maxPersons = 10_000;
const nothing: readonly string[] = [];

/**
 * What the second check of conditions rests on: learned from the person index, not from the gateway, in one batch for all
 * persons of a turn, and kept for seconds with the grant. Undefined for a grant that asks for nothing.
 */
export function createPersonFacts(options: PersonFactsOptions): (grant: VerifiedGrant) => FactsOfPersons | undefined {
  const byGrant = new WeakMap<VerifiedGrant, FactsOfPersons>();
  return (grant) => {
    if (grant.claims.conditions === undefined) return undefined;
    const facts = byGrant.get(grant) ?? factsUnder(grant, options);
    byGrant.set(grant, facts);
    return facts;
  };
}

function factsUnder({ token }: VerifiedGrant, { url, timeoutMs, maxAgeMs, clock }: PersonFactsOptions): FactsOfPersons {
  const kept = new LRUCache<string, { readonly facts: Promise<readonly string[]>; readonly at: number }>({
    max: maxPersons,
  });
  const loader = new DataLoader<string, readonly string[]>(
    async (keys) => {
      const door = url();
      if (door === undefined) throw unavailable();
      const found = await askFacts({ url: door, timeoutMs }, token, keys).catch(() => {
        throw unavailable();
      });
      return keys.map((key) => found.get(key) ?? nothing);
    },
    { cache: false, maxBatchSize: 1_000 },
  );
  return {
    of(personKey) {
      const at = clock().getTime();
      const known = kept.get(personKey);
      // A clock that was set back must not make a fact young again.
      if (known !== undefined && Math.abs(at - known.at) < maxAgeMs) return known.facts;
      const facts = loader.load(personKey);
      const entry = { facts, at };
      kept.set(personKey, entry);
      facts.catch(() => {
        if (kept.peek(personKey) === entry) kept.delete(personKey);
      });
      return facts;
    },
  };
}

function unavailable(): PublicError {
  return new PublicError('FACTS_UNAVAILABLE', 'Whether the person meets the approval cannot be learned now.');
}
