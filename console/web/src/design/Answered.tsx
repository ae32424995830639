import { decisionAt } from '@person360/client';
import type { ReactNode } from 'react';
import type { Asked } from '../graph/graph.ts';
import { Failure } from './Failure.tsx';
import { Loading } from './Loading.tsx';
import { Place } from './Place.tsx';

export interface AnsweredProps<Data> {
  readonly asked: Asked<Data> & { again(): void };
  /** Root field that the children show. */
  readonly part: keyof Data & string;
  /** In place of the children where the root field is an empty list. */
  readonly empty?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** One root field of a response: what it shows, or why there is nothing. */
export function Answered<Data>({ asked, part, empty, children }: AnsweredProps<Data>) {
  if (asked.status === 'loading') return <Loading />;
  if (asked.status === 'failed') return <Failure error={asked.error} onTryAgain={asked.again} />;
  const decision = decisionAt(asked.answer, [part]);
  if (decision.kind === 'noRecord' && empty !== undefined) return <p className="soft">{empty}</p>;
  if (decision.kind !== 'shown' || asked.answer.data === null) {
    return (
      <Place decision={decision} long onTryAgain={asked.again}>
        {null}
      </Place>
    );
  }
  return <>{children(asked.answer.data)}</>;
}
