import { createHash } from 'node:crypto';
import { Pool } from 'undici';

/** Problems with the responses to a workload, and the parts that must be the same for every gateway. */
export interface CheckedAnswers {
  /** Hash of each answer, whatever the order of its keys and errors. */
  readonly hashes: readonly string[];
  readonly answerBytes: readonly number[];
  /** Answers that are not 200, not JSON, or hold an error that is no denial; the first few. */
  readonly problems: readonly string[];
}

/** A field that is not open to the requester: expected, the same everywhere. */
const DENIED = 'UNAUTHORIZED_FIELD_OR_TYPE';
const AT_ONCE = 8;
/** The systems behind are cold at first, and the machine may be busy: an answer gets this many chances. */
const ATTEMPTS = 5;
const MAX_PROBLEMS = 3;

/** Sends every body once. */
export async function checkAnswers(
  url: string,
  headers: Readonly<Record<string, string>>,
  bodies: readonly string[],
): Promise<CheckedAnswers> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: AT_ONCE });
  const hashes: string[] = [];
  const answerBytes: number[] = [];
  const problems: string[] = [];
  let next = 0;
  const checkNext = async (): Promise<void> => {
    for (let index = next++; index < bodies.length && problems.length < MAX_PROBLEMS; index = next++) {
      let problem: string | undefined;
      for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const response = await pool.request({ path: pathname, method: 'POST', headers, body: bodies[index] ?? '' });
        const text = await response.body.text();
        problem = response.statusCode === 200 ? unexpectedError(text) : `status ${response.statusCode}: ${text}`;
        if (problem !== undefined) continue;
        answerBytes[index] = Buffer.byteLength(text);
        hashes[index] = createHash('sha256').update(canonicalText(text)).digest('base64url');
        break;
      }
      if (problem !== undefined) problems.push(`${bodies[index]?.slice(-80)}: ${problem.slice(0, 500)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, checkNext));
  await pool.destroy();
  return { hashes, answerBytes, problems };
}

function unexpectedError(text: string): string | undefined {
  // Read with optional chaining throughout: an answer may be anything.
  const answer = JSON.parse(text) as { data?: unknown; errors?: readonly { extensions?: { code?: unknown } }[] };
  if (answer.data === undefined || answer.data === null) return `no data: ${text}`;
  const unexpected = answer.errors?.find(({ extensions }) => extensions?.code !== DENIED);
  return unexpected === undefined ? undefined : JSON.stringify(unexpected);
}

/** The answer's data and errors with keys in alphabetical order, and errors in the order of their texts. */
export function canonicalText(answer: string): string {
  const { data, errors = [] } = JSON.parse(answer) as { data?: unknown; errors?: readonly unknown[] };
  return `${sortedText(data)}${errors.map(sortedText).sort().join('')}`;
}

function sortedText(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
