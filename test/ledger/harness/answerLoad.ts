import { setTimeout as sleep } from 'node:timers/promises';

/** Shorter than an answer takes, so that most clients wait for one at any time. */
const PAUSE_MS = 5;

/** Clients that ask for one person all the time, and remember every answer that reached them. */
export interface AnswerLoad {
  /** Request ids of answers with data, as the header said. */
  readonly answered: ReadonlySet<string>;
  /** How many answers had each HTTP status; 0: no answer. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Codes of errors that were returned. */
  readonly codes: ReadonlySet<string>;
  /** Any answer that had an error and data, or neither. */
  readonly odd: readonly string[];
  stop(): Promise<void>;
}

export function startAnswerLoad(options: {
  readonly url: () => string;
  readonly token: string;
  readonly personId: string;
  readonly callers: number;
}): AnswerLoad {
  const answered = new Set<string>();
  const statuses = new Map<number, number>();
  const codes = new Set<string>();
  const odd: string[] = [];
  let stopped = false;

  /** True if there was a response with data. */
  async function ask(): Promise<boolean> {
    const response = await fetch(options.url(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${options.token}` },
      body: JSON.stringify({
        query: 'query ($id: ID!) { person(id: $id) { id birthDate } }',
        variables: { id: options.personId },
      }),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await response.text();
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    const body = JSON.parse(text) as {
      data?: { person?: unknown } | null;
      errors?: { extensions: { code: string } }[];
    }; // GraphQL's answer
    for (const { extensions } of body.errors ?? []) codes.add(extensions.code);
    const hasData = body.data?.person !== undefined && body.data.person !== null;
    if (hasData) answered.add(response.headers.get('x-request-id') ?? `an answer without an id: ${text}`);
    if (hasData === (body.errors !== undefined)) odd.push(text);
    return hasData;
  }

  async function call(): Promise<void> {
    while (!stopped) {
      try {
        if (await ask()) {
          await sleep(PAUSE_MS);
          continue;
        }
      } catch {
        // The gateway is away or was killed in the middle: no answer.
        statuses.set(0, (statuses.get(0) ?? 0) + 1);
      }
      // Who gets nothing lets whatever is broken come back.
      await sleep(20);
    }
  }
  const calls = Array.from({ length: options.callers }, call);
  return {
    answered,
    statuses,
    codes,
    odd,
    async stop() {
      stopped = true;
      await Promise.all(calls);
    },
  };
}
