import type { KeyObject } from 'node:crypto';
import { type GraphQLObjectType, isObjectType } from 'graphql';
import { type Call, type Reply, send } from './reply.ts';
import { type FoundValue, type SubgraphShape, selectEverything, valuesIn } from './subgraphShape.ts';
import type { TestGrants } from './testGrants.ts';
import type { TestKeyServer } from './testKeys.ts';

/** A number that the subgraph has a record for. */
export interface KnownKey {
  readonly type: GraphQLObjectType;
  readonly field: string;
  readonly value: string;
}

export interface SubgraphUnderTest {
  readonly name: string;
  readonly url: URL;
  readonly shape: SubgraphShape;
  /** Every dataset of the subgraph. */
  readonly datasets: readonly string[];
  readonly keys: readonly KnownKey[];
  readonly grants: TestGrants;
  readonly signingKey: KeyObject;
  /** Undefined: another program serves the key set. */
  readonly keyServer: TestKeyServer | undefined;
  /** How long the subgraph may take for what it may do slowly. */
  readonly patienceMs: number;
  /** Sends a request to the GraphQL endpoint. */
  send(call: Call): Promise<Reply>;
  /** Sends a GraphQL request with this Authorization header. */
  ask(authorization: string | undefined, query: string, variables?: Readonly<Record<string, unknown>>): Promise<Reply>;
  /** Sends a request to another path of the same server. */
  get(path: string): Promise<Reply>;
  /** Every response so far, for the search for leaks. */
  readonly replies: readonly Reply[];
}

export interface TestSettings {
  readonly name: string;
  readonly url: URL;
  readonly shape: SubgraphShape;
  readonly datasets: readonly string[];
  readonly keys: readonly KnownKey[];
  readonly grants: TestGrants;
  readonly signingKey: KeyObject;
  readonly keyServer: TestKeyServer | undefined;
  /** How long the subgraph may take for what it may do slowly. */
  readonly patienceMs: number;
}

const MOST_REPLIES = 2_000;

export function createSubgraphUnderTest(settings: TestSettings): SubgraphUnderTest {
  const { url } = settings;
  const replies: Reply[] = [];
  async function sendTo(target: URL, call: Call): Promise<Reply> {
    const reply = await send(target, call);
    if (replies.length < MOST_REPLIES) replies.push(reply);
    return reply;
  }
  return {
    ...settings,
    replies,
    send: (call) => sendTo(url, call),
    ask: (authorization, query, variables) =>
      sendTo(url, { authorization, body: JSON.stringify({ query, ...(variables && { variables }) }) }),
    get: (path) => sendTo(new URL(path, url), { method: 'GET' }),
  };
}

export type Representation = Readonly<Record<string, unknown>>;

export function representationOf({ type, field, value }: KnownKey): Representation {
  return { __typename: type.name, [field]: value };
}

/** The operation with which the gateway reads entities of one type. */
export function entitiesQuery(typeName: string, selection: string): string {
  return `query ($representations: [_Any!]!) {
    _entities(representations: $representations) { __typename ... on ${typeName} { ${selection} } }
  }`;
}

/** The entities of a response; undefined if it has none. */
export function entitiesOf(reply: Reply): readonly unknown[] | undefined {
  const entities = reply.data?._entities;
  return Array.isArray(entities) ? entities : undefined;
}

/** The known keys by their type. */
export function keysByType({ keys }: SubgraphUnderTest): ReadonlyMap<GraphQLObjectType, readonly KnownKey[]> {
  const byType = new Map<GraphQLObjectType, KnownKey[]>();
  for (const key of keys) byType.set(key.type, [...(byType.get(key.type) ?? []), key]);
  return byType;
}

/** Reads everything about the known keys that the grant might show, and lists the values. */
export async function readKnown(
  subgraph: SubgraphUnderTest,
  authorization: string,
  alias = '',
): Promise<{ readonly values: readonly FoundValue[]; readonly replies: readonly Reply[] }> {
  const values: FoundValue[] = [];
  const replies: Reply[] = [];
  for (const [type, keys] of keysByType(subgraph)) {
    const query = entitiesQuery(type.name, selectEverything(subgraph.shape, type, alias));
    const reply = await subgraph.ask(authorization, query, { representations: keys.map(representationOf) });
    replies.push(reply);
    values.push(...(entitiesOf(reply) ?? []).flatMap((entity) => valuesIn(type, entity, alias)));
  }
  return { values, replies };
}

/** Finds the type of a key such as `agingClientId:A-1001` or `Person.agingClientId:A-1001`; undefined: none. */
export function readKnownKey({ schema, entities }: SubgraphShape, text: string): KnownKey | undefined {
  const [, typeName, field = '', value = ''] = /^(?:(\w+)\.)?(\w+):(.+)$/s.exec(text) ?? [];
  for (const [name, fields] of entities) {
    const type = schema.getType(name);
    if (!fields.includes(field) || (typeName !== undefined && typeName !== name) || !isObjectType(type)) continue;
    return { type, field, value };
  }
  return undefined;
}
