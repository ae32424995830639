import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HTTPGraphQLRequest } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { isStorableJson, mayHoldUnstorableText, unstorableText } from '../../schema/values/storableText.ts';
import { MAX_NESTING } from '../documents/rules/nestingLimit.ts';
import { nameDocument } from '../documents/trusted/namedDocument.ts';
import type { ClientDocuments, TrustedDocuments } from '../documents/trusted/trustedDocuments.ts';
import { createUntrustedDocuments } from '../documents/trusted/untrustedDocuments.ts';
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
import { holdsDeepDocument, readDocumentRequest, withBody, withDocument, withoutBody } from './httpGraphqlRequest.ts';
import { type KnownRequest, readKnownRequest } from './knownRequest.ts';
import { createRequestMeter, type GatewayMetrics } from './metrics.ts';
import { readJsonBody } from './readJsonBody.ts';
import { createRequestSignals } from './requestSignal.ts';
import { refuse, send } from './sendResponse.ts';

export interface GraphqlEndpointOptions {
  readonly generations: Generations;
  readonly trusted: TrustedDocuments;
  readonly authenticate: Authenticate;
  readonly metrics: GatewayMetrics;
  readonly maxBodyBytes: number;
  /** Milliseconds after which a request is cancelled. */
  readonly timeoutMs: number;
  /** Called with errors that callers see masked. */
  readonly onError: (error: unknown) => void;
  readonly log: (message: string, details: Readonly<Record<string, unknown>>) => void;
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
  const { generations, trusted, metrics, onError } = options;
  const inTurn = createTurnQueue();
  const newRequestId = createRequestIds();
  const signalOf = createRequestSignals(options.timeoutMs);
  const measure = createRequestMeter(metrics);
  const untrusted = createUntrustedDocuments(metrics.untrustedDocuments, options.log);

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
    const documents = trusted.of(context.client?.name, context.requester.clientId);
    if (body === undefined) return receive(withoutBody(request), undefined, documents, exchange);
    // Any text is executed: nothing is looked up but the text itself.
    const known = documents.mode === 'off' ? readKnownRequest(body.value, generation.documents) : undefined;
    if (known === undefined) return receive(withBody(body.value), body.text, documents, exchange);
    if (mayHoldUnstorableText(body.text) && !isStorableJson(known.variables)) return refuse(response, unstorableText);
    return execute(known, exchange);
  }

  /**
   * Finds the document that a request names. For a trusted one, the text that goes on is the published one, and nothing
   * that the client sent in its place.
   */
  async function receive(
    request: HTTPGraphQLRequest,
    bodyText: string | undefined,
    documents: ClientDocuments,
    exchange: Exchange,
  ): Promise<void> {
    const { generation, response, context } = exchange;
    if (request.method !== 'POST' && request.method !== 'GET') return validate(request, exchange);
    const asked = readDocumentRequest(request);
    const named = nameDocument(asked, documents);
    if (named.kind === 'refused') {
      if (named.code === 'PERSISTED_QUERY_NOT_FOUND') untrusted.count('not_found', context.client?.name, undefined);
      if (named.code === 'PERSISTED_QUERY_REQUIRED') untrusted.count('refused', context.client?.name, asked.query);
      return refuse(response, named);
    }
    if (named.kind === 'text') {
      if (documents.mode === 'off') return validate(request, exchange);
      untrusted.count('audited', context.client?.name, asked.query);
    }
    const plain = named.kind === 'trusted' ? withDocument(request, named.text) : request;
    const known = bodyText === undefined ? undefined : readKnownRequest(plain.body, generation.documents);
    if (known === undefined) return validate(plain, exchange);
    if (mayHoldUnstorableText(bodyText ?? '') && !isStorableJson(known.variables)) {
      return refuse(response, unstorableText);
    }
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

const TOO_DEEP = refusal(
  'OPERATION_TOO_COMPLEX',
  `The document nests more than ${MAX_NESTING} brackets within each other.`,
);
