import type { Publication } from '../../../schema/publishing/publication.ts';
import type { CheckContext } from '../checkContext.ts';
import type { Draft } from '../finding.ts';

/** A candidate that is not a retirement. */
export interface PublicationContext extends CheckContext {
  readonly candidate: Publication;
}

/** An error of this check. */
export function guardError(draft: Omit<Draft, 'level' | 'check'>): Draft {
  return { ...draft, level: 'error', check: 'guards' };
}
