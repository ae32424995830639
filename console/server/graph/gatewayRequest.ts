import { z } from 'zod';

/** What a page sends to `POST /graphql`. */
export const GraphRequest = z.union([
  z.strictObject({ documentId: z.string().max(128), variables: z.record(z.string(), z.unknown()).optional() }),
  z.strictObject({
    query: z.string().max(200_000),
    operationName: z.string().max(256).optional(),
    variables: z.record(z.string(), z.unknown()).optional(),
  }),
]);

/** What the console calls itself. Its documents are published under the first name; the explorer sends any text. */
export const CONSOLE_CLIENT = 'console';
const EXPLORER_CLIENT = 'console-explorer';

export type SentDocument =
  /** One of the console's own, sent by its hash. */
  | { readonly kind: 'trusted'; readonly id: string; readonly text: string }
  /** From the explorer. */
  | { readonly kind: 'written'; readonly query: string; readonly operationName: string | undefined };

export interface GatewayRequest {
  readonly document: SentDocument;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly token: string;
  /** Headers that the gateway reads, such as `purpose-of-use`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

export interface GatewayReply {
  readonly status: number;
  /** Those that reach the page. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
}

/** Sends an operation. Rejects when the gateway does not respond. */
export type SendToGateway = (request: GatewayRequest) => Promise<GatewayReply>;

/** Headers of the gateway's response that reach the page. */
const PASSED_BACK = ['content-type', 'x-request-id', 'retry-after'] as const;

/** How long texts are sent after a gateway knew none of the console's documents. */
const TEXTS_MS = 5_000;

/**
 * Sends the console's own documents by their hash. A gateway that does not know one yet, as after a change of version,
 * gets the text; whether it executes that is up to the mode that is set for the console.
 */
export function createSendToGateway(gatewayUrl: string, clock: () => number): SendToGateway {
  let textsUntil = 0;

  return async (request) => {
    const { document } = request;
    if (document.kind === 'written') {
      const { query, operationName } = document;
      return post(gatewayUrl, EXPLORER_CLIENT, { query, operationName }, request);
    }
    if (clock() >= textsUntil) {
      const reply = await post(gatewayUrl, CONSOLE_CLIENT, { documentId: document.id }, request);
      const code = unknownDocument(reply);
      if (code === undefined) return reply;
      if (code === 'PERSISTED_QUERY_NOT_SUPPORTED') textsUntil = clock() + TEXTS_MS;
    }
    return post(gatewayUrl, CONSOLE_CLIENT, { query: document.text }, request);
  };
}

/** Such a response is short, and its code stands in its only error. Nothing was executed. */
function unknownDocument({ text }: GatewayReply): string | undefined {
  return /^\{"errors":\[\{[^{}]*"extensions":\{"code":"(PERSISTED_QUERY_NOT_(?:SUPPORTED|FOUND))"/.exec(text)?.[1];
}

async function post(
  gatewayUrl: string,
  client: string,
  document: object,
  { variables = {}, token, headers, signal }: GatewayRequest,
): Promise<GatewayReply> {
  const reply = await fetch(gatewayUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'apollographql-client-name': client,
      ...headers,
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ ...document, variables }),
    signal,
  });
  const passedBack = new Map<string, string>();
  for (const name of PASSED_BACK) {
    const value = reply.headers.get(name);
    if (value !== null) passedBack.set(name, value);
  }
  return { status: reply.status, headers: passedBack, text: await reply.text() };
}
