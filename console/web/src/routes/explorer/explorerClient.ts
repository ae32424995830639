import { type Answer, type AskOptions, createClient, RequestRefused } from '@person360/client';
import { useCallback } from 'react';
import { useSessionContext } from '../../session/SessionProvider.tsx';
import { consoleHeaders } from '../../session/server.ts';

const client = createClient({ endpoint: '/graphql', send: 'text', headers: () => consoleHeaders, tries: 1 });

export type AskText = (
  text: string,
  variables: Readonly<Record<string, unknown>>,
  options: AskOptions,
) => Promise<Answer<unknown>>;

/** Sends a text of the user's own; the server lets only some roles do so. Throws as `@person360/client`'s `ask`. */
export function useAskText(): AskText {
  const { noteRefusal } = useSessionContext();
  return useCallback<AskText>(
    async (text, variables, options) => {
      try {
        return await client.ask<unknown, typeof variables>({ toString: () => text }, variables, options);
      } catch (error) {
        if (error instanceof RequestRefused) noteRefusal(error.code);
        throw error;
      }
    },
    [noteRefusal],
  );
}
