import type { FeedApproval } from '../../../schema/approvalFeed.ts';
import { approvalReader } from '../feed/givenApprovals.ts';
import { indexed } from './agreementIndex.ts';
import { readLoggedHistories } from './loggedHistories.ts';
import { phaseAt } from './phases.ts';
import type { Register } from './register.ts';

const AGREEMENTS_A_READ = 200;

/**
 * Derives each approval from the log's entries and compares it with what the index says. Returns the first difference in
 * words, undefined when there is none. The log has been followed; a move made since shows as a difference, too.
 */
export async function findUntracedApproval(
  register: Register,
  approvals: readonly FeedApproval[],
  now: Date,
): Promise<string | undefined> {
  const { database, log, calendarOf, catalogues, settings } = register;
  if (approvals.length === 0) return undefined;
  const rules = { calendar: await calendarOf(database), catalogues, settings };
  const approvalOf = approvalReader(register);
  for (let from = 0; from < approvals.length; from += AGREEMENTS_A_READ) {
    const some = approvals.slice(from, from + AGREEMENTS_A_READ);
    const read = await readLoggedHistories(
      database,
      log,
      some.map(({ id }) => id),
    );
    if (read.kind === 'differs') return read.difference;
    for (const approval of some) {
      const { phases } = indexed(approval.id, read.histories.get(approval.id) ?? [], rules);
      const phase = phaseAt(phases, now);
      const open = phase?.open;
      if (phase === undefined || !open) return `approval ${approval.id} is not in force according to the log`;
      const { state } = phase;
      const [traced] = approvalOf({
        id: approval.id,
        requestingAgency: state.requester,
        dataset: state.terms.dataset,
        purpose: state.terms.purpose,
        legalBasis: state.terms.legalBasis,
        roles: [...state.terms.roles],
        fields: JSON.stringify(open.fields),
        validFrom: open.validFrom.getTime(),
        validUntil: open.validUntil.getTime(),
      });
      if (JSON.stringify(sorted(traced)) !== JSON.stringify(sorted(approval))) {
        return `approval ${approval.id} opens something else than the log says`;
      }
    }
  }
  return undefined;
}

/** PostgreSQL's jsonb keeps an object's members in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
}
