import type { ClientBase } from 'pg';
import type { FeedApproval } from '../../../schema/approvalFeed.ts';
import type { FieldTerm } from '../agreement/terms.ts';
import type { RegisterRules } from '../register/register.ts';
import { settleTimeText } from '../register/settleTime.ts';
import { feedFields } from './feedFields.ts';

/** What the feed says: the approvals of one revision, as they were known at one instant. */
export interface RegisterState {
  readonly revision: number;
  /** In force at `asOf` or to come unless somebody moves, and of datasets that can still be approved. */
  readonly approvals: readonly FeedApproval[];
  /** The next instant at which time alone changes them, ms since 1970; Infinity when there is none. */
  readonly nextChange: number;
  /** Read before the database was asked: at that instant nothing newer than this was committed. */
  readonly asOf: Date;
}

interface Place {
  readonly revision: number;
  readonly nextChange: Date | null;
}

interface StateRow extends Place {
  readonly id: string | null;
  readonly requestingAgency: string;
  readonly dataset: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly roles: string[] | null;
  /** FieldTerm[] as JSON. */
  readonly fields: string;
  /** Milliseconds since 1970. */
  readonly validFrom: number;
  readonly validUntil: number;
}

const nextChange = `(SELECT min(starts_at) FROM agreement_phase
  WHERE changes_access AND starts_at > register.settled_at) AS "nextChange"`;

/**
 * Brings what is known up to `now`: one cheap statement when nothing has changed, else all approvals together with their
 * revision in one statement, so that neither can belong to another moment than the other. What time alone has changed
 * is counted in the revision first.
 */
export async function readRegisterState(
  client: ClientBase,
  known: RegisterState | undefined,
  rules: Pick<RegisterRules, 'catalogue' | 'catalogues' | 'fieldsOf' | 'approvable'>,
  now: Date,
): Promise<RegisterState> {
  const place = await readPlace(client);
  const isDue = place.nextChange !== null && place.nextChange <= now;
  if (isDue) await client.query(settleTimeText, [now]);
  else if (known !== undefined && place.revision === known.revision) {
    // The same array tells the publisher that nothing has changed.
    return { ...known, nextChange: timeOf(place.nextChange), asOf: now };
  }
  const { plain, federal } = rules.approvable;
  const { rows } = await client.query<StateRow>(
    `SELECT register.revision::float8 AS revision, ${nextChange}, given.*
     FROM register LEFT JOIN (
       SELECT agreement_id AS id, requester AS "requestingAgency", dataset, purpose, legal_basis AS "legalBasis", roles,
         fields::text AS fields, extract(epoch FROM valid_from)::float8 * 1000 AS "validFrom",
         extract(epoch FROM valid_until)::float8 * 1000 AS "validUntil"
       FROM agreement JOIN agreement_phase AS phase USING (agreement_id)
       WHERE valid_from IS NOT NULL AND starts_at <= $1 AND ends_at > $1
         AND (dataset = ANY($2) OR (federally_approved AND dataset = ANY($3)))
         -- Gateways refuse a snapshot that names an agency which has left the agreement.
         AND requester = ANY($4)) AS given ON true
     ORDER BY given.id`,
    [now, plain, federal, [...rules.catalogues.signatories]],
  );
  const [first] = rows;
  if (first === undefined) throw new Error('The register has lost its row; restore the database.');
  if (known !== undefined && first.revision < known.revision) {
    // A database restored from an older copy may hold approvals that were revoked since: say nothing at all.
    throw new Error(`The register went back from revision ${known.revision} to ${first.revision}.`);
  }
  const fieldsOf = rememberedFields(rules);
  const approvals = rows.flatMap((row) => approvalOf(row, fieldsOf));
  return { revision: first.revision, approvals, nextChange: timeOf(first.nextChange), asOf: now };
}

async function readPlace(client: ClientBase): Promise<Place> {
  const { rows } = await client.query<Place>(`SELECT revision::float8 AS revision, ${nextChange} FROM register`);
  const [place] = rows;
  if (place === undefined) throw new Error('The register has lost its row; restore the database.');
  return place;
}

function timeOf(instant: Date | null): number {
  return instant?.getTime() ?? Number.POSITIVE_INFINITY;
}

type FeedFieldsOf = (dataset: string, terms: string) => FeedApproval['fields'] | null;

/** Many agreements are about the same fields on the same terms: what gateways read of them is made once a read. */
function rememberedFields(rules: Pick<RegisterRules, 'catalogue' | 'fieldsOf'>): FeedFieldsOf {
  const made = new Map<string, FeedApproval['fields'] | null>();
  return (dataset, text) => {
    const key = `${dataset} ${text}`;
    if (made.has(key)) return made.get(key);
    // The index writes the column from FieldTerm[] (agreementIndex.ts).
    const terms: readonly FieldTerm[] = JSON.parse(text);
    const fields = feedFields(rules, dataset, terms);
    made.set(key, fields);
    return fields;
  };
}

function approvalOf(
  { id, requestingAgency, dataset, purpose, legalBasis, roles, fields, validFrom, validUntil }: StateRow,
  fieldsOf: FeedFieldsOf,
): readonly FeedApproval[] {
  if (id === null) return [];
  const open = fieldsOf(dataset, fields);
  if (open === null) return [];
  return [
    {
      id,
      requestingAgency,
      dataset,
      purpose,
      legalBasis,
      ...(roles === null ? {} : { roles }),
      ...(open === undefined ? {} : { fields: open }),
      validFrom: new Date(Math.round(validFrom)).toISOString(),
      validUntil: new Date(Math.round(validUntil)).toISOString(),
    },
  ];
}
