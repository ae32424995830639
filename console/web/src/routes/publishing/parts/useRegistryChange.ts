import { RequestRefused, type TypedDocument } from '@person360/client';
import { useState } from 'react';
import { useAsk } from '../../../graph/graph.ts';
import { useSessionContext } from '../../../session/SessionProvider.tsx';
import type { PublishedFragment } from '../generated/graphql.ts';

/** Mutations that publish, decide, or retire call their field `published`. */
export type RegistryDocument<Input> = TypedDocument<
  { readonly published: PublishedFragment | null },
  { readonly input: Input }
>;

export type ChangeState =
  | { readonly status: 'ready' }
  | { readonly status: 'sending' }
  | { readonly status: 'done'; readonly published: PublishedFragment }
  /** The checks stopped it, and nothing was published. */
  | { readonly status: 'stopped'; readonly published: PublishedFragment }
  /** The registry has changed since the page was read. Nothing was published. */
  | { readonly status: 'conflict'; readonly message: string }
  | { readonly status: 'failed'; readonly error: Error };

/** Sends one change to the registry. What was typed stays with the form, whatever comes of it. */
export function useRegistryChange() {
  const ask = useAsk();
  const { reload } = useSessionContext();
  const [state, setState] = useState<ChangeState>({ status: 'ready' });

  async function send<Input>(document: RegistryDocument<Input>, input: Input): Promise<ChangeState> {
    setState({ status: 'sending' });
    const next = await sendOnce(document, input);
    setState(next);
    return next;
  }

  async function sendOnce<Input>(document: RegistryDocument<Input>, input: Input): Promise<ChangeState> {
    try {
      const { data, errors } = await ask(document, { input });
      const published = data?.published;
      if (published === null || published === undefined) {
        const [error] = errors;
        const message = error?.message ?? 'The registry did not say whether anything was published.';
        if (error?.extensions.code === 'CONFLICT') return { status: 'conflict', message };
        return { status: 'failed', error: new Error(message) };
      }
      return { status: published.publication === null ? 'stopped' : 'done', published };
    } catch (error) {
      // The sign-in became too old meanwhile: the page asks for another one around its form.
      if (error instanceof RequestRefused && error.code === 'FRESH_LOGIN_REQUIRED') {
        await reload();
        return { status: 'ready' };
      }
      return { status: 'failed', error: error instanceof Error ? error : new Error(String(error)) };
    }
  }

  return { state, send, reset: () => setState({ status: 'ready' }) };
}
