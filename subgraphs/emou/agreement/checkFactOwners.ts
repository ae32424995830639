import type { DatasetEntry } from './catalogues.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Condition, Conditions } from './vocabulary.ts';

/** Whose data it is that a condition rests on. CONSENT and EMERGENCY rest on what the requester knows by itself. */
const OWNER_OF_FACT: Readonly<Partial<Record<Condition, string>>> = {
  WARD: 'DCFS',
  CASELOAD: 'DCFS',
  HOUSEHOLD_OF_CASELOAD: 'DCFS',
};

/**
 * Whoever is shown a field under a condition learns whether the condition holds: "SNAP of wards" tells who is a ward. So the
 * agency whose data the condition rests on must have a part in the agreement, as its requester or as the owner who gives.
 */
export function checkFactOwners(conditions: Conditions, requester: string, dataset: DatasetEntry): Refusal | undefined {
  for (const condition of conditions.flat()) {
    const owner = OWNER_OF_FACT[condition];
    if (owner === undefined || owner === requester || owner === dataset.owner) continue;
    return refuse(
      'CONDITION_OF_ANOTHER_OWNER',
      `${condition} would tell ${requester} what only ${owner} may tell: it rests on ${owner}'s data.`,
      `Leave ${condition} out of the conditions; ask ${owner} for the data itself.`,
    );
  }
  return undefined;
}
