import type { Pool } from 'undici';
import type { ApolloRequestContext } from './subgraphCall.ts';

export interface SubgraphResponse {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message?: unknown;
    readonly path?: unknown;
    readonly extensions?: { readonly code?: unknown };
  }[];
}

export interface SubgraphEndpoint {
  readonly service: string;
  readonly pool: Pool;
  readonly path: string;
  readonly limits: { readonly timeoutMs: number; readonly maxResponseBytes: number };
}

/** Posts an operation with the request's grant. Throws SubgraphError, or what the network throws. */
export async function postToSubgraph(
  { service, pool, path, limits }: SubgraphEndpoint,
  body: string,
  context: ApolloRequestContext,
): Promise<SubgraphResponse> {
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
  const response = parseResponse(Buffer.concat(chunks).toString('utf8'));
  if (response === undefined) throw new SubgraphError('SUBGRAPH_INVALID_RESPONSE');
  return response;
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

/** A response that cannot be used, by its code. */
class SubgraphError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Code of an error that the subgraph reported, if it is a plain name. */
export function codeOf(code: unknown): string {
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,63}$/.test(code) ? code : 'SUBGRAPH_ERROR';
}

export function codeOfThrown(error: unknown): string {
  if (error instanceof SubgraphError) return error.code;
  // By name alone: the signal's DOMException need not be an Error of this realm.
  if (typeof error === 'object' && error !== null && 'name' in error && error.name === 'TimeoutError') {
    return 'SUBGRAPH_TIMEOUT';
  }
  return 'SUBGRAPH_UNAVAILABLE';
}
