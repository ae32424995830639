import type { IncomingHttpHeaders } from 'node:http';
import { type Answer, createClient, type TypedDocument } from '../../client/src/index.ts';
import { FhirError } from '../outcome/fhirError.ts';

/** Asks the graph as the caller of this server. */
export type AskGraph = <TData, TVariables>(
  document: TypedDocument<TData, TVariables>,
  variables: TVariables,
) => Promise<Answer<TData>>;

/** Headers of a request that reach the gateway as they are: it decides and records, and this server adds nothing. */
const PASSED_ON = ['authorization', 'purpose-of-use', 'case-id', 'traceparent'] as const;

/** As which program the gateway knows this server. */
const CLIENT_NAME = 'fhir';

export function createAskGraph(
  gatewayUrl: string,
  timeoutMs: number,
): (headers: IncomingHttpHeaders, gone: AbortSignal) => AskGraph {
  // Every response is a recorded disclosure, so no request is repeated on its own.
  const client = createClient({ endpoint: gatewayUrl, tries: 1 });
  return (received, gone) => {
    if (received.authorization === undefined) {
      throw new FhirError(401, 'login', 'Send a bearer token of the state identity provider (header authorization).');
    }
    const headers: Record<string, string> = { 'apollographql-client-name': CLIENT_NAME };
    for (const name of PASSED_ON) {
      const value = received[name];
      if (typeof value === 'string') headers[name] = value;
    }
    const signal = () => AbortSignal.any([gone, AbortSignal.timeout(timeoutMs)]);
    return (document, variables) => client.ask(document, variables, { headers, signal: signal() });
  };
}
