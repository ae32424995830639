import { ownerOfRevealedFact } from '../../../../schema/approvals/approvalTerms.ts';
import type { DatasetEntry } from '../terms/catalogues.ts';
import type { Conditions } from '../terms/vocabulary.ts';
import { type Refusal, refuse } from './refusal.ts';

/** Requires that the agency whose data a condition is based on is a party to the agreement: see revealedOwner. */
export function checkFactOwners(conditions: Conditions, requester: string, dataset: DatasetEntry): Refusal | undefined {
  for (const condition of conditions.flat()) {
    const owner = ownerOfRevealedFact(condition, requester, dataset.owner);
    if (owner === undefined) continue;
    return refuse(
      'CONDITION_OF_ANOTHER_OWNER',
      `${condition} would tell ${requester} what only ${owner} may tell: it rests on ${owner}'s data.`,
      `Leave ${condition} out of the conditions; ask ${owner} for the data itself.`,
    );
  }
  return undefined;
}
