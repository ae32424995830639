/** What a subgraph responded. */
export interface Reply {
  /** 0: no response. */
  readonly status: number;
  readonly text: string;
  readonly contentType: string;
  /** Undefined: the response has none, or is not a GraphQL response. */
  readonly data: Readonly<Record<string, unknown>> | undefined;
  readonly errors: readonly ReplyError[];
  /** Milliseconds until the whole response was there. */
  readonly milliseconds: number;
}

export interface ReplyError {
  readonly message: string;
  readonly path: readonly unknown[];
  readonly code: unknown;
}

export interface Call {
  readonly method?: string;
  /** Value of the Authorization header; undefined: none. */
  readonly authorization?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer> | undefined;
  /** Sends the body in chunks, without its length. */
  readonly chunked?: boolean;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 15_000;

/** Sends one HTTP request. Never rejects: a broken connection is a reply with status 0 and the reason as its text. */
export async function send(url: URL, call: Call): Promise<Reply> {
  const started = performance.now();
  const { method = 'POST', authorization, headers = {}, body, chunked = false } = call;
  try {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(authorization === undefined ? {} : { authorization }),
        ...headers,
      },
      signal: AbortSignal.timeout(call.timeoutMs ?? TIMEOUT_MS),
      ...(body === undefined ? {} : chunked ? { body: inChunks(body), duplex: 'half' as const } : { body }),
    });
    const text = await response.text();
    return replyOf(response.status, text, response.headers.get('content-type') ?? '', performance.now() - started);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    return { ...replyOf(0, '', '', performance.now() - started), text: reason };
  }
}

const CHUNK = 65_536;

function inChunks(body: string | Uint8Array): ReadableStream<Uint8Array> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  let from = 0;
  return new ReadableStream({
    pull(controller) {
      if (from >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(from, from + CHUNK));
      from += CHUNK;
    },
  });
}

function replyOf(status: number, text: string, contentType: string, milliseconds: number): Reply {
  const body = parseObject(text);
  const data = isObject(body?.data) ? body.data : undefined;
  const errors = Array.isArray(body?.errors) ? body.errors.filter(isObject).map(errorOf) : [];
  return { status, text, contentType, data, errors, milliseconds };
}

function errorOf(error: Readonly<Record<string, unknown>>): ReplyError {
  return {
    message: String(error.message),
    path: Array.isArray(error.path) ? error.path : [],
    code: isObject(error.extensions) ? error.extensions.code : undefined,
  };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    // Not JSON, which the items find by the missing data.
    return undefined;
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A response in a few words, for reports. Contains no data. */
export function describeReply({ status, text, data, errors }: Reply): string {
  if (status === 0) return `no response (${text})`;
  const codes = [...new Set(errors.map(({ code }) => String(code ?? 'no code')))].join(', ');
  const parts = [data === undefined ? 'no data' : 'data', errors.length === 0 ? 'no errors' : `errors (${codes})`];
  return `status ${status} with ${parts.join(' and ')}`;
}
