import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { isStorableJson, mayHoldUnstorableText, unstorableText } from '../../schema/values/storableText.ts';
import { MAX_NESTING, nestsTooDeeply } from '../documents/rules/nestingLimit.ts';
import { refusal } from '../errors/createErrors.ts';
import { statusOf } from '../errors/errorCatalog.ts';
import { type Generation, type Generations, leave } from '../generation/generation.ts';
import type { GraphqlContext } from '../generation/graphqlServer.ts';
import { handleRequest } from '../pipeline.ts';
import { formatError } from '../response/formatError.ts';
import { createTurnQueue } from '../runtime/turns.ts';
import type { Authenticate } from './authenticate.ts';
import { readAccessOptions } from './headers/accessOptions.ts';
import { negotiateContentType } from './headers/mediaTypes.ts';
import { createRequestIds, readClient, readTraceparent } from './headers/requestOrigin.ts';
import { type KnownRequest, readKnownRequest } from './knownRequest.ts';
import { createRequestMeter, type GatewayMetrics } from './metrics.ts';
import { readJsonBody } from './readJsonBody.ts';
import { createRequestSignals } from './requestSignal.ts';
import { refuse, send } from './sendResponse.ts';

export interface GraphqlEndpointOptions {
  readonly generations: Generations;
  readonly authenticate: Authenticate;
  readonly metrics: GatewayMetrics;
  readonly maxBodyBytes: number;
  /** Milliseconds after which a request is cancelled. */
  readonly timeoutMs: number;
  /** Called with errors that callers see masked. */
  readonly onError: (error: unknown) => void;
}

/** What a response needs of its request. */
interface Exchange {
  /** The request stays with this generation until it ends. */
  readonly generation: Generation;
  readonly response: ServerResponse;
  /** Content type of the response. */
  readonly contentType: string;
  readonly context: GraphqlContext;
}

/**
 * Receives an operation by POST, or a query by GET. A text that Apollo Server has parsed and validated before goes
 * straight to the pipeline; any other goes to Apollo Server first, with the same response.
 */
export function createGraphqlEndpoint(options: GraphqlEndpointOptions) {
  const { generations, metrics, onError } = options;
  const inTurn = createTurnQueue();
  const newRequestId = createRequestIds();
  const signalOf = createRequestSignals(options.timeoutMs);
  const measure = createRequestMeter(metrics);

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = request;
    const who = await options.authenticate(headers);
    if (who.kind === 'refused') return refuse(response, who);
    const contentType = negotiateContentType(headers.accept);
    if (contentType === undefined) return refuse(response, refusal('NOT_ACCEPTABLE'));
    const access = readAccessOptions(headers);
    if (access.kind === 'refused') return refuse(response, refusal('BAD_REQUEST', access.message));
    const body = method === 'POST' ? await readJsonBody(request, options.maxBodyBytes) : undefined;
    if (body?.kind === 'gone') return;
    if (body?.kind === 'refused') return refuse(response, body);

    const context: GraphqlContext = {
      requester: who.requester,
      requestId: newRequestId(),
      client: readClient(headers),
      traceparent: readTraceparent(headers),
      access: access.options,
      signal: signalOf(response),
    };
    // Read once, when the request is complete: a client that sends slowly keeps no former generation in memory.
    const generation = generations.current;
    const exchange: Exchange = { generation, response, contentType, context };
    if (body === undefined) return validate(withoutBody(request), exchange);
    const known = readKnownRequest(body.value, generation.documents);
    if (known === undefined) return validate(withBody(body.value), exchange);
    if (mayHoldUnstorableText(body.text) && !isStorableJson(known.variables)) return refuse(response, unstorableText);
    return execute(known, exchange);
  }

  async function execute(known: KnownRequest, exchange: Exchange): Promise<void> {
    const { generation, response, contentType, context } = exchange;
    generation.inFlight++;
    try {
      // Written out: of two spread objects V8 makes a slow one that outlives the request.
      const { text } = await handleRequest(generation.pipeline, {
        requester: context.requester,
        requestId: context.requestId,
        client: context.client,
        traceparent: context.traceparent,
        access: context.access,
        signal: context.signal,
        operation: known.document.operation(known.operationName),
        variables: known.variables,
      });
      send(response, 200, contentType, text, ['x-request-id', context.requestId]);
    } catch (error) {
      const isMeant = error instanceof GraphQLError;
      const shown = formatError(isMeant ? error.toJSON() : { message: '' });
      if (shown.extensions?.code === 'INTERNAL_SERVER_ERROR') onError(error);
      const text = JSON.stringify({ errors: [shown] });
      send(response, statusOf(shown.extensions?.code), contentType, text, ['x-request-id', context.requestId]);
    } finally {
      leave(generation);
    }
  }

  /** Lets Apollo Server parse and validate a document that is not known; it calls the pipeline itself. */
  async function validate(request: HTTPGraphQLRequest, exchange: Exchange): Promise<void> {
    const { generation, response, contentType, context } = exchange;
    if (holdsDeepDocument(request)) return refuse(response, TOO_DEEP);
    generation.inFlight++;
    try {
      // Parsing and validation are synchronous, so new documents take turns and cannot block everybody else.
      await inTurn(() => undefined);
      const {
        status = 200,
        headers,
        body,
      } = await generation.server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: request,
        context: async () => context,
      });
      // Incremental delivery is not switched on, so the response is always one string.
      if (body.kind !== 'complete') throw new Error('The response came in parts.');
      const more = ['x-request-id', context.requestId];
      // With 405: the methods that are allowed.
      const allow = headers.get('allow');
      if (allow !== undefined) more.push('allow', allow);
      send(response, status, contentType, body.string, more);
    } finally {
      leave(generation);
    }
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    measure(response);
    serve(request, response).catch((error: unknown) => {
      onError(error);
      if (response.headersSent) response.destroy();
      else refuse(response, refusal('INTERNAL_SERVER_ERROR'));
    });
  };
}

const JSON_HEADERS = new HeaderMap([['content-type', 'application/json']]);
const NO_HEADERS = new HeaderMap();

function withBody(body: unknown): HTTPGraphQLRequest {
  return { method: 'POST', headers: JSON_HEADERS, search: '', body };
}

/** A query by GET is in the address. Apollo Server answers every method but GET with 405. */
function withoutBody({ method = '', url = '', headers }: IncomingMessage): HTTPGraphQLRequest {
  const type = headers['content-type'];
  return {
    method,
    headers: type === undefined ? NO_HEADERS : new HeaderMap([['content-type', type]]),
    search: /\?.*/s.exec(url)?.[0] ?? '',
    body: undefined,
  };
}

/** True if a document must not even be parsed. */
function holdsDeepDocument({ search, body }: HTTPGraphQLRequest): boolean {
  const query =
    typeof body === 'object' && body !== null && 'query' in body
      ? body.query
      : new URLSearchParams(search).get('query');
  return typeof query === 'string' && nestsTooDeeply(query);
}

const TOO_DEEP = refusal(
  'OPERATION_TOO_COMPLEX',
  `The document nests more than ${MAX_NESTING} brackets within each other.`,
);
