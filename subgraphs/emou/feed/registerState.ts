import type { ClientBase } from 'pg';
import type { FeedApproval } from '../../../schema/approvalFeed.ts';
import { instantText } from '../register/instantText.ts';

/** What the feed says: the approvals of one revision, as they were known at one instant. */
export interface RegisterState {
  readonly revision: number;
  /** Neither revoked nor expired at `asOf`, and of approvable datasets only; those of the future are among them. */
  readonly approvals: readonly FeedApproval[];
  /** The first instant at which one of them ends, ms since 1970; Infinity when there are none. */
  readonly nextEnd: number;
  /** Read before the database was asked: at that instant nothing newer than this was committed. */
  readonly asOf: Date;
}

interface StateRow {
  readonly revision: number;
  readonly id: string | null;
  readonly requestingAgency: string;
  readonly dataset: string;
  readonly purpose: string;
  readonly roles: string[] | null;
  readonly validFrom: string;
  readonly validUntil: string;
}

/**
 * Brings what is known up to `now`: one cheap statement when the revision is the same, else all approvals together
 * with their revision in one statement, so that neither can belong to another moment than the other.
 */
export async function readRegisterState(
  client: ClientBase,
  known: RegisterState | undefined,
  approvable: ReadonlySet<string>,
  now: Date,
): Promise<RegisterState> {
  if (known !== undefined && (await readRevision(client)) === known.revision) {
    // The same array tells the publisher that nothing has changed.
    if (now.getTime() < known.nextEnd) return { ...known, asOf: now };
    return stateOf(
      known.revision,
      known.approvals.filter(({ validUntil }) => Date.parse(validUntil) > now.getTime()),
      now,
    );
  }
  const { rows } = await client.query<StateRow>(
    `SELECT register.revision::float8 AS revision, approval_id AS id, requesting_agency AS "requestingAgency", dataset,
       purpose, roles, ${instantText('valid_from')} AS "validFrom", ${instantText('valid_until')} AS "validUntil"
     FROM register LEFT JOIN approval ON revoked_at IS NULL AND valid_until > $1 AND dataset = ANY($2)
     ORDER BY approval_id`,
    [now, [...approvable]],
  );
  const revision = rows[0]?.revision;
  if (revision === undefined) throw new Error('The register has lost its row; restore the database.');
  if (known !== undefined && revision < known.revision) {
    // A database restored from an older copy may hold approvals that were revoked since: say nothing at all.
    throw new Error(`The register went back from revision ${known.revision} to ${revision}.`);
  }
  return stateOf(revision, rows.flatMap(approvalOf), now);
}

function stateOf(revision: number, approvals: readonly FeedApproval[], asOf: Date): RegisterState {
  const nextEnd = approvals.reduce(
    (end, { validUntil }) => Math.min(end, Date.parse(validUntil)),
    Number.POSITIVE_INFINITY,
  );
  return { revision, approvals, nextEnd, asOf };
}

async function readRevision(client: ClientBase): Promise<number | undefined> {
  const { rows } = await client.query<{ revision: number }>('SELECT revision::float8 AS revision FROM register');
  return rows[0]?.revision;
}

function approvalOf({ id, revision: _, roles, ...rest }: StateRow): readonly FeedApproval[] {
  if (id === null) return [];
  return [roles === null ? { id, ...rest } : { id, ...rest, roles }];
}
