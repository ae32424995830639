import type { ExplainedField } from '@person360/client';
import { useEffect, useState } from 'react';
import { useAskText } from './explorerClient.ts';

export type Explained =
  | { readonly status: 'none' }
  | {
      readonly status: 'ready';
      readonly purposes: readonly string[];
      readonly fields: readonly (readonly ExplainedField[])[];
    }
  | { readonly status: 'failed'; readonly error: Error };

/** Asks, for each purpose, what a query would show. Nothing is fetched. `undefined` as text asks nothing. */
export function useExplained(text: string | undefined, purposes: readonly string[]): Explained {
  const ask = useAskText();
  const [explained, setExplained] = useState<Explained>({ status: 'none' });
  const key = purposes.join(' ');
  useEffect(() => {
    if (text === undefined) return;
    const abort = new AbortController();
    const wanted = key.split(' ');
    const explain = async (purpose: string) => {
      const answer = await ask(text, {}, { purpose, explain: true, signal: abort.signal });
      return answer.extensions.access ?? [];
    };
    Promise.all(wanted.map(explain)).then(
      (fields) => {
        if (!abort.signal.aborted) setExplained({ status: 'ready', purposes: wanted, fields });
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        setExplained({ status: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
      },
    );
    return () => abort.abort();
  }, [ask, text, key]);
  return explained;
}
