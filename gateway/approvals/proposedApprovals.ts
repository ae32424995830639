import { z } from 'zod';
import { FeedApproval, MOST_APPROVALS } from '../../schema/approvals/approvalFeed.ts';
import { signatories } from '../../schema/catalog/agencies.ts';

/** Approvals for a dry run: what would change if they were in force instead of the current ones. */
export type ProposedApprovals = readonly FeedApproval[];

/**
 * Reads a JSON list of approvals as the feed writes them. Throws an Error that names what is wrong.
 *
 * @param datasets those that may be named; undefined: any
 */
export function readProposedApprovals(text: string, datasets: ReadonlySet<string> | undefined): ProposedApprovals {
  const result = z.array(FeedApproval).max(MOST_APPROVALS).safeParse(JSON.parse(text));
  if (!result.success) throw new Error(`The proposed approvals are invalid: ${z.prettifyError(result.error)}`);
  const agencies = new Set<string>(signatories.map(({ code }) => code));
  const ids = new Set<string>();
  for (const { id, dataset, requestingAgency } of result.data) {
    if (ids.has(id)) throw new Error(`The proposed approvals name ${id} twice.`);
    ids.add(id);
    if (datasets?.has(dataset) === false)
      throw new Error(`The proposed approval ${id} names the unknown dataset ${dataset}.`);
    if (!agencies.has(requestingAgency)) {
      throw new Error(`The proposed approval ${id} is for ${requestingAgency}, which has not signed.`);
    }
  }
  return result.data;
}
