import type { TypedDocument } from '@person360/client';
import { useState } from 'react';
import { useAsk } from '../../../../graph/graph.ts';
import { type MoveKind, WhatHappenedSinceDocument, type WhatHappenedSinceQuery } from '../../generated/graphql.ts';

export interface MoveRefusal {
  readonly code: string | null;
  readonly kind: string | null;
  readonly because: string | null;
  readonly remedy: string | null;
}

export interface MoveOutcome {
  readonly approvalRevision: number | null;
  readonly refusal: MoveRefusal | null;
}

/** Mutations of the procedure call their field `moved`. */
export type MoveDocument<Input> = TypedDocument<{ readonly moved: MoveOutcome | null }, { readonly input: Input }>;

export type SinceThen = NonNullable<WhatHappenedSinceQuery['accessRequest']>;

export type MoveState =
  | { readonly status: 'ready' }
  | { readonly status: 'sending' }
  | { readonly status: 'refused'; readonly refusal: MoveRefusal }
  /** Another move was made since the page was read. Nothing was recorded. */
  | { readonly status: 'conflict'; readonly refusal: MoveRefusal; readonly now: SinceThen; readonly since: number }
  | { readonly status: 'failed'; readonly error: Error };

export interface MoveTarget {
  readonly id: string;
  readonly sequence: number | null;
}

/**
 * Sends one move. It states the sequence that the page was read at, so that it is refused if somebody else has moved
 * since; then it loads what happened, and the next try states the new sequence.
 */
export function useMove(kind: MoveKind, request: MoveTarget, onDone: (kind: MoveKind, revision?: number) => void) {
  const ask = useAsk();
  const [state, setState] = useState<MoveState>({ status: 'ready' });
  const [sequence, setSequence] = useState(request.sequence ?? 0);

  async function send<Input>(document: MoveDocument<Input>, input: Input): Promise<void> {
    setState({ status: 'sending' });
    try {
      const { data, errors } = await ask(document, { input });
      const moved = data?.moved;
      if (moved === null || moved === undefined) {
        throw new Error(errors[0]?.message ?? 'The graph did not say whether the move was made.');
      }
      if (moved.refusal === null) return onDone(kind, moved.approvalRevision ?? undefined);
      if (moved.refusal.kind !== 'CONFLICT') return setState({ status: 'refused', refusal: moved.refusal });
      const { data: read } = await ask(WhatHappenedSinceDocument, { id: request.id });
      const now = read?.accessRequest;
      if (now === null || now === undefined) return setState({ status: 'refused', refusal: moved.refusal });
      setState({ status: 'conflict', refusal: moved.refusal, now, since: sequence });
      setSequence(now.sequence ?? sequence);
    } catch (error) {
      setState({ status: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
    }
  }

  return { state, send, base: { requestId: request.id, expectedSequence: sequence } };
}
