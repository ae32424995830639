import { type Answer, type AskOptions, createClient, RequestRefused, type TypedDocument } from '@person360/client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSessionContext } from '../session/SessionProvider.tsx';
import { consoleHeaders } from '../session/server.ts';
import { usePurpose } from './purpose.tsx';

/** The graph, behind the console's server: documents go by their hash, and the server adds the token. */
const client = createClient({ endpoint: '/graphql', send: 'hash', headers: () => consoleHeaders });

/** Sends one operation with the purpose that the user has chosen. Throws as `@person360/client`'s `ask`. */
export type Ask = <Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
  options?: AskOptions,
) => Promise<Answer<Data>>;

export function useAsk(): Ask {
  const { noteRefusal } = useSessionContext();
  const { purpose } = usePurpose();
  return useCallback<Ask>(
    async (document, variables, options = {}) => {
      try {
        return await client.ask(document, variables, { purpose, ...options });
      } catch (error) {
        if (error instanceof RequestRefused) noteRefusal(error.code);
        throw error;
      }
    },
    [purpose, noteRefusal],
  );
}

export type Asked<Data> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly answer: Answer<Data>; readonly receivedAt: Date }
  | { readonly status: 'failed'; readonly error: Error };

/**
 * Asks once the page is shown, again when the document, the variables or the purpose change, and when `again` is called.
 * Nothing is kept: whatever is on the page was just disclosed and recorded. `undefined` as variables asks nothing.
 */
export function useAsked<Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables | undefined,
  options: AskOptions = {},
): Asked<Data> & { again(): void } {
  const ask = useAsk();
  const [asked, setAsked] = useState<Asked<Data>>({ status: 'loading' });
  const [round, setRound] = useState(0);
  const key = JSON.stringify([variables, options]);
  const latest = useRef({ variables, options });
  latest.current = { variables, options };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for variables and options, `round` for `again`
  useEffect(() => {
    const { variables: now, options: how } = latest.current;
    if (now === undefined) return;
    const abort = new AbortController();
    setAsked({ status: 'loading' });
    ask(document, now, { ...how, signal: abort.signal }).then(
      (answer) => {
        if (!abort.signal.aborted) setAsked({ status: 'ready', answer, receivedAt: new Date() });
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        setAsked({ status: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
      },
    );
    return () => abort.abort();
  }, [ask, document, key, round]);
  const again = useCallback(() => setRound((count) => count + 1), []);
  return useMemo(() => ({ ...asked, again }), [asked, again]);
}
