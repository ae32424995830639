import type { FeedApproval } from '../../../../schema/approvals/approvalFeed.ts';
import type { Rules } from '../../agreement/rules.ts';
import { approvalReader } from '../../feed/register/publishedApprovals.ts';
import { indexed } from '../index/agreementIndex.ts';
import type { Phase } from '../index/phases.ts';
import { rulesMark } from '../index/rebuildIndex.ts';
import type { Register } from '../register.ts';
import { readLoggedHistories } from './loggedHistories.ts';
import { loggedTables } from './loggedTables.ts';

const AGREEMENTS_A_READ = 200;

/** Access that an agreement opens over time, according to the entries of the log. */
interface Traced {
  /** Number of the agreement's entries that it was derived from. */
  readonly entries: number;
  readonly phases: readonly { readonly endsAt: Date | null; readonly opens: string | undefined }[];
}

/**
 * Derives each approval from the log's entries and compares it with the index. Returns a description of the first
 * difference, or undefined. The log has been followed; a move made since then shows as a difference, too.
 */
export type ApprovalTrace = (approvals: readonly FeedApproval[], now: Date) => Promise<string | undefined>;

/** Creates the trace. An agreement's access is derived once per move. */
export function createApprovalTrace(register: Register): ApprovalTrace {
  const { database, log, calendarOf, catalogues, settings } = register;
  let approvalOf = approvalReader(register);
  const cached = new Map<string, Traced>();
  let mark = '';

  function isKnown(id: string): boolean {
    const entries = cached.get(id)?.entries;
    return entries !== undefined && !log.keysOf(loggedTables.agreementEvent).has(`${id}/${entries + 1}`);
  }

  async function derive(ids: readonly string[], rules: Rules): Promise<string | undefined> {
    const read = await readLoggedHistories(database, log, ids);
    if (read.kind === 'differs') return read.difference;
    for (const id of ids) {
      const events = read.histories.get(id) ?? [];
      const phases = indexed(id, events, rules).phases.map((phase) => ({
        endsAt: phase.endsAt,
        opens: openedIn(id, phase),
      }));
      cached.set(id, { entries: events.length, phases });
    }
    return undefined;
  }

  function openedIn(id: string, { state, open }: Phase): string | undefined {
    if (open === null) return undefined;
    const [approval] = approvalOf({
      id,
      requestingAgency: state.requester,
      dataset: state.terms.dataset,
      purpose: state.terms.purpose,
      legalBasis: state.terms.legalBasis,
      roles: [...state.terms.roles],
      fields: JSON.stringify(open.fields),
      validFrom: open.validFrom.getTime(),
      validUntil: open.validUntil.getTime(),
    });
    return approval && textOf(approval);
  }

  return async (approvals, now) => {
    if (approvals.length === 0) return undefined;
    const rules: Rules = { calendar: await calendarOf(database), catalogues, settings };
    // An approval opens what the catalog of the moment has of its fields.
    const current = `${register.catalogueVersion()} ${rulesMark(rules)}`;
    if (current !== mark) {
      cached.clear();
      approvalOf = approvalReader(register);
    }
    mark = current;
    const unknown = approvals.map(({ id }) => id).filter((id) => !isKnown(id));
    for (let from = 0; from < unknown.length; from += AGREEMENTS_A_READ) {
      const difference = await derive(unknown.slice(from, from + AGREEMENTS_A_READ), rules);
      if (difference !== undefined) return difference;
    }
    for (const approval of approvals) {
      const phases = cached.get(approval.id)?.phases ?? [];
      const opens = phases.find(({ endsAt }) => endsAt === null || now < endsAt)?.opens;
      if (opens === undefined) return `approval ${approval.id} is not in force according to the log`;
      if (opens !== textOf(approval)) return `approval ${approval.id} opens something else than the log says`;
    }
    return undefined;
  };
}

/** Serializes canonically: PostgreSQL's jsonb has its own order for the members of an object. */
function textOf(approval: FeedApproval): string {
  return JSON.stringify(sorted(approval));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
}
