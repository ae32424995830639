import type { GraphQLDataSource } from '@apollo/gateway';
import type { Pool } from 'undici';
import type { SubgraphCredentials } from '../../model/credentials.ts';
import type { PersonFacts } from '../../model/personFacts.ts';
import type { Caches } from '../../runtime/caches.ts';
import { markedMessage } from '../contract/publicMessage.ts';
import { RESPONSE_TOO_LARGE, type Spending } from '../contract/responseBudget.ts';
import {
  type GatedFetches,
  groupByVariant,
  noteOwners,
  type Representation,
  reducedTo,
  separateOwner,
} from './gatedFetches.ts';
import { createSelectionFilter } from './selectionFilter.ts';
import { areVisible, type RequestData, removeLeftOut } from './visibleRepresentations.ts';

/** What one request of the stock executor carries through to its data sources. */
export interface ApolloRequestContext {
  readonly credentials: SubgraphCredentials;
  readonly signal: AbortSignal;
  readonly spending: Spending;
  /** What of the plan depends on the person; undefined: nothing. */
  readonly gates: GatedFetches | undefined;
  readonly persons: PersonFacts | undefined;
  /** Fetches that failed, whole or in parts. */
  readonly failures: SubgraphFailure[];
  /** Undefined: nothing is left out of the response because of a person. */
  readonly data: RequestData | undefined;
}

export interface SubgraphFailure {
  readonly service: string;
  /** Where the fetch belongs in the answer; "@" for list positions. */
  readonly path: readonly (string | number)[];
  /** Text of the operation that was sent. */
  readonly query: string;
  readonly code: string;
  /** Path of one error inside the subgraph's answer; undefined when the whole fetch failed. */
  readonly inner?: readonly (string | number)[];
  /** The subgraph's own, marked as written for the caller. */
  readonly message?: string | undefined;
}

interface SubgraphCall {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Where the fetch belongs in the answer; "@" for list positions. */
  readonly path: readonly (string | number)[];
}

interface SubgraphResponse {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message?: unknown;
    readonly path?: unknown;
    readonly extensions?: { readonly code?: unknown };
  }[];
}

/**
 * One subgraph as the stock executor sees it. Of a subgraph's errors only a code, a path and a message marked as public
 * go further; a failure leaves nulls and is noted in the request's context.
 *
 * @param interfaceObjects interfaces that some subgraph has as an object type
 */
export function createSubgraphDataSource(
  service: string,
  pool: Pool,
  path: string,
  limits: { readonly timeoutMs: number; readonly maxResponseBytes: number },
  caches: Caches,
  interfaceObjects: ReadonlySet<string>,
): GraphQLDataSource<ApolloRequestContext & Record<string, unknown>> {
  const onlyAsked = createSelectionFilter(caches);
  return {
    async process(options) {
      if (options.kind !== 'incoming operation') throw new Error('Subgraphs are asked for data only.');
      const { context, request, pathInIncomingRequest = [] } = options;
      const call = { query: request.query ?? '', variables: request.variables ?? {}, path: pathInIncomingRequest };
      const data = await fetchVisible(call, context);
      return data === undefined ? {} : { data };
    },
  };

  /** Asks about no object that is left out of the response. */
  async function fetchVisible(
    call: SubgraphCall,
    context: ApolloRequestContext,
  ): Promise<Record<string, unknown> | undefined> {
    const fetch = (asked: SubgraphCall) =>
      context.gates === undefined ? fetchData(asked, context) : fetchGated(asked, context, context.gates);
    if (context.data === undefined) return fetch(call);
    const { representations } = call.variables;
    if (!Array.isArray(representations)) {
      const data = await fetch(call);
      if (data === undefined || call.path.length > 0) return data;
      context.data.roots.push(data);
      await removeLeftOut([[data, undefined]], context.data);
      return data;
    }
    const visible = await areVisible(representations, call.path, context.data);
    const sent = representations.filter((_, index) => visible[index]);
    if (sent.length === 0) return { _entities: representations.map(() => null) };
    const data = await fetch({ ...call, variables: { ...call.variables, representations: sent } });
    const entities = data?._entities;
    if (!Array.isArray(entities)) return data;
    if (context.gates !== undefined) {
      const { personType } = context.gates;
      const owners = sent.map((representation: Representation) => separateOwner(representation, personType).owner);
      await removeLeftOut(
        entities.map((entity, index) => [entity, owners[index]]),
        context.data,
      );
    }
    let next = 0;
    return { ...data, _entities: visible.map((isVisible) => (isVisible ? (entities[next++] ?? null) : null)) };
  }

  /** Asks about each object for what is open of the person whose data it is. */
  async function fetchGated(
    call: SubgraphCall,
    context: ApolloRequestContext,
    gates: GatedFetches,
  ): Promise<Record<string, unknown> | undefined> {
    const { personType } = gates;
    const { representations } = call.variables;
    if (!Array.isArray(representations)) {
      const data = await fetchData(call, context);
      noteOwners(data, undefined, personType);
      return data;
    }
    const objects = representations.map((representation: Representation) => separateOwner(representation, personType));
    const ask = async (query: string, sent: readonly Representation[]): Promise<unknown> => {
      const data = await fetchData(
        { ...call, query, variables: { ...call.variables, representations: sent } },
        context,
      );
      return data?._entities;
    };
    const entities = new Array<unknown>(objects.length).fill(null);
    const receive = (received: unknown, indices: readonly number[]): void => {
      if (!Array.isArray(received)) return;
      for (const [at, index] of indices.entries()) entities[index] = received[at] ?? null;
    };
    const gate = gates.gateOf(service, call.path, call.query);
    if (gate === undefined) {
      receive(
        await ask(
          call.query,
          objects.map(({ sent }) => sent),
        ),
        [...objects.keys()],
      );
    } else {
      const groups = await groupByVariant(gate, objects, context.persons);
      await Promise.all(
        Array.from(groups, async ([variant, indices]) => {
          const parts = indices.map((index) => reducedTo(objects[index]?.sent ?? {}, variant));
          const complete = indices.filter((_, at) => parts[at] !== undefined);
          receive(
            await ask(
              variant.operation,
              parts.filter((part) => part !== undefined),
            ),
            complete,
          );
        }),
      );
    }
    for (const [index, entity] of entities.entries()) noteOwners(entity, objects[index]?.owner, personType);
    return { _entities: entities };
  }

  async function fetchData(
    call: SubgraphCall,
    context: ApolloRequestContext,
  ): Promise<Record<string, unknown> | undefined> {
    const { variables } = call;
    const fail = (code: string, inner?: readonly (string | number)[], message?: string): void => {
      if (code === RESPONSE_TOO_LARGE) context.spending.end();
      context.failures.push({
        service,
        path: call.path,
        query: call.query,
        code,
        message,
        ...(inner === undefined ? {} : { inner }),
      });
    };
    const { sent, restore } = distinctRepresentations(variables.representations);
    if (sent?.length === 0) return { _entities: restore([]) };
    const body = JSON.stringify({
      query: call.query,
      variables: sent === undefined ? variables : { ...variables, representations: sent },
    });
    try {
      const answer = await post(body, context);
      for (const error of answer.errors ?? []) {
        const inner = Array.isArray(error.path) ? error.path : undefined;
        fail(codeOf(error.extensions?.code), inner, markedMessage(error.message, error.extensions));
      }
      const data = answer.data ?? undefined;
      if (data === undefined) {
        if ((answer.errors ?? []).length === 0) fail('SUBGRAPH_INVALID_RESPONSE');
        return undefined;
      }
      if (sent !== undefined) {
        const entities: unknown = data._entities;
        if (!Array.isArray(entities) || entities.length !== sent.length) {
          fail('SUBGRAPH_INVALID_RESPONSE');
          return undefined;
        }
        for (const entity of entities) removeInterfaceName(entity, interfaceObjects);
        data._entities = restore(entities);
      }
      return onlyAsked(data, call.query);
    } catch (error) {
      fail(codeOfThrown(error));
      return undefined;
    }
  }

  async function post(body: string, context: ApolloRequestContext): Promise<SubgraphResponse> {
    const { statusCode, body: stream } = await pool.request({
      path,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...context.credentials.headersFor(service, body),
      },
      body,
      signal: AbortSignal.any([context.signal, AbortSignal.timeout(limits.timeoutMs)]),
    });
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of stream) {
      const buffer = chunk as Buffer; // a response body is a stream of Buffers
      bytes += buffer.length;
      context.spending.receive(buffer.length);
      if (bytes > limits.maxResponseBytes) throw new SubgraphError('SUBGRAPH_RESPONSE_TOO_LARGE');
      chunks.push(buffer);
    }
    if (statusCode === 401 || statusCode === 403) throw new SubgraphError('SUBGRAPH_REFUSED');
    const answer = parseResponse(Buffer.concat(chunks).toString('utf8'));
    if (answer === undefined) throw new SubgraphError('SUBGRAPH_INVALID_RESPONSE');
    return answer;
  }
}

function parseResponse(text: string): SubgraphResponse | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { data, errors } = value as { data?: unknown; errors?: unknown }; // an object, as just checked
  if (data !== undefined && data !== null && (typeof data !== 'object' || Array.isArray(data))) return undefined;
  if (
    errors !== undefined &&
    (!Array.isArray(errors) || !errors.every((error) => typeof error === 'object' && error !== null))
  ) {
    return undefined;
  }
  if (data === undefined && errors === undefined) return undefined;
  return value as SubgraphResponse; // its parts were checked above
}

/**
 * A subgraph that has an interface object reports the interface's name as `__typename`. The stock executor would write it
 * over the name of the object type, which it already has: no entity is requested without one.
 */
function removeInterfaceName(entity: unknown, interfaceObjects: ReadonlySet<string>): void {
  if (typeof entity !== 'object' || entity === null || !('__typename' in entity)) return;
  if (interfaceObjects.has(String(entity.__typename))) delete entity.__typename;
}

/**
 * Representations as they are sent: each once, and none with a null key. A person whom a system does not know has no
 * number there, so nothing is requested and its place is null.
 */
function distinctRepresentations(representations: unknown): {
  readonly sent: readonly unknown[] | undefined;
  readonly restore: (entities: readonly unknown[]) => unknown[];
} {
  if (!Array.isArray(representations)) return { sent: undefined, restore: (entities) => [...entities] };
  const sent: unknown[] = [];
  const positions = new Map<string, number>();
  const places = representations.map((representation: unknown) => {
    if (!hasItsKeys(representation)) return undefined;
    const text = JSON.stringify(representation);
    const position = positions.get(text) ?? sent.push(representation) - 1;
    positions.set(text, position);
    return position;
  });
  return {
    sent,
    restore: (entities) => places.map((place) => (place === undefined ? null : (entities[place] ?? null))),
  };
}

function hasItsKeys(representation: unknown): boolean {
  return (
    typeof representation === 'object' &&
    representation !== null &&
    Object.entries(representation).every(([name, value]) => name === '__typename' || value !== null)
  );
}

class SubgraphError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

function codeOf(code: unknown): string {
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,63}$/.test(code) ? code : 'SUBGRAPH_ERROR';
}

function codeOfThrown(error: unknown): string {
  if (error instanceof SubgraphError) return error.code;
  // By name alone: the signal's DOMException need not be an Error of this realm.
  if (typeof error === 'object' && error !== null && 'name' in error && error.name === 'TimeoutError') {
    return 'SUBGRAPH_TIMEOUT';
  }
  return 'SUBGRAPH_UNAVAILABLE';
}
