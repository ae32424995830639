/** What is the same for every error of one code. docs/errors.md has the same for readers; a test compares the two. */
export interface ErrorKind {
  /** HTTP status; with 200 the operation ran, and the error is in its response. */
  readonly status: number;
  /** True if the same request can succeed when it is sent again. */
  readonly retryable: boolean;
  /** What happened and what to do. An error that knows more says more in its place. */
  readonly message: string;
}

/** Errors of a request that has no operation yet: of its caller, its headers, its body. */
const httpErrors = {
  UNAUTHENTICATED: {
    status: 401,
    retryable: false,
    message: 'Send an access token in the header Authorization: Bearer TOKEN.',
  },
  TOKEN_KEYS_UNAVAILABLE: {
    status: 503,
    retryable: true,
    message: "The identity provider's keys are unavailable, so tokens cannot be verified. Try again.",
  },
  PURPOSE_REQUIRED: { status: 400, retryable: false, message: 'Name the purpose in the header purpose-of-use.' },
  PURPOSE_UNKNOWN: {
    status: 400,
    retryable: false,
    message: 'The header purpose-of-use names no purpose of the agreement.',
  },
  PURPOSE_NOT_PERMITTED: { status: 403, retryable: false, message: 'This token does not allow this purpose.' },
  TOO_MANY_REQUESTS: {
    status: 429,
    retryable: true,
    message:
      'You have sent too many expensive operations, or operations that were refused for their cost or size. ' +
      'Wait for as long as the retry-after header says, and request fewer items at a time.',
  },
  NOT_FOUND: { status: 404, retryable: false, message: 'There is nothing here; the graph is at /graphql.' },
  NOT_ACCEPTABLE: {
    status: 406,
    retryable: false,
    message: 'Accept application/json or application/graphql-response+json.',
  },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, retryable: false, message: 'Send the operation as application/json.' },
  PAYLOAD_TOO_LARGE: { status: 413, retryable: false, message: 'The request is too large. Ask for less at once.' },
} as const satisfies Readonly<Record<string, ErrorKind>>;

/** Errors of an operation. Their messages are written for callers; Apollo Server and graphql-js create some of them. */
const operationErrors = {
  BAD_REQUEST: {
    status: 400,
    retryable: false,
    message: 'The body cannot be read. Check its length, content-encoding and charset.',
  },
  GRAPHQL_PARSE_FAILED: { status: 400, retryable: false, message: 'The document is not GraphQL.' },
  GRAPHQL_VALIDATION_FAILED: { status: 400, retryable: false, message: 'The document does not fit the schema.' },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    retryable: false,
    message: 'operationName must be the name of one operation in the document, or absent if it has one.',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    status: 200,
    retryable: false,
    message: 'Send the document: its hash alone is not supported.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 400,
    retryable: false,
    message: 'No document with this hash is published for this client. Publish it, and name the client in the header.',
  },
  PERSISTED_QUERY_REQUIRED: {
    status: 400,
    retryable: false,
    message: 'This client may only send documents that are published for it. Publish this one before you send it.',
  },
  BAD_USER_INPUT: { status: 400, retryable: false, message: 'A variable does not fit its type.' },
  NOT_SUPPORTED: { status: 400, retryable: false, message: 'Subscriptions are not supported.' },
  OPERATION_TOO_COMPLEX: {
    status: 400,
    retryable: false,
    message: 'The operation has too many levels, aliases, or fields. Ask for less at once.',
  },
  OPERATION_TOO_COSTLY: {
    status: 400,
    retryable: false,
    message: 'The operation can return too many objects. Ask for less at once.',
  },
  PLANNER_BUSY: {
    status: 503,
    retryable: true,
    message: 'Too many new operations are waiting to be planned; try again in a moment.',
  },
  PLANNING_TIMEOUT: {
    status: 503,
    retryable: false,
    message: 'Planning this operation takes longer than is allowed; ask for less in one operation.',
  },
  APPROVALS_NOT_CURRENT: {
    status: 503,
    retryable: true,
    message: 'The approvals have not reached the revision in the header min-approval-revision; try again.',
  },
  AUDIT_UNAVAILABLE: {
    status: 503,
    retryable: true,
    message: 'The disclosure could not be recorded, so nothing is shown; try again.',
  },
  EMERGENCY_NOT_RECORDED: {
    status: 503,
    retryable: true,
    message: 'What the emergency opened could not be recorded, so nothing is shown; try again.',
  },
  UNAUTHORIZED_FIELD_OR_TYPE: { status: 200, retryable: false, message: 'This field is not open to you.' },
} as const satisfies Readonly<Record<string, ErrorKind>>;

/** Failures of the system that takes the place of `{system}`. */
const systemFailures = {
  REQUEST_CANCELLED: {
    status: 200,
    retryable: true,
    message: "The request ended before the agency system '{system}' had answered.",
  },
  SUBGRAPH_UNAVAILABLE: { status: 200, retryable: true, message: "The agency system '{system}' did not answer." },
  SUBGRAPH_TIMEOUT: { status: 200, retryable: true, message: "The agency system '{system}' did not answer in time." },
  SUBGRAPH_INVALID_RESPONSE: {
    status: 200,
    retryable: false,
    message: "The agency system '{system}' gave an answer that cannot be used.",
  },
  SUBGRAPH_OUTDATED: {
    status: 200,
    retryable: false,
    message:
      "The agency system '{system}' does not have yet what its agency has published. Leave out its new fields, or tell " +
      'the agency.',
  },
  SUBGRAPH_RESPONSE_TOO_LARGE: {
    status: 200,
    retryable: false,
    message: "The agency system '{system}' gave an answer that cannot be used.",
  },
  SUBGRAPH_REFUSED: {
    status: 200,
    retryable: false,
    message: "The agency system '{system}' refused the gateway's grant.",
  },
  SUBGRAPH_ERROR: { status: 200, retryable: true, message: "The agency system '{system}' reported an error." },
} as const satisfies Readonly<Record<string, ErrorKind>>;

const otherErrors = {
  INTERNAL_SERVER_ERROR: { status: 500, retryable: true, message: 'The request could not be completed.' },
  RESPONSE_TOO_LARGE: { status: 200, retryable: false, message: 'The response is too large. Ask for less at once.' },
} as const satisfies Readonly<Record<string, ErrorKind>>;

/** The errors that the gateway creates. Systems add codes of their own to a response. */
export const errorCatalog = { ...httpErrors, ...operationErrors, ...systemFailures, ...otherErrors };

export type ErrorCode = keyof typeof errorCatalog;

/** Codes whose messages may leave the gateway in an error that any part of it throws. */
export const publicCodes: ReadonlySet<string> = new Set(Object.keys(operationErrors));

/** HTTP status of an error with this code; 500 for a code of somebody else, and for none. */
export function statusOf(code: unknown): number {
  return typeof code === 'string' && Object.hasOwn(errorCatalog, code) ? errorCatalog[code as ErrorCode].status : 500;
}

/** Codes of a system that gave no usable answer. */
export type SystemFailure = keyof typeof systemFailures;

export function isSystemFailure(code: string): code is SystemFailure {
  return Object.hasOwn(systemFailures, code);
}
