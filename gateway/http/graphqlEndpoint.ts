import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { isStorableJson, mayHoldUnstorableText, unstorableText } from '../../schema/storableText.ts';
import type { ValidatedDocuments } from '../documents/validatedDocuments.ts';
import { handleRequest, type Pipeline } from '../pipeline.ts';
import { formatError } from '../response/formatError.ts';
import { createTurns } from '../runtime/turns.ts';
import type { Authenticate } from './authenticateRequest.ts';
import type { GraphqlContext } from './graphqlServer.ts';
import { readAccessOptions } from './headers/accessOptions.ts';
import { createRequestIds, readClient, readTraceparent } from './headers/requestOrigin.ts';
import { securityHeaders } from './headers/securityHeaders.ts';
import { createRequestMeter, type GatewayMetrics } from './metrics.ts';
import { readBody } from './readBody.ts';
import { holdsDeepDocument, tooDeep } from './refuseDeepDocuments.ts';
import { createRequestSignals } from './requestSignal.ts';

export interface GraphqlEndpointOptions {
  readonly server: ApolloServer<GraphqlContext>;
  readonly pipeline: Pipeline;
  readonly documents: ValidatedDocuments;
  readonly authenticate: Authenticate;
  readonly metrics: GatewayMetrics;
  readonly maxBodyBytes: number;
  /** Milliseconds after which a request is given up. */
  readonly timeoutMs: number;
  /** Told of errors that callers only see masked. */
  readonly onError: (error: unknown) => void;
}

/** What this endpoint serves; everything else (GET, other media types) goes through the application. */
export function isGraphqlPost(request: IncomingMessage): boolean {
  const { method, url, headers } = request;
  if (method !== 'POST' || url !== '/graphql' || headers['content-encoding'] !== undefined) return false;
  const accept = headers.accept ?? '*/*';
  return (
    /^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(headers['content-type'] ?? '') &&
    (accept === '*/*' || accept === 'application/json')
  );
}

/**
 * The way of nearly every request: `POST /graphql` with JSON. It stands on node's own HTTP server, since a framework's
 * cost would be paid by each. A text that Apollo Server has seen and validated goes straight to the pipeline; any other
 * goes to Apollo Server, with the same answer.
 */
export function createGraphqlEndpoint(options: GraphqlEndpointOptions) {
  const { server, pipeline, documents, metrics, onError } = options;
  const inTurn = createTurns();
  const newRequestId = createRequestIds();
  const signalOf = createRequestSignals(options.timeoutMs);
  const measure = createRequestMeter(metrics);

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { headers } = request;
    const who = await options.authenticate(headers);
    if (who.kind === 'refused') {
      return refuse(response, who.status, who.code, who.message, who.headers, who.reason);
    }
    const access = readAccessOptions(headers);
    if (access.kind === 'refused') return refuse(response, 400, 'BAD_REQUEST', access.message);
    const body = await readBody(request, options.maxBodyBytes);
    if (body.kind === 'gone') return;
    if (body.kind === 'too large') {
      return refuse(response, 413, 'PAYLOAD_TOO_LARGE', 'The request is larger than is served.');
    }
    const parsed = parseJson(body.text);
    if (parsed === undefined) return refuse(response, 400, 'BAD_REQUEST', 'The body is not valid JSON.');

    const requestId = newRequestId();
    const context: GraphqlContext = {
      requester: who.requester,
      requestId,
      client: readClient(headers),
      traceparent: readTraceparent(headers),
      access: access.options,
      signal: signalOf(response),
    };
    const known = knownRequest(parsed, documents);
    if (known === undefined) {
      if (holdsDeepDocument(parsed)) return refuse(response, tooDeep.status, tooDeep.code, tooDeep.message);
      return throughApolloServer(parsed, context, response);
    }
    if (mayHoldUnstorableText(body.text) && !isStorableJson(known.variables)) {
      return refuse(response, unstorableText.status, unstorableText.code, unstorableText.message);
    }
    try {
      // Written out: of two spread objects V8 makes a slow one that outlives the request.
      const { text } = await handleRequest(pipeline, {
        requester: context.requester,
        requestId,
        client: context.client,
        traceparent: context.traceparent,
        access: context.access,
        signal: context.signal,
        operation: known.document.operation(known.operationName),
        variables: known.variables,
      });
      send(response, 200, text, ['x-request-id', requestId]);
    } catch (error) {
      sendError(error, response, requestId);
    }
  }

  async function throughApolloServer(body: unknown, context: GraphqlContext, response: ServerResponse): Promise<void> {
    // It parses and validates at once: many new documents together would hold up everybody else.
    await inTurn(() => undefined);
    const result = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers: JSON_HEADERS, search: '', body },
      context: async () => context,
    });
    // Incremental delivery is not switched on, so the answer is always one string.
    if (result.body.kind !== 'complete') throw new Error('The answer came in parts.');
    send(response, result.status ?? 200, result.body.string, ['x-request-id', context.requestId]);
  }

  function sendError(error: unknown, response: ServerResponse, requestId: string): void {
    const isMeant = error instanceof GraphQLError;
    const shown = formatError(isMeant ? error.toJSON() : { message: '' });
    if (shown.extensions?.code === 'INTERNAL_SERVER_ERROR') onError(error);
    const text = JSON.stringify({ errors: [shown] });
    send(response, isMeant ? statusOf(error) : 500, text, ['x-request-id', requestId]);
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    measure(response);
    serve(request, response).catch((error: unknown) => {
      onError(error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'INTERNAL_SERVER_ERROR', 'The request could not be completed.');
    });
  };
}

const JSON_HEADERS = new HeaderMap([['content-type', 'application/json']]);

/** A request in the plain form, with a document that has been validated before; undefined: let Apollo Server look at it. */
function knownRequest(body: unknown, documents: ValidatedDocuments) {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const { query, variables, operationName } = body as Record<string, unknown>; // an object, as just checked
  for (const key in body) if (key !== 'query' && key !== 'variables' && key !== 'operationName') return undefined;
  if (typeof query !== 'string') return undefined;
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') return undefined;
  if (variables !== undefined && variables !== null && (typeof variables !== 'object' || Array.isArray(variables))) {
    return undefined;
  }
  const known = documents.find(query);
  if (known === undefined) return undefined;
  return {
    document: known,
    operationName: operationName ?? undefined,
    variables: (variables ?? {}) as Readonly<Record<string, unknown>>, // a plain JSON object, as just checked
  };
}

/** A byte order mark before JSON may be ignored (RFC 8259, 8.1); the other way into the gateway ignores it too. */
const BYTE_ORDER_MARK = /^\ufeff/;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(BYTE_ORDER_MARK, ''));
  } catch {
    // The caller gets 400; `undefined` is no JSON value.
    return undefined;
  }
}

/** As Apollo Server gives it: what the error asks for, 400 for a request that was wrong, else 500. */
function statusOf(error: GraphQLError): number {
  const { http, code } = error.extensions;
  if (typeof http === 'object' && http !== null && 'status' in http && typeof http.status === 'number')
    return http.status;
  return code === 'BAD_USER_INPUT' || code === 'OPERATION_RESOLUTION_FAILURE' ? 400 : 500;
}

/** Written with the head at once: setting them one by one costs a map for each answer. */
const FIXED_HEADERS: readonly string[] = [
  ...securityHeaders.flat(),
  'content-type',
  'application/json; charset=utf-8',
  'content-length',
];

/** @param more names and values of headers in turn */
function send(response: ServerResponse, status: number, text: string, more: readonly string[] = []): void {
  if (response.destroyed) return;
  const bytes = Buffer.byteLength(text);
  response.writeHead(status, [...FIXED_HEADERS, String(bytes), ...more]);
  // ASCII alone is the same in both encodings; as latin1 it is copied, not converted.
  response.end(text, bytes === text.length ? 'latin1' : 'utf8');
}

function refuse(
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
  more?: readonly string[],
  reason?: string,
): void {
  const extensions = reason === undefined ? { code } : { code, reason };
  send(response, status, JSON.stringify({ errors: [{ message, extensions }] }), more);
}
