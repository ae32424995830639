import { RequestRefused, type TypedDocument } from '@person360/client';
import { useState } from 'react';
import { useAsk } from '../../../graph/graph.ts';
import { useSessionContext } from '../../../session/SessionProvider.tsx';
import type { ChangedFragment } from '../generated/graphql.ts';

/** Mutations that change links call their field `changed`. */
export type LinkDocument<Input> = TypedDocument<
  { readonly changed: ChangedFragment | null },
  { readonly input: Input }
>;

export type LinkChangeState =
  | { readonly status: 'ready' }
  | { readonly status: 'sending' }
  | { readonly status: 'done'; readonly changed: ChangedFragment }
  /** Nothing was changed, and these sentences say why and what to do. */
  | { readonly status: 'refused'; readonly messages: readonly string[] }
  | { readonly status: 'failed'; readonly error: Error };

/** Sends one change of links. What was typed stays with the form, whatever comes of it. */
export function useLinkChange() {
  const ask = useAsk();
  const { reload } = useSessionContext();
  const [state, setState] = useState<LinkChangeState>({ status: 'ready' });

  async function send<Input>(document: LinkDocument<Input>, input: Input): Promise<LinkChangeState> {
    setState({ status: 'sending' });
    const next = await sendOnce(document, input);
    setState(next);
    return next;
  }

  async function sendOnce<Input>(document: LinkDocument<Input>, input: Input): Promise<LinkChangeState> {
    try {
      const { data, errors } = await ask(document, { input });
      const changed = data?.changed;
      if (changed === null || changed === undefined) {
        const message = errors[0]?.message ?? 'The person index did not say whether anything was changed.';
        return { status: 'failed', error: new Error(message) };
      }
      const problems = (changed.problems ?? []).flatMap(({ message, kind }) => message ?? kind ?? []);
      return problems.length === 0 ? { status: 'done', changed } : { status: 'refused', messages: problems };
    } catch (error) {
      // The sign-in became too old meanwhile: the page asks for another one around its form.
      if (error instanceof RequestRefused && error.code === 'FRESH_LOGIN_REQUIRED') {
        await reload();
        return { status: 'ready' };
      }
      return { status: 'failed', error: error instanceof Error ? error : new Error(String(error)) };
    }
  }

  return { state, send };
}
