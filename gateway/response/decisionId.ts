import { createHash } from 'node:crypto';
import type { DecisionTable } from '../authorization/decisions/decisionTable.ts';

/** Id of a decision. The same inputs at the same approval revision have the same id at every gateway. */
export function decisionId(coordinate: string, reason: string, decisions: DecisionTable): string {
  const { agency, roles, purpose, revision } = decisions;
  return createHash('sha256')
    .update(JSON.stringify([agency, roles, purpose, revision, coordinate, reason]))
    .digest('base64url')
    .slice(0, 22);
}
