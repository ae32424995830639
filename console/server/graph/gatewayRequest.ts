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

export interface GatewayRequest {
  readonly query: string;
  readonly operationName?: string | undefined;
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

/** Headers of the gateway's response that reach the page. */
const PASSED_BACK = ['content-type', 'x-request-id', 'retry-after'] as const;

/** Rejects when the gateway does not respond. */
export async function sendToGateway(gatewayUrl: string, request: GatewayRequest): Promise<GatewayReply> {
  const { query, operationName, variables = {}, token, headers, signal } = request;
  const reply = await fetch(gatewayUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'apollographql-client-name': 'person360-console',
      ...headers,
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ query, operationName, variables }),
    signal,
  });
  const passedBack = new Map<string, string>();
  for (const name of PASSED_BACK) {
    const value = reply.headers.get(name);
    if (value !== null) passedBack.set(name, value);
  }
  return { status: reply.status, headers: passedBack, text: await reply.text() };
}
