import type { Router } from 'express';
import type { GraphQLFormattedError } from 'graphql';
import { DEFAULT_MAX_KEY_AGE_MS } from '../../keys/keySet.ts';
import type { GrantClaims } from '../../schema/grant.ts';
import type { Database, QueryObserver } from './database/database.ts';
import type { FactsOfPersons } from './facts/personFacts.ts';
import type { DisclosureCheck } from './grants/grantAbility.ts';
import type { FactsVerifier, GrantVerifier, PersonListVerifier } from './grants/grantVerifier.ts';
import type { PersonsOfAnswer } from './guards/personOfField.ts';
import type { ObjectBudget } from './limits/objectBudget.ts';
import type { RequestEnd } from './limits/requestEnd.ts';
import type { Log } from './log.ts';

/** What an agency's system brings; everything else about serving it is the kit's. */
export interface SubgraphDefinition<Loaders extends object = object> {
  /** Name in the supergraph, and the `aud` of the grants that open it. */
  readonly name: string;
  /** The agency's own SDL, with the guard of every field written in it. */
  readonly schema: string;
  /** By type and field name, as typed by the generated `Resolvers`. Scalars Date, DateTime and Cents come from the kit. */
  readonly resolvers: object;
  readonly migrationsDirectory: string;
  /** Its resolvers ask `facts` about persons whom callers name. */
  readonly asksAboutNamedPersons?: boolean;
  /**
   * Its statements read by keys, however many: PostgreSQL plans each once per connection. Left to itself it takes a plan
   * for ten keys to be dear beside one for a single key, and makes the latter anew for every request.
   */
  readonly plansOnce?: boolean;
  /** Called once per request: a loader's cache must never outlive the grant it was filled under. */
  readonly createLoaders: (system: SubgraphSystem) => Loaders;
  /** Doors beside `/graphql` and `/health`, such as emou's feed. Each must check the grant itself where it needs one. */
  readonly openRoutes?: (system: SubgraphSystem) => Promise<SubgraphRoutes> | SubgraphRoutes;
}

/** The running system, for loaders and routes. */
export interface SubgraphSystem {
  readonly name: string;
  readonly database: Database;
  /** For connections of its own, such as LISTEN. Never log it: it holds the password. */
  readonly databaseUrl: string;
  readonly grants: GrantVerifier;
  /** For a facts endpoint (factsEndpoint.ts). */
  readonly factsTokens: FactsVerifier;
  /** For the person index's list of persons. */
  readonly personListTokens: PersonListVerifier;
  readonly clock: () => Date;
  readonly log: Log;
}

export interface SubgraphRoutes {
  readonly router: Router;
  /** Ends what outlives a request (streams, LISTEN connections, timers) so that the drain can finish. */
  readonly stop: () => Promise<void> | void;
}

/** What every resolver gets as its context. */
export interface SubgraphContext<Loaders extends object = object> {
  readonly grant: GrantClaims;
  readonly system: SubgraphSystem;
  readonly loaders: Loaders;
  /** These three are asked by the field guard only; `facts` by resolvers that check whom a caller names, too. */
  readonly disclosure: DisclosureCheck;
  /** Undefined: the grant asks for no facts. */
  readonly facts: FactsOfPersons | undefined;
  readonly persons: PersonsOfAnswer;
  /** These two stop a request that is too large, or that nobody waits for (objectBudget.ts). */
  readonly budget: ObjectBudget;
  readonly end: RequestEnd;
  /** A header of the call, by its name in lower case: tokens that the gateway sends besides the grant. */
  readonly headerOf: (name: string) => string | undefined;
  /** Errors to send although the field has a value (reportedErrors.ts). */
  readonly reported: GraphQLFormattedError[];
}

export interface SubgraphOptions {
  readonly databaseUrl: string;
  /** 0: any free port. */
  readonly port: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  readonly grantJwksUrl: string;
  /** Where facts about persons are learned, as far as the system is told; without it what asks for one stays closed. */
  readonly factsUrl?: (() => string | undefined) | undefined;
  readonly clock: () => Date;
  readonly log: Log;
  readonly limits?: Partial<SubgraphLimits> | undefined;
  /** Told of every SQL statement as it is sent: its name, never its values. */
  readonly onQuery?: QueryObserver | undefined;
}

export interface SubgraphLimits {
  readonly maxBodyBytes: number;
  readonly maxConnections: number;
  readonly connectTimeoutMs: number;
  readonly statementTimeoutMs: number;
  /** How long a stop waits for requests in flight before it cuts them off. */
  readonly drainMs: number;
  /** How old a fact about a person may be. */
  readonly maxFactAgeMs: number;
  readonly factTimeoutMs: number;
  /** How long the gateway's keys are used while they cannot be fetched. */
  readonly maxKeyAgeMs: number;
  /** Objects in one response. */
  readonly maxObjects: number;
  /** Bytes of one response. */
  readonly maxResponseBytes: number;
}

export const defaultLimits: SubgraphLimits = {
  maxBodyBytes: 2_000_000,
  maxConnections: 10,
  connectTimeoutMs: 2_000,
  statementTimeoutMs: 5_000,
  drainMs: 10_000,
  maxFactAgeMs: 5_000,
  factTimeoutMs: 3_000,
  maxKeyAgeMs: DEFAULT_MAX_KEY_AGE_MS,
  maxObjects: 20_000,
  maxResponseBytes: 8 * 1024 * 1024,
};

export interface RunningSubgraph {
  readonly name: string;
  /** http://HOST:PORT/graphql */
  readonly url: string;
  stop(): Promise<void>;
}
