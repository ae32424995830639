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
      `${condition} would reveal data of ${owner} to ${requester}, which only ${owner} may disclose.`,
      `Remove ${condition} from the conditions, or request the data itself from ${owner}.`,
    );
  }
  return undefined;
}
