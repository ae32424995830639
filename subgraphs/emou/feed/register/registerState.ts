import type { ClientBase } from 'pg';
import type { FeedApproval } from '../../../../schema/approvals/approvalFeed.ts';
import type { RegisterRules } from '../../register/register.ts';
import { SETTLE_TIME_TEXT } from '../../register/settleTime.ts';
import { approvalReader, PUBLISHED_NOW, type PublishedRow } from './publishedApprovals.ts';

/** State that the feed publishes: the approvals of one revision, as known at one instant. */
export interface RegisterState {
  readonly revision: number;
  /** Number of log entries that the register contains. */
  readonly logSize: number;
  /** By id: in force at `asOf` or due to come into force without a move, and of datasets that can still be approved. */
  readonly approvals: ReadonlyMap<string, FeedApproval>;
  /** The next instant at which they change without a move, ms since 1970; Infinity if there is none. */
  readonly nextChange: number;
  /** Clock reading from before the database was read: at that instant, nothing newer than this state was committed. */
  readonly asOf: Date;
}

/** The current register, and its difference from the previous state: nothing, these ids, or possibly anything. */
export interface RegisterReading {
  readonly state: RegisterState;
  readonly change: 'none' | 'all' | { readonly ids: readonly string[] };
}

interface RegisterPosition {
  readonly revision: number;
  readonly logSize: number;
  readonly rebuiltWith: number;
  readonly nextChange: Date | null;
}

const POSITION_COLUMNS = `register.revision::float8 as revision, register.log_size::float8 as "logSize",
  register.rebuilt_with::float8 as "rebuiltWith",
  (select min(starts_at) from agreement_phase where changes_access and starts_at > $1) as "nextChange"`;

/** Agreements moved since a revision, or changed by time since an instant. */
const TOUCHED = `select agreement_id from agreement_event where revision > $5
  union select agreement_id from agreement_phase where changes_access and starts_at > $6 and starts_at <= $1`;

/**
 * Brings the previous state up to `now`. If nothing has changed, this takes one cheap statement. Otherwise it reads the
 * changes (or everything, if there is no previous state or the index was rebuilt) and the revision in one statement, so
 * that both belong to the same moment. Changes that happened by time alone are first counted in the revision.
 */
export async function readRegisterState(
  client: ClientBase,
  previous: RegisterState | undefined,
  rules: Pick<RegisterRules, 'catalogue' | 'catalogues' | 'fieldsOf' | 'approvable'>,
  now: Date,
): Promise<RegisterReading> {
  // After the clock was set back, time has to pass again.
  const before = previous !== undefined && previous.asOf <= now ? previous : undefined;
  const current = await readPosition(client, before?.asOf ?? now);
  const isDue = current.nextChange !== null && current.nextChange <= now;
  if (before === undefined || isDue) await client.query(SETTLE_TIME_TEXT, [now]);
  else if (current.revision === before.revision) {
    const { logSize } = current;
    return { state: { ...before, logSize, nextChange: timeOf(current.nextChange), asOf: now }, change: 'none' };
  }
  const { plain, federal } = rules.approvable;
  const given = [now, plain, federal, [...rules.catalogues.signatories]];
  const approvalOf = approvalReader(rules);
  if (before !== undefined && current.rebuiltWith <= before.revision) {
    const { rows } = await client.query<RegisterPosition & PublishedRow & { readonly touched: string | null }>(
      `select ${POSITION_COLUMNS}, touched.agreement_id as touched, given.*
         from register left join (${TOUCHED}) as touched on true
         left join lateral (${PUBLISHED_NOW} and agreement_id = touched.agreement_id) as given on true`,
      [...given, before.revision, before.asOf],
    );
    const after = positionOf(rows, previous);
    // Rebuilt between the two statements, so everything may have changed after all.
    if (after.rebuiltWith <= before.revision) {
      const approvals = new Map(before.approvals);
      const ids = rows.flatMap(({ touched: id }) => id ?? []);
      for (const id of ids) approvals.delete(id);
      for (const approval of rows.flatMap(approvalOf)) approvals.set(approval.id, approval);
      return { state: stateOf(after, approvals, now), change: { ids } };
    }
  }
  const { rows } = await client.query<RegisterPosition & PublishedRow>(
    `select ${POSITION_COLUMNS}, given.* from register left join (${PUBLISHED_NOW}) as given on true`,
    given,
  );
  const approvals = new Map(rows.flatMap(approvalOf).map((approval) => [approval.id, approval]));
  return { state: stateOf(positionOf(rows, previous), approvals, now), change: 'all' };
}

/** Reads the place and the next change after an instant: one that has come since is due. */
async function readPosition(client: ClientBase, after: Date): Promise<RegisterPosition> {
  const { rows } = await client.query<RegisterPosition>(`select ${POSITION_COLUMNS} from register`, [after]);
  return positionOf(rows, undefined);
}

function positionOf([first]: readonly RegisterPosition[], previous: RegisterState | undefined): RegisterPosition {
  if (first === undefined) throw new Error('The register has lost its row; restore the database.');
  if (previous !== undefined && first.revision < previous.revision) {
    // A database restored from an older copy may contain approvals that were revoked since, so publish nothing.
    throw new Error(`The register went back from revision ${previous.revision} to ${first.revision}.`);
  }
  return first;
}

function stateOf(
  { revision, logSize, nextChange }: RegisterPosition,
  approvals: RegisterState['approvals'],
  asOf: Date,
): RegisterState {
  return { revision, logSize, approvals, nextChange: timeOf(nextChange), asOf };
}

function timeOf(instant: Date | null): number {
  return instant?.getTime() ?? Number.POSITIVE_INFINITY;
}
