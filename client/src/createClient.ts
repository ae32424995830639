import type { Answer } from './answer.ts';
import { documentIdOf, isMutation, type TypedDocument } from './document.ts';
import { readAnswer } from './readAnswer.ts';
import { NoResponse, RequestRefused } from './requestErrors.ts';
import { mayRetry } from './retryRules.ts';

export interface ClientOptions {
  /** Address of the graph, such as `https://person360.example/graphql`, or a path of the page's own origin. */
  readonly endpoint: string;
  /** Headers of every request, such as `authorization`; called before each one, so that a token can be renewed. */
  readonly headers?: () => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  /** `text` (default) sends the document, `hash` its id, for a server that knows trusted documents. */
  readonly send?: 'text' | 'hash';
  /** Tries of a request that may be sent again, the first included. Default 3. */
  readonly tries?: number;
  /** Default: the global `fetch`. */
  readonly fetch?: typeof fetch;
  /** Waits so many milliseconds; rejects when the signal aborts. For tests. */
  readonly wait?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}

/** How one request is made. All of it becomes headers; see docs/front-end.md. */
export interface AskOptions {
  /** One of the purposes in the token. Needed if there are several. */
  readonly purpose?: string | undefined;
  /** Case for which the data is needed; recorded with the disclosure. */
  readonly caseId?: string | undefined;
  /** `filter` (default): denied fields are null. `reject`: any denial refuses the operation. */
  readonly mode?: 'filter' | 'reject' | 'dry-run' | undefined;
  /** Gives every decision in `extensions.access` and fetches nothing. */
  readonly explain?: boolean | undefined;
  /** Revision that a mutation returned: the gateway waits until its approvals are at least that new. */
  readonly minApprovalRevision?: number | undefined;
  readonly emergency?: { readonly reason: string; readonly words: string; readonly person: string } | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Client {
  /**
   * Sends one operation. Resolves with the response of an operation that ran, even if parts are missing: `decisionAt`
   * says why. Rejects with `RequestRefused` when there is no data at all, with `NoResponse` when no response came, and
   * with the signal's reason when it aborts. Retries by the rules in `retryRules`.
   */
  ask<TData, TVariables>(
    document: TypedDocument<TData, TVariables>,
    variables: TVariables,
    options?: AskOptions,
  ): Promise<Answer<TData>>;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

export function createClient(options: ClientOptions): Client {
  const { endpoint, send = 'text', tries = 3, wait = waitFor } = options;
  const request = options.fetch ?? ((input, init) => fetch(input, init));

  async function askOnce<TData>(body: string, asked: AskOptions): Promise<Answer<TData>> {
    const headers = { ...(await options.headers?.()), ...headersOf(asked), 'content-type': 'application/json' };
    let response: Response;
    let text: string;
    try {
      response = await request(endpoint, {
        method: 'POST',
        headers: { accept: 'application/json', ...headers },
        body,
        ...(asked.signal === undefined ? {} : { signal: asked.signal }),
      });
      text = await response.text();
    } catch (error) {
      asked.signal?.throwIfAborted();
      throw new NoResponse('The service did not respond.', { cause: error });
    }
    return readAnswer(response, text);
  }

  return {
    async ask<TData, TVariables>(
      document: TypedDocument<TData, TVariables>,
      variables: TVariables,
      asked: AskOptions = {},
    ) {
      const named = send === 'hash' ? { documentId: documentIdOf(document) } : { query: document.toString() };
      const body = JSON.stringify({ ...named, variables });
      const mutates = isMutation(document);
      for (let tried = 1; ; tried++) {
        try {
          return await askOnce<TData>(body, asked);
        } catch (error) {
          const isPassing =
            error instanceof RequestRefused
              ? mayRetry(error.code, mutates, tried)
              : error instanceof NoResponse && !mutates;
          if (!isPassing || tried >= tries) throw error;
          await wait(waitBefore(error, tried), asked.signal);
        }
      }
    },
  };
}

function headersOf({ purpose, caseId, mode, explain, minApprovalRevision, emergency, headers }: AskOptions) {
  const given: Record<string, string | undefined> = {
    'purpose-of-use': purpose,
    'case-id': caseId,
    'access-mode': mode,
    'access-explain': explain === true ? 'true' : undefined,
    'min-approval-revision': minApprovalRevision?.toString(),
    'emergency-reason': emergency?.reason,
    'emergency-words': emergency === undefined ? undefined : encodeURIComponent(emergency.words),
    'emergency-person': emergency?.person,
    ...headers,
  };
  const set: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) if (value !== undefined) set[name] = value;
  return set;
}

/** As long as the server says; otherwise 1, 2, 4, ... seconds, with up to a quarter more so that clients spread out. */
function waitBefore(error: unknown, tried: number): number {
  const told = error instanceof RequestRefused ? error.retryAfterMs : undefined;
  const ms = told ?? FIRST_WAIT_MS * 2 ** (tried - 1) * (1 + Math.random() / 4);
  return Math.min(ms, LONGEST_WAIT_MS);
}

function waitFor(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, ms);
    if (signal?.aborted === true) abort();
    else signal?.addEventListener('abort', abort, { once: true });
  });
}
