import { useEffect, useState } from 'react';
import { useAsk } from '../../graph/graph.ts';
import { type AgencyCode, RegisterPageDocument, type RegisterPageQuery } from './generated/graphql.ts';

type Connection = NonNullable<RegisterPageQuery['publicRegister']>;
export type RegisterEntry = NonNullable<NonNullable<NonNullable<Connection['edges']>[number]>['node']>;

export interface RegisterFilter {
  readonly requestingAgency?: AgencyCode | undefined;
  readonly owner?: AgencyCode | undefined;
  readonly dataset?: string | undefined;
}

type Register =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly entries: readonly RegisterEntry[] }
  | { readonly status: 'failed'; readonly error: Error };

/** A register with more entries than this is cut; the filters make it shorter. */
const MOST_PAGES = 20;

/** All entries that the filter leaves, page by page, so that words are searched in all of them. */
export function useRegister(filter: RegisterFilter): Register & { again(): void } {
  const ask = useAsk();
  const [register, setRegister] = useState<Register>({ status: 'loading' });
  const [round, setRound] = useState(0);
  const { requestingAgency, owner, dataset } = filter;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` stands for `again`
  useEffect(() => {
    const abort = new AbortController();
    async function read(): Promise<void> {
      const entries: RegisterEntry[] = [];
      let after: string | null | undefined;
      for (let page = 0; page < MOST_PAGES; page++) {
        const variables = { requestingAgency, owner, dataset, after };
        const { data, errors } = await ask(RegisterPageDocument, variables, { signal: abort.signal });
        const found = data?.publicRegister;
        if (found === null || found === undefined)
          throw new Error(errors[0]?.message ?? 'The register is not available.');
        entries.push(...(found.edges ?? []).flatMap(({ node }) => node ?? []));
        if (found.pageInfo?.hasNextPage !== true) break;
        after = found.pageInfo.endCursor;
      }
      if (!abort.signal.aborted) setRegister({ status: 'ready', entries });
    }
    setRegister({ status: 'loading' });
    read().catch((error: unknown) => {
      if (abort.signal.aborted) return;
      setRegister({ status: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
    });
    return () => abort.abort();
  }, [ask, requestingAgency, owner, dataset, round]);
  return { ...register, again: () => setRound((count) => count + 1) };
}
