import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap } from '@apollo/server';
import { isStorableJson, mayHoldUnstorableText, unstorableText } from '../../../schema/values/storableText.ts';
import type { VerifiedGrant } from '../grants/grantVerifier.ts';
import { type RequestEnd, RequestEnding } from '../limits/requestEnd.ts';
import type { ServedSchema } from '../servedSchema.ts';
import type { SubgraphContext } from '../subgraphDefinition.ts';
import { readBody } from './readBody.ts';

export interface GraphqlEndpointOptions {
  /** Called once per request: what it runs on from beginning to end. */
  readonly served: () => ServedSchema;
  readonly maxBodyBytes: number;
  readonly maxObjects: number;
  readonly maxResponseBytes: number;
  readonly createContext: (
    grant: VerifiedGrant,
    call: GraphqlCall,
    end: RequestEnd,
    personKey: string | undefined,
  ) => SubgraphContext;
}

/** Parts of a call that its context is built from. */
export interface GraphqlCall {
  readonly headerOf: (name: string) => string | undefined;
  /** The raw body. */
  readonly text: string;
  readonly variables: unknown;
}

type Refusal = {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly retryAfterSeconds?: number;
};

const refusals = {
  noGrant: { status: 401, code: 'UNAUTHENTICATED', message: 'A valid grant for this system is needed.' },
  noKeys: {
    status: 503,
    code: 'GRANT_KEYS_UNAVAILABLE',
    message: "The gateway's signing keys are unavailable, so grants cannot be verified. Try again.",
  },
  notPost: { status: 405, code: 'METHOD_NOT_ALLOWED', message: 'Send the operation with POST.' },
  notJson: {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'Send the operation as application/json, not compressed.',
  },
  tooLarge: { status: 413, code: 'PAYLOAD_TOO_LARGE', message: 'The operation is too large.' },
  broken: { status: 400, code: 'BAD_REQUEST', message: 'The body is not JSON.' },
} as const satisfies Record<string, Refusal>;

/**
 * Headers for Apollo's CSRF check, which requires the content type. Other headers are not needed, and an accept header
 * would only be negotiated.
 */
const jsonHeaders = new HeaderMap([['content-type', 'application/json']]);

/**
 * `/graphql`: verifies the grant before reading the body, then reads the body, then calls Apollo Server. Uses node's
 * HTTP server directly: every fetch of the gateway comes through here, and a framework would add its cost to each.
 */
export function createGraphqlEndpoint(options: GraphqlEndpointOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { apollo, grants, personKey } = options.served();
    const verdict = await grants.verify(request.headers.authorization);
    if (verdict.kind === 'refused') return refuse(response, refusals.noGrant);
    if (verdict.kind === 'unavailable') {
      return refuse(response, { ...refusals.noKeys, retryAfterSeconds: verdict.retryAfterSeconds });
    }
    if (request.method !== 'POST') return refuse(response, refusals.notPost);
    if (!isPlainJson(request)) return refuse(response, refusals.notJson);

    const body = await readBody(request, options.maxBodyBytes);
    if (body === 'too large') return refuse(response, refusals.tooLarge);
    if (body === 'gone') return;
    const parsed = parseJson(body.text);
    if (parsed === undefined) return refuse(response, refusals.broken);
    if (mayHoldUnstorableText(body.text) && !isStorableJson(argumentsIn(parsed))) {
      return refuse(response, unstorableText);
    }

    const end = new RequestEnding();
    response.on('close', () => {
      if (!response.writableFinished) end.end();
    });
    const call = {
      headerOf: (name: string) => {
        const value = request.headers[name];
        return typeof value === 'string' ? value : undefined;
      },
      text: body.text,
      variables: 'variables' in parsed ? parsed.variables : undefined,
    };
    const context = options.createContext(verdict.grant, call, end, personKey);
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers: jsonHeaders, search: '', body: parsed },
      context: async () => context,
    });
    if (end.isOver) return;
    // Incremental delivery is off, so the response is always one string.
    if (answer.body.kind !== 'complete') throw new Error('The answer came in parts.');
    if (context.budget.isSpent || Buffer.byteLength(answer.body.string) > options.maxResponseBytes) {
      return send(response, 200, tooLargeText(options));
    }
    send(response, answer.status ?? 200, answer.body.string);
  };
}

/** Error that replaces the whole response: a part of it could be mistaken for all the data. */
function tooLargeText({ maxObjects, maxResponseBytes }: GraphqlEndpointOptions): string {
  const message =
    `The response is too large: at most ${maxObjects} objects or ${maxResponseBytes} bytes are allowed. ` +
    'Request fewer items or fewer levels of lists.';
  return JSON.stringify({ errors: [{ message, extensions: { code: 'RESPONSE_TOO_LARGE' } }] });
}

function isPlainJson({ headers }: IncomingMessage): boolean {
  const type = headers['content-type'] ?? '';
  const encoding = headers['content-encoding'] ?? 'identity';
  return encoding === 'identity' && /^application\/json(?:\s*;|$)/i.test(type);
}

/** Byte order mark before JSON, which a parser may ignore and the gateway ignores. See RFC 8259, 8.1. */
const BYTE_ORDER_MARK = /^\ufeff/;

function parseJson(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(BYTE_ORDER_MARK, ''));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    // The caller gets 400.
    return undefined;
  }
}

/**
 * The request's variables except lists of representations. Those carry keys written by other systems, and one bad key
 * must not fail the whole batch (keyedLoader.ts).
 */
function argumentsIn(body: object): readonly unknown[] {
  const variables: unknown = 'variables' in body ? body.variables : undefined;
  if (typeof variables !== 'object' || variables === null) return [];
  return Object.values(variables).filter((value) => !isRepresentations(value));
}

function isRepresentations(value: unknown): boolean {
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  return typeof first === 'object' && first !== null && '__typename' in first;
}

function refuse(response: ServerResponse, refusal: Refusal): void {
  if (refusal.status === 401) response.setHeader('www-authenticate', 'Bearer');
  // Closes the connection, because the rest of an oversized body is not worth reading.
  if (refusal.status === 413) response.setHeader('connection', 'close');
  if (refusal.retryAfterSeconds !== undefined) response.setHeader('retry-after', String(refusal.retryAfterSeconds));
  const { code, message } = refusal;
  send(response, refusal.status, JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}

function send(response: ServerResponse, status: number, json: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(json),
    'cache-control': 'no-store',
  });
  response.end(json);
}
