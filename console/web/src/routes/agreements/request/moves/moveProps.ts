import type { MoveKind } from '../../generated/graphql.ts';
import type { FullRequest } from '../request.ts';

/** What the form of a move needs. */
export interface MoveProps {
  readonly kind: MoveKind;
  readonly request: FullRequest;
  readonly onDone: (kind: MoveKind, revision?: number) => void;
  readonly onReload: () => void;
}
