import type { Answer, GraphError, Path } from './answer.ts';
import { NoResponse, RequestRefused } from './requestErrors.ts';

/** Reads a response of GraphQL over HTTP. Throws RequestRefused for any status but 200, NoResponse for a foreign body. */
export function readAnswer<TData>(response: Response, text: string): Answer<TData> {
  const requestId = response.headers.get('x-request-id') ?? undefined;
  const body = parseObject(text);
  const errors = Array.isArray(body?.errors) ? body.errors.map(readError) : [];
  if (response.status !== 200) {
    const [first] = errors;
    // A proxy between the client and the gateway may answer in its own words.
    if (first === undefined) throw new NoResponse(`The service responded with HTTP status ${response.status}.`);
    const { message, extensions } = first;
    const { code, reason } = extensions;
    const { status } = response;
    throw new RequestRefused({ message, code, status, reason, requestId, retryAfterMs: retryAfterMs(response) });
  }
  if (body === undefined || !('data' in body || errors.length > 0)) {
    throw new NoResponse('The response is not GraphQL.');
  }
  return {
    // Typed by the document that was sent: the gateway responds in its shape.
    data: (body.data ?? null) as TData | null,
    errors,
    extensions: isObject(body.extensions) ? body.extensions : {},
    requestId,
  };
}

function readError(error: unknown): GraphError {
  const { message, path, extensions } = isObject(error) ? error : {};
  const more = isObject(extensions) ? extensions : {};
  return {
    message: typeof message === 'string' ? message : 'The request failed.',
    ...(isPath(path) ? { path } : {}),
    extensions: { ...more, code: typeof more.code === 'string' ? more.code : 'INTERNAL_SERVER_ERROR' },
  };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPath(value: unknown): value is Path {
  return Array.isArray(value) && value.every((part) => typeof part === 'string' || typeof part === 'number');
}

/** Seconds, as the gateway writes the header; an HTTP date is not used by it. */
function retryAfterMs(response: Response): number | undefined {
  const text = response.headers.get('retry-after');
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) * 1_000 : undefined;
}
