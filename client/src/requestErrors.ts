interface Refusal {
  readonly message: string;
  /** Error code; docs/errors.md lists them. */
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  /** With `UNAUTHENTICATED`: what is wrong with the token or the session. */
  readonly reason?: string | undefined;
  /** Header `x-request-id`; send it along when you report a problem. */
  readonly requestId?: string | undefined;
  /** Header `retry-after` in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

/** The gateway refused the request as a whole: there is no data. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  readonly code: string;
  readonly status: number;
  readonly reason: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor({ message, code, status, reason, requestId, retryAfterMs }: Refusal) {
    super(message);
    this.code = code;
    this.status = status;
    this.reason = reason;
    this.requestId = requestId;
    this.retryAfterMs = retryAfterMs;
  }
}

/** No response came, or none that GraphQL over HTTP allows. After a mutation, read whether it took effect. */
export class NoResponse extends Error {
  override readonly name = 'NoResponse';
}
