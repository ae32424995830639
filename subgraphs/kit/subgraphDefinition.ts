import type { Router } from 'express';
import type { GraphQLFormattedError } from 'graphql';
import { DEFAULT_MAX_KEY_AGE_MS } from '../../keys/keySet.ts';
import type { GrantClaims } from '../../schema/tokens/grant.ts';
import type { Database, QueryObserver } from './database/database.ts';
import type { EncryptedTable } from './encryption/encryptedTable.ts';
import { type Encryption, REFRESH_MS } from './encryption/encryption.ts';
import type { KeyEncryption } from './encryption/keyEncryption.ts';
import type { FactsOfPersons } from './facts/personFacts.ts';
import type { DisclosureCheck } from './grants/grantAbility.ts';
import type { FactsVerifier, GrantVerifier, PersonListVerifier } from './grants/grantVerifier.ts';
import type { PersonsOfAnswer } from './guards/personOfField.ts';
import type { ObjectBudget } from './limits/objectBudget.ts';
import type { RequestEnd } from './limits/requestEnd.ts';
import type { Log } from './log.ts';

/** The agency-specific parts of a system; the kit supplies everything else. */
export interface SubgraphDefinition<Loaders extends object = object> extends SubgraphSchema {
  /** Name in the supergraph, and the `aud` of the grants that open it. */
  readonly name: string;
  readonly migrationsDirectory: string;
  /** Set if resolvers query `facts` about persons named by callers. */
  readonly asksAboutNamedPersons?: boolean;
  /**
   * Set if statements read by lists of keys of any length: PostgreSQL plans each once per connection. By default it
   * considers a plan for ten keys more expensive than one for a single key, and makes the latter again for every
   * request.
   */
  readonly plansOnce?: boolean;
  /** Tables with encrypted columns. A system that has some does not start without `keyEncryption`. */
  readonly encryptedTables?: readonly EncryptedTable[];
  /** Called once per request: a loader's cache must not outlive the grant it was filled under. */
  readonly createLoaders: (system: SubgraphSystem) => Loaders;
  /**
   * Routes other than `/graphql` and `/health`, such as emou's feed. Each must check the grant itself if it needs one.
   */
  readonly openRoutes?: (system: SubgraphSystem, serve: ServeSchema) => Promise<SubgraphRoutes> | SubgraphRoutes;
}

/** What a system serves. */
export interface SubgraphSchema {
  /** The agency's own SDL, including the guard of every field. */
  readonly schema: string;
  /**
   * Resolvers by type and field name, as typed by the generated `Resolvers`. The kit supplies Date, DateTime and Cents.
   */
  readonly resolvers: object;
}

/**
 * Replaces what a running system serves. Requests in flight finish on the previous schema. Rejects, and changes nothing,
 * if the SDL leaves a field undecided. Of two calls that overlap, the later one counts.
 */
export type ServeSchema = (schema: SubgraphSchema) => Promise<void>;

/** A system to serve. Its migrations have run, if it has any. */
export type ServedSubgraph<Loaders extends object = object> = Omit<SubgraphDefinition<Loaders>, 'migrationsDirectory'>;

/** The running system, as passed to loaders and routes. */
export interface SubgraphSystem {
  readonly name: string;
  readonly database: Database;
  /** For dedicated connections, such as LISTEN; empty without a database. Never log it: it contains the password. */
  readonly databaseUrl: string;
  /** Of the definition's encrypted tables. */
  readonly encryption: Encryption;
  /** By the schema in service. */
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
  /** Ends work that outlives a request (streams, LISTEN connections, timers) so that draining can finish. */
  readonly stop: () => Promise<void> | void;
}

/** The context of every resolver. */
export interface SubgraphContext<Loaders extends object = object> {
  readonly grant: GrantClaims;
  readonly system: SubgraphSystem;
  readonly loaders: Loaders;
  /**
   * These three are for the field guard only, except that resolvers may use `facts` to check persons named by callers.
   */
  readonly disclosure: DisclosureCheck;
  /** Undefined: the grant requires no facts. */
  readonly facts: FactsOfPersons | undefined;
  readonly persons: PersonsOfAnswer;
  /** These two stop a request that is too large or whose caller has gone (objectBudget.ts). */
  readonly budget: ObjectBudget;
  readonly end: RequestEnd;
  /** Returns a header of the call by its lowercase name, for tokens that the gateway sends in addition to the grant. */
  readonly headerOf: (name: string) => string | undefined;
  /** Errors to send even though the field has a value (reportedErrors.ts). */
  readonly reported: GraphQLFormattedError[];
}

export interface SubgraphOptions {
  /** PostgreSQL. Undefined: the records are elsewhere, and loaders read them by themselves. */
  readonly databaseUrl?: string | undefined;
  /** Wraps the keys of encrypted tables (docs/encryption-at-rest.md). */
  readonly keyEncryption?: KeyEncryption | undefined;
  /** Without a database: resolves if the records can be read. Decides whether the system is ready. */
  readonly ping?: (() => Promise<void>) | undefined;
  /** 0: any free port. */
  readonly port: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  readonly grantJwksUrl: string;
  /** URL for facts about persons, if configured. Without it, fields that require a fact stay closed. */
  readonly factsUrl?: (() => string | undefined) | undefined;
  readonly clock: () => Date;
  readonly log: Log;
  readonly limits?: Partial<SubgraphLimits> | undefined;
  /** Called with the name of every SQL statement as it is sent, never with its values. */
  readonly onQuery?: QueryObserver | undefined;
}

export interface SubgraphLimits {
  readonly maxBodyBytes: number;
  readonly maxConnections: number;
  readonly connectTimeoutMs: number;
  readonly statementTimeoutMs: number;
  /** How long shutdown waits for requests in flight before it cuts them off. */
  readonly drainMs: number;
  /** Maximum age of a fact about a person. */
  readonly maxFactAgeMs: number;
  readonly factTimeoutMs: number;
  /** How long the gateway's keys stay in use while they cannot be fetched. */
  readonly maxKeyAgeMs: number;
  /** How often new keys of encrypted tables are looked for. Rotation waits for twice the default. */
  readonly keyRefreshMs: number;
  /** Maximum objects in one response. */
  readonly maxObjects: number;
  /** Maximum bytes of one response. */
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
  keyRefreshMs: REFRESH_MS,
  maxObjects: 20_000,
  maxResponseBytes: 8 * 1024 * 1024,
};

export interface RunningSubgraph {
  readonly name: string;
  /** http://HOST:PORT/graphql */
  readonly url: string;
  stop(): Promise<void>;
}
