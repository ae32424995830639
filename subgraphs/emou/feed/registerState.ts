import type { ClientBase } from 'pg';
import type { FeedApproval } from '../../../schema/approvalFeed.ts';
import type { RegisterRules } from '../register/register.ts';
import { SETTLE_TIME_TEXT } from '../register/settleTime.ts';
import { approvalReader, GIVEN_NOW, type GivenRow } from './givenApprovals.ts';

/** What the feed says: the approvals of one revision, as they were known at one instant. */
export interface RegisterState {
  readonly revision: number;
  /** Entries of the log that the register holds. */
  readonly logSize: number;
  /** By id: in force at `asOf` or to come unless somebody moves, and of datasets that can still be approved. */
  readonly approvals: ReadonlyMap<string, FeedApproval>;
  /** The next instant at which time alone changes them, ms since 1970; Infinity when there is none. */
  readonly nextChange: number;
  /** Read before the database was asked: at that instant nothing newer than this was committed. */
  readonly asOf: Date;
}

/** The register as it stands, and in what it differs from what was known: in nothing, in these ids, or in anything. */
export interface RegisterReading {
  readonly state: RegisterState;
  readonly change: 'none' | 'all' | { readonly ids: readonly string[] };
}

interface Place {
  readonly revision: number;
  readonly logSize: number;
  readonly rebuiltWith: number;
  readonly nextChange: Date | null;
}

const PLACE = `register.revision::float8 AS revision, register.log_size::float8 AS "logSize", register.rebuilt_with::float8 AS "rebuiltWith",
  (SELECT min(starts_at) FROM agreement_phase WHERE changes_access AND starts_at > $1) AS "nextChange"`;

/** Agreements that somebody has moved since a revision, or that time has since an instant. */
const TOUCHED = `SELECT agreement_id FROM agreement_event WHERE revision > $5
  UNION SELECT agreement_id FROM agreement_phase WHERE changes_access AND starts_at > $6 AND starts_at <= $1`;

/**
 * Brings what is known up to `now`: one cheap statement when nothing has changed; else what has changed, or everything
 * when nothing was known or the index was made anew, together with the revision in one statement, so that neither can
 * belong to another moment than the other. What time alone has changed is counted in the revision first.
 */
export async function readRegisterState(
  client: ClientBase,
  known: RegisterState | undefined,
  rules: Pick<RegisterRules, 'catalogue' | 'catalogues' | 'fieldsOf' | 'approvable'>,
  now: Date,
): Promise<RegisterReading> {
  // A clock that was set back has time to live through again.
  const before = known !== undefined && known.asOf <= now ? known : undefined;
  const current = await readPlace(client, before?.asOf ?? now);
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
    const { rows } = await client.query<Place & GivenRow & { readonly touched: string | null }>(
      `SELECT ${PLACE}, touched.agreement_id AS touched, given.* FROM register LEFT JOIN (${TOUCHED}) AS touched ON true
         LEFT JOIN LATERAL (${GIVEN_NOW} AND agreement_id = touched.agreement_id) AS given ON true`,
      [...given, before.revision, before.asOf],
    );
    const after = placeOf(rows, known);
    // Made anew between the two statements: everything may have changed after all.
    if (after.rebuiltWith <= before.revision) {
      const approvals = new Map(before.approvals);
      const ids = rows.flatMap(({ touched: id }) => id ?? []);
      for (const id of ids) approvals.delete(id);
      for (const approval of rows.flatMap(approvalOf)) approvals.set(approval.id, approval);
      return { state: stateOf(after, approvals, now), change: { ids } };
    }
  }
  const { rows } = await client.query<Place & GivenRow>(
    `SELECT ${PLACE}, given.* FROM register LEFT JOIN (${GIVEN_NOW}) AS given ON true`,
    given,
  );
  const approvals = new Map(rows.flatMap(approvalOf).map((approval) => [approval.id, approval]));
  return { state: stateOf(placeOf(rows, known), approvals, now), change: 'all' };
}

/** With the next change after an instant: one that has come since is due. */
async function readPlace(client: ClientBase, after: Date): Promise<Place> {
  const { rows } = await client.query<Place>(`SELECT ${PLACE} FROM register`, [after]);
  return placeOf(rows, undefined);
}

function placeOf([first]: readonly Place[], known: RegisterState | undefined): Place {
  if (first === undefined) throw new Error('The register has lost its row; restore the database.');
  if (known !== undefined && first.revision < known.revision) {
    // A database restored from an older copy may hold approvals that were revoked since: say nothing at all.
    throw new Error(`The register went back from revision ${known.revision} to ${first.revision}.`);
  }
  return first;
}

function stateOf(
  { revision, logSize, nextChange }: Place,
  approvals: RegisterState['approvals'],
  asOf: Date,
): RegisterState {
  return { revision, logSize, approvals, nextChange: timeOf(nextChange), asOf };
}

function timeOf(instant: Date | null): number {
  return instant?.getTime() ?? Number.POSITIVE_INFINITY;
}
