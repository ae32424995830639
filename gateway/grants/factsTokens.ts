import { PERSON_INDEX, personsOfCall } from '../../schema/persons/personKeys.ts';
import {
  FACTS_HEADER,
  FACTS_OF_NAMED_PERSONS,
  FACTS_OF_PERSONAL_REPRESENTATIVES,
  type FactsClaims,
  MOST_PERSONS_OF_A_CALL,
  personsClaim,
} from '../../schema/tokens/factsToken.ts';
import type { GrantClaims } from '../../schema/tokens/grant.ts';
import type { Caches } from '../runtime/caches.ts';

const MOST_TOKENS = 5_000;

export interface FactsTokens {
  /** Header with the token for one call under this grant; undefined if the call names no persons. */
  headersFor(grant: GrantClaims, body: string): Readonly<Record<string, string>>;
}

/**
 * Signs a facts token for each call under a grant with conditions. Calls about the same persons under the same grant
 * share one token, so a repeated operation only reads its persons and signs nothing.
 */
export function createFactsTokens(sign: (claims: FactsClaims) => string, caches: Caches): FactsTokens {
  const tokens = caches.lru<string, string>('facts tokens', {
    max: MOST_TOKENS,
    bytesOf: (token) => 200 + token.length,
  });
  /** Distinguishes grants in the keys of the cache without keeping them alive. */
  const numbers = new WeakMap<GrantClaims, number>();
  let nextNumber = 0;

  function numberOf(grant: GrantClaims): number {
    const number = numbers.get(grant) ?? nextNumber++;
    numbers.set(grant, number);
    return number;
  }

  return {
    headersFor(grant, body) {
      const persons = personsOf(grant.aud, body);
      if (persons === 'none') return {};
      const key = `${numberOf(grant)} ${persons?.sha256 ?? ''}`;
      const token = tokens.get(key) ?? sign(claimsFor(grant, persons));
      tokens.set(key, token);
      return { [FACTS_HEADER]: token };
    },
  };
}

/** `none`: the system gets no persons and may request facts about none. Undefined: it finds them by itself. */
function personsOf(system: string, body: string): FactsClaims['persons'] | 'none' {
  const keys = personsOfCall(system, body, () => (JSON.parse(body) as { readonly variables?: unknown }).variables);
  if (keys === undefined) return undefined;
  return keys.length === 0 || keys.length > MOST_PERSONS_OF_A_CALL ? 'none' : personsClaim(keys);
}

function claimsFor(grant: GrantClaims, persons: FactsClaims['persons']): FactsClaims {
  const { iss, aud, iat, exp, agency, purpose, sub, emergency, conditions = {} } = grant;
  return {
    ...{ iss, aud: 'facts', iat, exp, system: aud, agency, purpose },
    ...(sub === undefined ? {} : { sub }),
    ...(emergency === undefined ? {} : { emergency }),
    facts: factsOfSystem(grant) ?? [...new Set(Object.values(conditions).flat(2))].sort(),
    ...(persons === undefined ? {} : { persons }),
  };
}

/** Facts that a system requests about named persons, whatever the conditions of the grant. */
function factsOfSystem({ aud, conditions, roles }: GrantClaims): string[] | undefined {
  if (aud === 'emou') return [...FACTS_OF_NAMED_PERSONS];
  if (aud === 'audit') return [...FACTS_OF_PERSONAL_REPRESENTATIVES];
  return aud === PERSON_INDEX && conditions === undefined && roles.includes('RESIDENT') ? ['WARD'] : undefined;
}
