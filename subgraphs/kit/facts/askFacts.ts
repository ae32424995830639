import { request } from 'undici';
import { FactAnswer, type FactsByKey } from '../../../schema/persons/personFacts.ts';

export interface FactsEndpointAddress {
  /** `http(s)://.../facts` */
  readonly url: string;
  readonly timeoutMs: number;
}

/**
 * Calls a facts endpoint with the call's own facts token, `Bearer <token>`. Never sends a grant, which the operator of
 * the endpoint could use at another system. Rejects if the endpoint does not answer.
 */
export async function askFacts(
  endpoint: FactsEndpointAddress,
  authorization: string,
  keys: readonly string[],
): Promise<FactsByKey> {
  if (keys.length === 0) return new Map();
  const { statusCode, body } = await request(endpoint.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ keys }),
    signal: AbortSignal.timeout(endpoint.timeoutMs),
  });
  const text = await body.text();
  if (statusCode !== 200) throw new Error(`The facts endpoint responded with status ${statusCode}.`);
  return new Map(FactAnswer.parse(JSON.parse(text)).persons.map(({ key, facts }) => [key, facts]));
}
