import { createHash } from 'node:crypto';
import { oneByteText, stringText } from '../json/jsonText.ts';

/** The unchanging part of every call that one fetch of a plan makes. */
export interface FetchText {
  /** Equal for fetches that send the same text to the same subgraph, across operations. */
  readonly id: string;
  readonly subgraph: string;
  /** True if no later fetch is merged into the response of this one. */
  readonly sealed: boolean;
  /** Body of a call: `variables` is `"name":value,...` as JSON text, without braces. */
  body(variables: string, representations?: Iterable<string>): string;
}

export function createFetchText(fetch: {
  readonly subgraph: string;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly sealed: boolean;
}): FetchText {
  const name = fetch.operationName === undefined ? '' : `"operationName":${stringText(fetch.operationName)},`;
  const head = oneByteText(`{"query":${JSON.stringify(fetch.query)},${name}"variables":{`);
  return {
    // Sealing differs between plans and decides who may share objects, so it is part of the identity.
    id: createHash('sha256')
      .update(`${fetch.sealed}${stringText(fetch.subgraph)}${head}`)
      .digest('base64'),
    subgraph: fetch.subgraph,
    sealed: fetch.sealed,
    body(variables, representations) {
      if (representations === undefined) return `${head}${variables}}}`;
      let out = `${head}${variables === '' ? '' : `${variables},`}"representations":[`;
      let separator = '';
      for (const text of representations) {
        out += separator + text;
        separator = ',';
      }
      return `${out}]}}`;
    },
  };
}
