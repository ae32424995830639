import { request } from 'undici';
import type { GrantSigner } from '../grants/grantSigner.ts';
import type { SubgraphCredentials } from '../model/credentials.ts';

export interface EmouConnection {
  readonly url: string;
  /** The gateway's own rights. */
  readonly credentials: SubgraphCredentials;
  readonly timeoutMs: number;
}

/** Datasets that facts about persons are read from. */
const FACT_DATASETS = ['identity.household', 'childwelfare.case', 'childwelfare.assignments'];

export function connectEmou(url: string, grants: GrantSigner, timeoutMs: number): EmouConnection {
  return { url, credentials: grants.credentialsForFacts(FACT_DATASETS), timeoutMs };
}

/** Calls emou with the gateway's own grant. Resolves to the body of the response; rejects if there is none in time. */
export async function askEmou(
  { url, credentials, timeoutMs }: EmouConnection,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const text = JSON.stringify({ query, variables });
  const { statusCode, body } = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...credentials.headersFor('emou', text) },
    body: text,
    signal: AbortSignal.timeout(timeoutMs),
  });
  const answer = await body.text();
  if (statusCode !== 200) throw new Error(`emou responded with status ${statusCode}`);
  return JSON.parse(answer);
}
