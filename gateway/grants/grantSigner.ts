import jwt from 'jsonwebtoken';
import { PERSON_INDEX } from '../../schema/persons/personKeys.ts';
import { PERSON_LIST_HEADER, type PersonListClaims } from '../../schema/persons/personList.ts';
import type { FactsClaims } from '../../schema/tokens/factsToken.ts';
import { type GrantClaims, SYSTEMS_THAT_RECORD_THE_ACTOR } from '../../schema/tokens/grant.ts';
import type { DecisionTable } from '../authorization/decisions/decisionTable.ts';
import type { AccessRule } from '../model/accessRule.ts';
import type { SubgraphCredentials } from '../model/credentials.ts';
import type { Requester } from '../model/requester.ts';
import type { Cache, Caches } from '../runtime/caches.ts';
import { createFactsTokens } from './factsTokens.ts';
import { personListClaims } from './personListToken.ts';
import type { SigningKey } from './signingKey.ts';

/** Lifetime of a grant, and how early it is replaced, in seconds. */
const LIFETIME = 60;
const RENEW_BEFORE = 20;

export interface GrantSigner {
  /**
   * The rights of one requester, as every subgraph verifies them again.
   *
   * @param namedAt systems that must know the requester, because the response depends on who asks
   */
  credentialsFor(
    requester: Requester,
    decisions: DecisionTable,
    emergency?: GrantedEmergency,
    namedAt?: ReadonlySet<string>,
  ): SubgraphCredentials;
  /** The gateway's own rights, for the facts that decisions on persons depend on: these datasets and no others. */
  credentialsForFacts(datasets: readonly string[]): SubgraphCredentials;
  /** Value of the Authorization header with which the gateway itself calls a system, such as to read its feed. */
  authorizationFor(system: string): string;
}

/** An emergency that is open for this requester. */
export interface GrantedEmergency {
  readonly reference: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** Signs grants (ES256) and caches each until shortly before it expires, so that signing is not on the hot path. */
export function createGrantSigner(key: SigningKey, clock: () => Date, caches: Caches): GrantSigner {
  // Weak: grants are collected with the decisions they were signed for.
  const grants = new WeakMap<DecisionTable['identity'], Cache<string, SignedGrant>>();
  /** Of one revision: what was asked before a change was acknowledged is never shared with who asks after it. */
  const tableIds = new WeakMap<DecisionTable, string>();
  let nextTableId = 0;

  const factsTokens = createFactsTokens((claims) => bearer(claims), caches);

  function bearer(claims: GrantClaims | FactsClaims | PersonListClaims): string {
    return `Bearer ${jwt.sign(claims, key.privateKey, { algorithm: 'ES256', keyid: key.kid })}`;
  }

  function sign(
    requester: Requester,
    decisions: DecisionTable,
    subgraph: string,
    emergency: GrantedEmergency | undefined,
    isNamed: boolean,
    now: number,
  ): SignedGrant {
    const seconds = Math.floor(now / 1000);
    const until = Math.min(decisions.validUntil, emergency?.until ?? Number.POSITIVE_INFINITY);
    const end = Math.min(seconds + LIFETIME, Math.ceil(until / 1000));
    const conditions = conditionsFor(decisions, subgraph, emergency !== undefined);
    const claims: GrantClaims = {
      iss: 'person360-gateway',
      aud: subgraph,
      iat: seconds,
      exp: end,
      agency: decisions.agency,
      purpose: decisions.purpose,
      roles: [...decisions.roles],
      // Open to nobody in this request: in no grant for it.
      datasets: decisions.allowedDatasets(subgraph).filter((id) => conditions.get(id)?.length !== 0),
      revision: decisions.revision,
      ...conditionsClaim(conditions),
      ...(emergency === undefined ? {} : { emergency: emergency.reference }),
      ...(emergency !== undefined || isNamed ? { sub: requester.subject } : {}),
    };
    return {
      headers: { authorization: bearer(claims) },
      claims,
      renewAt: Math.min((end - RENEW_BEFORE) * 1000, now + LIFETIME * 1000),
    };
  }

  function headersOf(grant: SignedGrant, body: string): SignedGrant['headers'] {
    const { claims, headers } = grant;
    if (claims === undefined) return headers;
    const asksForFacts = claims.conditions !== undefined || asksAboutNamedPersons(claims);
    const listClaims = personListClaims(claims, body);
    if (!asksForFacts && listClaims === undefined) return headers;
    return {
      ...headers,
      ...(asksForFacts ? factsTokens.headersFor(claims, body) : {}),
      ...(listClaims === undefined ? {} : { [PERSON_LIST_HEADER]: bearer(listClaims) }),
    };
  }

  /** A grant for the gateway itself. Data that it opens is never sent to a client. */
  function ownGrant(subgraph: string, datasets: readonly string[], now: number): SignedGrant {
    const seconds = Math.floor(now / 1000);
    const authorization = bearer({
      iss: 'person360-gateway',
      aud: subgraph,
      iat: seconds,
      exp: seconds + LIFETIME,
      agency: 'DOIT',
      purpose: 'DATA_GOVERNANCE',
      roles: ['GATEWAY'],
      datasets: datasets.filter((dataset) => dataset.startsWith(`${subgraph}.`)),
      revision: 0,
    });
    return { headers: { authorization }, claims: undefined, renewAt: (seconds + LIFETIME - RENEW_BEFORE) * 1000 };
  }

  return {
    credentialsForFacts(datasets) {
      const own = new Map<string, SignedGrant>();
      return {
        keyFor: () => 'facts',
        headersFor(subgraph) {
          const now = clock().getTime();
          let grant = own.get(subgraph);
          if (grant === undefined || now >= grant.renewAt) {
            grant = ownGrant(subgraph, datasets, now);
            own.set(subgraph, grant);
          }
          return grant.headers;
        },
      };
    },
    authorizationFor: (system) => ownGrant(system, [], clock().getTime()).headers.authorization ?? '',
    credentialsFor(requester, decisions, emergency, namedAt) {
      let id = tableIds.get(decisions);
      if (id === undefined) {
        id = String(nextTableId++);
        tableIds.set(decisions, id);
      }
      const tableId = id;
      const ofTable =
        grants.get(decisions.identity) ??
        caches.lru<string, SignedGrant>('grants', { max: MAX_GRANTS_PER_TABLE, bytesOf: () => GRANT_BYTES });
      grants.set(decisions.identity, ofTable);
      // A grant that names a person serves that person's calls alone.
      const emergencyAt = (subgraph: string): GrantedEmergency | undefined =>
        emergency !== undefined && asksForEmergency(decisions, subgraph) ? emergency : undefined;
      const isNamedAt = (subgraph: string): boolean =>
        namesThePerson(decisions, subgraph) || namedAt?.has(subgraph) === true;
      const holderAt = (subgraph: string): string => {
        const declared = emergencyAt(subgraph);
        if (declared !== undefined) return `emergency:${declared.reference}`;
        return isNamedAt(subgraph) ? JSON.stringify(requester.subject) : '';
      };
      return {
        keyFor: (subgraph) => `${tableId}:${holderAt(subgraph)}`,
        headersFor(subgraph, body) {
          const now = clock().getTime();
          const cacheKey = `${subgraph}:${holderAt(subgraph)}`;
          const cached = ofTable.get(cacheKey);
          if (cached !== undefined && now < cached.renewAt) return headersOf(cached, body);
          const grant = sign(requester, decisions, subgraph, emergencyAt(subgraph), isNamedAt(subgraph), now);
          ofTable.set(cacheKey, grant);
          return headersOf(grant, body);
        },
      };
    },
  };
}

const MAX_GRANTS_PER_TABLE = 1_000;
const GRANT_BYTES = 2_000;

/**
 * Facts that systems request about persons whom a caller names: emou whether they exist, and whose case it is; audit and
 * the person index for which persons a resident acts.
 */
function asksAboutNamedPersons({ aud, roles }: GrantClaims): boolean {
  return aud === 'emou' || ((aud === 'audit' || aud === PERSON_INDEX) && roles.includes('RESIDENT'));
}

/** Facts that depend on the requester: a system cannot check them without knowing who it is. */
const FACTS_OF_REQUESTER: readonly string[] = ['CASELOAD', 'HOUSEHOLD_OF_CASELOAD'];

function namesThePerson(decisions: DecisionTable, subgraph: string): boolean {
  if (SYSTEMS_THAT_RECORD_THE_ACTOR.includes(subgraph)) return true;
  return [...decisions.conditionsOn(subgraph).values()].flat(2).some((fact) => FACTS_OF_REQUESTER.includes(fact));
}

function asksForEmergency(decisions: DecisionTable, subgraph: string): boolean {
  return [...decisions.conditionsOn(subgraph).values()].flat(2).includes('EMERGENCY');
}

/** Rules without the alternatives that need a declared emergency: nobody meets those if none is declared. */
function conditionsFor(
  decisions: DecisionTable,
  subgraph: string,
  inEmergency: boolean,
): ReadonlyMap<string, AccessRule['anyOf']> {
  const conditions = [...decisions.conditionsOn(subgraph)];
  return new Map(
    conditions.map(([id, anyOf]) => [id, inEmergency ? anyOf : anyOf.filter((all) => !all.includes('EMERGENCY'))]),
  );
}

/** Conditions that the system checks again by itself, with facts that do not come from the gateway. */
function conditionsClaim(conditions: ReadonlyMap<string, AccessRule['anyOf']>): Pick<GrantClaims, 'conditions'> {
  const some = [...conditions].filter(([, anyOf]) => anyOf.length > 0);
  if (some.length === 0) return {};
  return { conditions: Object.fromEntries(some.map(([id, anyOf]) => [id, anyOf.map((all) => [...all])])) };
}

interface SignedGrant {
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined: a grant of the gateway's own, under which no system requests facts. */
  readonly claims: GrantClaims | undefined;
  /** Milliseconds since 1970. */
  readonly renewAt: number;
}
